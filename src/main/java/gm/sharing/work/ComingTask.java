package gm.sharing.work;

/**
 * A task that may come.
 *
 * @param name as the model names it
 * @param after the open task that has to be done first
 */
public record ComingTask(String name, WorkTask after) {}
