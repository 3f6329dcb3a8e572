package gm.sharing.workflow.form;

import gm.sharing.project.ProjectReference;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Reads what handlers need to know of the engine's task. */
final class FormTasks {

    private FormTasks() {}

    static FormTask of(DelegateTask task) {
        var execution = task.getExecution();
        return new FormTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                new ProjectReference(execution.getProcessBusinessKey()),
                execution.getVariables());
    }
}
