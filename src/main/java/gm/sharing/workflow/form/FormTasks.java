package gm.sharing.workflow.form;

import gm.sharing.project.ProjectReference;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.dao.ConcurrencyFailureException;

/** Reads what handlers need to know of the engine's task. */
final class FormTasks {

    private FormTasks() {}

    /** @throws ConcurrencyFailureException when somebody else completes the task while it is read */
    static FormTask of(DelegateTask task) {
        var execution = task.getExecution();
        if (execution == null) {
            throw new ConcurrencyFailureException("Task " + task.getId() + " ended while it was read");
        }
        return new FormTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                new ProjectReference(execution.getProcessBusinessKey()),
                execution.getVariables());
    }
}
