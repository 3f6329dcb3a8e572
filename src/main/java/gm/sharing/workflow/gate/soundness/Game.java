package gm.sharing.workflow.gate.soundness;

import gm.sharing.workflow.gate.soundness.Step.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The moves of tokens in a scope, as Camunda 7.24 makes them. A step that waits can be done at any time and in any order;
 * everything up to the next waiting steps follows at once, one flow after the other. Conditions are free choices.
 *
 * <p>A parallel gateway goes on when as many tokens are there as flows lead in, by whichever flows they came. An inclusive
 * gateway goes on when no other token of the scope could still reach it along flows; it is asked only when a token arrives.
 */
final class Game {

    /** A model in which more tokens are under way at once goes round without a step that waits. */
    private static final int MOST_UNDER_WAY = 100;

    private final Scope scope;
    private final List<Flow> entries;
    private final Set<Boundary> joined;
    private final Effort effort;
    private final BitSet visited = new BitSet();
    private final BitSet[] reach;
    private final BitSet passedAtOnce = new BitSet();

    /** What a move leads to. */
    record Outcome(Marking marking, @Nullable Trace trace) {}

    /** Flows that tokens have taken and not yet followed, next first. */
    private record UnderWay(Flow flow, @Nullable UnderWay rest) {}

    /** In the middle of a move. */
    private record Partial(Marking marking, @Nullable UnderWay underWay) {}

    private record Open(Partial partial, @Nullable Trace trace) {}

    /**
     * A game.
     *
     * @param entries each of which can let the first token in
     * @param joined events that let a second token into the paths of the first
     * @param shortened whether steps that can only lead to one other step are passed at once, which finds the same
     * @param effort that playing it may take
     */
    Game(Scope scope, List<Flow> entries, Set<Boundary> joined, boolean shortened, Effort effort) {
        this.scope = scope;
        this.entries = entries;
        this.joined = joined;
        this.effort = effort;
        this.reach = new BitSet[scope.steps().size()];
        if (shortened) {
            scope.steps().stream().filter(this::leadsToOneOther).forEach(step -> passedAtOnce.set(step.index()));
        }
    }

    Scope scope() {
        return scope;
    }

    /** The steps that a token has come to. */
    BitSet visited() {
        return visited;
    }

    List<Outcome> begin() {
        Marking empty = new Marking(
                scope.steps().size(),
                scope.boundaries().stream().mapToInt(List::size).sum());
        List<Outcome> outcomes = new ArrayList<>();
        entries.forEach(entry -> settle(empty, new UnderWay(entry, null), null, outcomes));
        return outcomes;
    }

