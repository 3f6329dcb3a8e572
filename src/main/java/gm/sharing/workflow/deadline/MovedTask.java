package gm.sharing.workflow.deadline;

import java.time.Instant;
import org.camunda.bpm.engine.task.Task;

/**
 * A task that is due later than it was.
 *
 * @param before when it was due
 */
record MovedTask(Task task, Instant before, Instant due) {}
