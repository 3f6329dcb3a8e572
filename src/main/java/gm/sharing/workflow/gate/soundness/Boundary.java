package gm.sharing.workflow.gate.soundness;

/**
 * An event at the edge of a step.
 *
 * @param index its place among the boundary events of its scope
 * @param event index of its own step
 * @param host index of the step at whose edge it is
 * @param repeats whether it can happen more than once while the host is open
 * @param possible whether anything lets it happen
 */
record Boundary(int index, int event, int host, boolean interrupting, boolean repeats, boolean possible) {}
