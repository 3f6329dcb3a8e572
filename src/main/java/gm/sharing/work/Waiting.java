package gm.sharing.work;

/**
 * How many tasks wait for somebody.
 *
 * @param overdue of these
 */
public record Waiting(long tasks, long overdue) {}
