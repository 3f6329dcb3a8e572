package gm.sharing.workflow.form;

import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;

/** Gives whoever opens a task's form what it shows, beside the variables that the engine gives. */
public final class FormOpening extends CommandInterceptor {

    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
        return command instanceof GetTaskFormVariablesCmd opening
                ? (T) next.execute(context -> opened(opening, context))
                : next.execute(command);
    }

    /** After the engine has checked that the person may read the task. */
    private static VariableMap opened(GetTaskFormVariablesCmd opening, CommandContext context) {
        var variables = opening.execute(context);
        var task = context.getTaskManager().findTaskById(opening.resourceId);
        if (task.getTaskDefinition().getTaskFormHandler() instanceof TaskFormSubmission form) {
            form.shown(task).forEach((name, value) -> {
                if (opening.formVariableNames == null || opening.formVariableNames.contains(name)) {
                    variables.putValueTyped(name, value);
                }
            });
        }
        return variables;
    }
}
