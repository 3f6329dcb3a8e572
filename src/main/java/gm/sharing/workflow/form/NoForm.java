package gm.sharing.workflow.form;

import gm.sharing.Refused;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Of a task without a form, as only models from before the gate have it. It can be done, but takes no answers: the engine
 * would make a variable of the process of whatever is handed in.
 */
record NoForm(TaskFormHandler engines) implements EnginesForm {

    @Override
    public void submitFormVariables(VariableMap answers, VariableScope task) {
        if (!answers.isEmpty()) {
            Submissions.refusing(() -> {
                throw new Refused("This task has no form, so it takes no answers.");
            });
        }
    }
}
