package gm.sharing.workflow.gate.soundness;

import java.util.Arrays;

/** How many tokens stay at each step of a scope, and which events at edges have happened that happen once only. */
final class Marking {

    private final byte[] tokens;
    private final int steps;

    Marking(int steps, int boundaries) {
        this(new byte[steps + boundaries], steps);
    }

    private Marking(byte[] tokens, int steps) {
        this.tokens = tokens;
        this.steps = steps;
    }

    int at(int step) {
        return tokens[step];
    }

    boolean happened(Boundary boundary) {
        return tokens[steps + boundary.index()] != 0;
    }

    Marking plus(int step) {
        Marking more = copy();
        more.tokens[step]++;
        return more;
    }

    /** Without one token of a step; events at its edge can happen anew. */
    Marking minus(int step, Iterable<Boundary> edge) {
        Marking fewer = copy();
        fewer.tokens[step]--;
        edge.forEach(boundary -> fewer.tokens[steps + boundary.index()] = 0);
        return fewer;
    }

    Marking cleared(int step) {
        Marking none = copy();
        none.tokens[step] = 0;
        return none;
    }

    Marking withHappened(Boundary boundary) {
        Marking marked = copy();
        marked.tokens[steps + boundary.index()] = 1;
        return marked;
    }

    Marking nothing() {
        return new Marking(new byte[tokens.length], steps);
    }

    private Marking copy() {
        return new Marking(tokens.clone(), steps);
    }

    boolean isEmpty() {
        for (int step = 0; step < steps; step++) {
            if (tokens[step] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is the other with further tokens. */
    boolean outgrows(Marking other) {
        boolean more = false;
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] < other.tokens[i] || (i >= steps && tokens[i] != other.tokens[i])) {
                return false;
            }
            more |= tokens[i] > other.tokens[i];
        }
        return more;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marking marking && Arrays.equals(tokens, marking.tokens);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tokens);
    }
}
