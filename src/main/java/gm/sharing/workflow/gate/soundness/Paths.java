package gm.sharing.workflow.gate.soundness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a scope apart. What a non-interrupting event starts is a path of its own, when it shares nothing but ends with the
 * path that it leaves: such a path is played alone, however often it is started, because its tokens meet no others.
 */
final class Paths {

    private final Scope scope;
    private final Effort effort;
    private final Map<Boundary, BitSet> sides = new LinkedHashMap<>();

    Paths(Scope scope, Effort effort) {
        this.scope = scope;
        this.effort = effort;
        scope.boundaries().stream()
                .flatMap(List::stream)
                .filter(boundary -> !boundary.interrupting() && boundary.possible())
                .forEach(boundary -> sides.put(boundary, scope.reachable(boundary.event(), Scope.Edges.INTERRUPTING)));
    }

    /** A path, and the event that starts it; none for the one from the start of the scope. */
    record Path(Game game, @Nullable Boundary startedBy) {}

    Path main(boolean shortened) {
        List<Flow> entries =
                scope.starts().stream().map(start -> Flow.into(start.index())).toList();
        return new Path(game(entries, shortened), null);
    }

    /** The paths of the events at the edges of steps that a game has come to, and that are not part of it. */
    List<Path> beside(Game game, Set<Boundary> played) {
        List<Path> paths = new ArrayList<>();
        sides.keySet().stream()
                .filter(side ->
                        game.visited().get(side.host()) && !game.visited().get(side.event()))
                .filter(played::add)
                .forEach(side -> paths.add(new Path(game(List.of(Flow.into(side.event())), true), side)));
        return paths;
    }

    /** Whether an event can happen again while the path that it started is still open. */
    boolean canOverlap(Boundary side) {
        BitSet behind = new BitSet();
        scope.out().get(side.host()).forEach(flow -> behind.set(flow.to()));
        return side.repeats() || scope.reachable(behind, Scope.Edges.POSSIBLE).get(side.host());
    }

    /** Everything that flows and events connect with the start. */
    BitSet connected() {
        BitSet starts = new BitSet();
        scope.starts().forEach(start -> starts.set(start.index()));
        return scope.reachable(starts, Scope.Edges.POSSIBLE);
    }

    private Game game(List<Flow> entries, boolean shortened) {
        BitSet together = new BitSet();
        entries.forEach(entry -> together.set(entry.to()));
        together.or(scope.reachable(together, Scope.Edges.INTERRUPTING));
        Set<Boundary> joined = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Boundary side : sides.keySet()) {
                if (together.get(side.host()) && !joined.contains(side) && meets(side, together)) {
                    together.or(sides.get(side));
                    more = joined.add(side);
                }
            }
        }
        return new Game(scope, entries, joined, shortened, effort);
    }

    private boolean isMereEnd(int step) {
        return scope.isEnd(step) && !scope.step(step).waits();
    }

    /** Whether a side path, or one that starts beside it, comes to a step of the others. */
    private boolean meets(Boundary side, BitSet others) {
        Set<Boundary> known = new HashSet<>(Set.of(side));
        List<Boundary> open = new ArrayList<>(known);
        while (!open.isEmpty()) {
            BitSet path = Objects.requireNonNull(sides.get(open.remove(open.size() - 1)));
            if (path.stream().anyMatch(step -> others.get(step) && !isMereEnd(step))) {
                return true;
            }
            sides.keySet().stream()
                    .filter(next -> path.get(next.host()) && known.add(next))
                    .forEach(open::add);
        }
        return false;
    }
}
