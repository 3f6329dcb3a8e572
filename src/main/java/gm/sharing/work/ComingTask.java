package gm.sharing.work;

/**
 * A task that may come.
 *
 * @param name as the model names it
 * @param after the open task that has to be done first
 * @param sameDue whether it is due on the day of that task
 */
public record ComingTask(String name, WorkTask after, boolean sameDue) {}
