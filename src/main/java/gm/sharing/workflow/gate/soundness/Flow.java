package gm.sharing.workflow.gate.soundness;

/**
 * A sequence flow, or the way by which an event without one lets a token in.
 *
 * @param from index of the step that it leaves, or {@link #NOWHERE}
 * @param to index of the step that it leads to
 */
record Flow(String id, String name, int from, int to, boolean conditional, boolean isDefault) {

    static final int NOWHERE = -1;

    /** The way into an event that starts a scope or interrupts a step. */
    static Flow into(int step) {
        return new Flow("", "", NOWHERE, step, false, false);
    }
}