    List<Outcome> moves(Marking marking, @Nullable Trace trace) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Step step : scope.steps()) {
            if (marking.at(step.index()) > 0 && step.waits()) {
                if (step.kind() == Kind.WAITS) {
                    finish(marking, step, trace, outcomes);
                } else {
                    events(marking, step, trace, outcomes);
                }
                edge(marking, step, trace, outcomes);
            }
        }
        return outcomes;
    }

    private void finish(Marking marking, Step step, @Nullable Trace trace, List<Outcome> outcomes) {
        Flow here = Flow.into(step.index());
        for (List<Flow> taken : Choices.of(step, scope.out().get(step.index()))) {
            List<Flow> inOrder = new ArrayList<>(taken);
            if (step.signalled()) {
                Collections.reverse(inOrder);
            }
            settle(without(marking, step), take(inOrder, null), new Trace(trace, step, here, taken), outcomes);
        }
    }

    private void events(Marking marking, Step gateway, @Nullable Trace trace, List<Outcome> outcomes) {
        for (Flow flow : scope.out().get(gateway.index())) {
            Trace chosen = new Trace(trace, gateway, Flow.into(gateway.index()), List.of(flow));
            visited.set(flow.to());
            Step event = scope.step(flow.to());
            for (List<Flow> taken : Choices.of(event, scope.out().get(event.index()))) {
                settle(without(marking, gateway), take(taken, null), new Trace(chosen, event, flow, taken), outcomes);
            }
        }
    }

    private void edge(Marking marking, Step host, @Nullable Trace trace, List<Outcome> outcomes) {
        for (Boundary boundary : scope.boundaries().get(host.index())) {
            if (boundary.possible()) {
                Trace open = new Trace(trace, host, Flow.into(host.index()), null);
                UnderWay event = new UnderWay(Flow.into(boundary.event()), null);
                if (boundary.interrupting()) {
                    settle(without(marking, host), event, open, outcomes);
                } else if (joined.contains(boundary) && !marking.happened(boundary)) {
                    settle(boundary.repeats() ? marking : marking.withHappened(boundary), event, open, outcomes);
                }
            }
        }
    }

    private Marking without(Marking marking, Step step) {
        return marking.minus(step.index(), scope.boundaries().get(step.index()));
    }

    private static @Nullable UnderWay take(List<Flow> taken, @Nullable UnderWay rest) {
        UnderWay underWay = rest;
        for (int i = taken.size() - 1; i >= 0; i--) {
            underWay = new UnderWay(taken.get(i), underWay);
        }
        return underWay;
    }

    /** Follows all tokens under way to where they wait or end. */
    private void settle(Marking start, @Nullable UnderWay first, @Nullable Trace trace, List<Outcome> outcomes) {
        Set<Partial> known = new HashSet<>();
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(new Partial(start, first), trace));
        while (!open.isEmpty()) {
            Open next = open.pop();
            if (known.add(next.partial)) {
                effort.spend(scope);
                UnderWay underWay = next.partial.underWay;
                if (underWay == null) {
                    outcomes.add(new Outcome(next.partial.marking, next.trace));
                } else {
                    refuseWithoutEnd(next.partial.marking, underWay);
                    List<Open> further = arrive(next.partial.marking, underWay.flow, underWay.rest, next.trace);
                    for (int i = further.size() - 1; i >= 0; i--) {
                        open.push(further.get(i));
                    }
                }
            }
        }
    }

    private void refuseWithoutEnd(Marking marking, UnderWay first) {
        int size = marking.at(first.flow.to());
        for (UnderWay underWay = first; underWay != null; underWay = underWay.rest) {
            size++;
        }
        if (size > MOST_UNDER_WAY) {
            throw new NotCheckedException(
                    scope.step(first.flow.to()),
                    "goes round and starts ever new paths without a step that waits. Let the loop wait for a person, a time or"
                            + " a message");
        }
    }

    private List<Open> arrive(Marking marking, Flow by, @Nullable UnderWay rest, @Nullable Trace trace) {
        Step step = scope.step(by.to());
        int index = step.index();
        visited.set(index);
        return switch (step.kind()) {
            case WAITS ->
                passedAtOnce.get(index) ? pass(marking, step, by, rest, trace) : stay(marking.plus(index), rest, trace);
            case WAITS_FOR_EVENTS -> stay(marking.plus(index), rest, trace);
            case PASSES, EXCLUSIVE -> pass(marking, step, by, rest, trace);
            case PARALLEL, INCLUSIVE -> {
                Marking arrived = marking.plus(index);
                int needed = scope.in().get(index).size();
                boolean complete = step.kind() == Kind.PARALLEL
                        ? arrived.at(index) == needed
                        : arrived.at(index) >= needed || !canBeReached(index, marking, rest);
                yield complete
                        ? pass(arrived.cleared(index), step, by, rest, trace)
                        : stay(arrived, rest, new Trace(trace, step, by, null));
            }
            case ENDS_ALL -> stay(marking.nothing(), null, new Trace(trace, step, by, List.of()));
        };
    }

    private static List<Open> stay(Marking marking, @Nullable UnderWay rest, @Nullable Trace trace) {
        return List.of(new Open(new Partial(marking, rest), trace));
    }

    private List<Open> pass(Marking marking, Step step, Flow by, @Nullable UnderWay rest, @Nullable Trace trace) {
        List<Open> further = new ArrayList<>();
        for (List<Flow> taken : Choices.of(step, scope.out().get(step.index()))) {
            further.add(new Open(new Partial(marking, take(taken, rest)), new Trace(trace, step, by, taken)));
        }
        return further;
    }

    private boolean canBeReached(int gateway, Marking marking, @Nullable UnderWay rest) {
        for (int step = 0; step < reach.length; step++) {
            if (step != gateway && marking.at(step) > 0 && reach(step).get(gateway)) {
                return true;
            }
        }
        for (UnderWay underWay = rest; underWay != null; underWay = underWay.rest) {
            if (reach(underWay.flow.to()).get(gateway)) {
                return true;
            }
        }
        return false;
    }

    private BitSet reach(int step) {
        BitSet known = reach[step];
        if (known == null) {
            known = scope.reachable(step, Scope.Edges.NONE);
            reach[step] = known;
        }
        return known;
    }

    /** Done sooner or later, such a step changes nothing for the other tokens; two at once meet at the step behind it. */
    private boolean leadsToOneOther(Step step) {
        List<Flow> out = scope.out().get(step.index());
        if (step.kind() != Kind.WAITS || out.size() != 1) {
            return false;
        }
        Step next = scope.step(out.get(0).to());
        boolean stays = scope.boundaries().get(step.index()).stream()
                .noneMatch(boundary -> boundary.interrupting() || joined.contains(boundary));
        return stays
                && next.kind() == Kind.WAITS
                && next.index() != step.index()
                && scope.in().get(next.index()).size() == 1;
    }
}
