package gm.sharing.workflow.gate.soundness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A process or a sub-process without what is inside its own sub-processes. Each is a scope to the engine, whose tokens never
 * meet those of another; a sub-process that can always end is one step of the scope around it.
 *
 * @param name of the sub-process; empty for a process
 * @param starts the steps one of which lets the first token in
 * @param neverStarted whether it is started by an event that nothing throws
 * @param interruptible whether an event from outside can end it
 */
record Scope(
        String name,
        List<Step> steps,
        List<Flow> flows,
        List<List<Flow>> out,
        List<List<Flow>> in,
        List<List<Boundary>> boundaries,
        List<Step> starts,
        boolean neverStarted,
        boolean interruptible,
        List<Scope> inner) {

    static Scope of(
            String name,
            List<Step> steps,
            List<Flow> flows,
            List<Boundary> boundaries,
            List<Step> starts,
            boolean neverStarted,
            boolean interruptible,
            List<Scope> inner) {
        List<List<Flow>> out = lists(steps.size());
        List<List<Flow>> in = lists(steps.size());
        for (Flow flow : flows) {
            out.get(flow.from()).add(flow);
            in.get(flow.to()).add(flow);
        }
        List<List<Boundary>> at = lists(steps.size());
        boundaries.forEach(boundary -> at.get(boundary.host()).add(boundary));
        return new Scope(name, steps, flows, out, in, at, starts, neverStarted, interruptible, inner);
    }

    private static <T> List<List<T>> lists(int size) {
        List<List<T>> lists = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    Step step(int index) {
        return steps.get(index);
    }

    boolean isEnd(int step) {
        return out.get(step).isEmpty();
    }

    /** Everything that a token can reach from some steps, these included. */
    BitSet reachable(BitSet from, Edges edges) {
        BitSet reached = new BitSet(steps.size());
        BitSet open = (BitSet) from.clone();
        for (int step = open.nextSetBit(0); step >= 0; step = open.nextSetBit(0)) {
            open.clear(step);
            reached.set(step);
            out.get(step).forEach(flow -> mark(flow.to(), reached, open));
            for (Boundary boundary : boundaries.get(step)) {
                if (edges.follow(boundary)) {
                    mark(boundary.event(), reached, open);
                }
            }
        }
        return reached;
    }

    private static void mark(int step, BitSet reached, BitSet open) {
        if (!reached.get(step)) {
            open.set(step);
        }
    }

    BitSet reachable(int from, Edges edges) {
        BitSet start = new BitSet(steps.size());
        start.set(from);
        return reachable(start, edges);
    }

    /** Which events at the edge of steps count as ways on. */
    enum Edges {
        NONE,
        INTERRUPTING,
        POSSIBLE;

        private boolean follow(Boundary boundary) {
            return switch (this) {
                case NONE -> false;
                case INTERRUPTING -> boundary.interrupting() && boundary.possible();
                case POSSIBLE -> boundary.possible();
            };
        }
    }
}
