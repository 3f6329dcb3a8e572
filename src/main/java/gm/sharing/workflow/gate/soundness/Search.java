package gm.sharing.workflow.gate.soundness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All markings that a game can come to, the nearest first, each with a shortest way to it. A marking with two tokens at one
 * step is not followed further: that is a fault already, and so the search always ends.
 */
final class Search {

    private final Game game;
    private final Map<Marking, Integer> numbers = new HashMap<>();
    private final List<Marking> markings = new ArrayList<>();
    private final List<@Nullable Trace> traces = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();
    private final List<List<Integer>> after = new ArrayList<>();
    private final BitSet doubled = new BitSet();

    private Search(Game game) {
        this.game = game;
    }

    /**
     * Plays a game in every way.
     *
     * @throws NotCheckedException when that is more than the effort allows
     */
    static Search of(Game game) {
        Search search = new Search(game);
        game.begin().forEach(outcome -> search.add(outcome, -1));
        for (int number = 0; number < search.markings.size(); number++) {
            if (!search.doubled.get(number)) {
                for (Game.Outcome outcome : game.moves(search.marking(number), search.trace(number))) {
                    search.add(outcome, number);
                }
            }
        }
        return search;
    }

    private void add(Game.Outcome outcome, int from) {
        Integer number = numbers.get(outcome.marking());
        if (number == null) {
            number = markings.size();
            numbers.put(outcome.marking(), number);
            markings.add(outcome.marking());
            traces.add(outcome.trace());
            before.add(new ArrayList<>());
            after.add(new ArrayList<>());
            if (doubledStep(outcome.marking()) != null) {
                doubled.set(number);
            }
        }
        if (from >= 0) {
            before.get(number).add(from);
            after.get(from).add(number);
        }
    }

    int size() {
        return markings.size();
    }

    Game game() {
        return game;
    }

    Marking marking(int number) {
        return markings.get(number);
    }

    @Nullable Trace trace(int number) {
        return traces.get(number);
    }

    /** Markings with two tokens at one step. */
    BitSet doubled() {
        return doubled;
    }

    /** The first step with two tokens; null when there is none. */
    @Nullable Step doubledStep(Marking marking) {
        return game.scope().steps().stream()
                .filter(step -> step.waits() && marking.at(step.index()) > 1)
                .findFirst()
                .orElse(null);
    }

    /** Whether a marking has come out of another by adding tokens, which then goes on for ever. */
    boolean grows(int number) {
        return closure(bits(number), before).stream()
                .anyMatch(earlier -> marking(number).outgrows(marking(earlier)));
    }

    /** Markings from which nothing leads to an end. */
    BitSet endless() {
        BitSet ends = (BitSet) doubled.clone();
        for (int number = 0; number < size(); number++) {
            if (marking(number).isEmpty()) {
                ends.set(number);
            }
        }
        BitSet endless = closure(ends, before);
        endless.flip(0, size());
        return endless;
    }

    /** Whether it is made to be ended from outside: nothing in it leads to an end. */
    boolean neverEnds() {
        return markings.stream().noneMatch(Marking::isEmpty);
    }

    boolean isStuck(int number) {
        return after.get(number).isEmpty();
    }

    /** The markings among which a game stays for ever that has come to a marking without an end. */
    BitSet lastRoundFrom(int number) {
        BitSet round = closure(bits(number), after);
        BitSet left = leftForGood(number, round);
        while (!left.isEmpty()) {
            int next = left.nextSetBit(0);
            round = closure(bits(next), after);
            left = leftForGood(next, round);
        }
        return round;
    }

    private BitSet leftForGood(int number, BitSet onwards) {
        BitSet left = (BitSet) onwards.clone();
        left.andNot(closure(bits(number), before));
        return left;
    }

    private static BitSet bits(int number) {
        BitSet bits = new BitSet();
        bits.set(number);
        return bits;
    }

    private static BitSet closure(BitSet from, List<List<Integer>> neighbours) {
        BitSet closure = (BitSet) from.clone();
        Deque<Integer> open = new ArrayDeque<>();
        from.stream().forEach(open::add);
        while (!open.isEmpty()) {
            for (int neighbour : neighbours.get(open.remove())) {
                if (!closure.get(neighbour)) {
                    closure.set(neighbour);
                    open.add(neighbour);
                }
            }
        }
        return closure;
    }
}
