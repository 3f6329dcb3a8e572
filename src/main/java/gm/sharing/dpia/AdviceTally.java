package gm.sharing.dpia;

/**
 * How many of those who were asked advised what; the table {@code dpia-gate} decides what follows.
 *
 * @param approved let the processing go ahead, on conditions or not
 * @param rejected advised against it
 * @param open were asked and may still answer
 * @param overdue did not answer in time
 */
public record AdviceTally(int approved, int rejected, int open, int overdue) {}
