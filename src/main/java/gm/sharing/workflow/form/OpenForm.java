package gm.sharing.workflow.form;

import java.util.Collection;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** Gives whoever opens a task's form what it shows, beside the variables that the engine gives. */
final class OpenForm extends GetTaskFormVariablesCmd {

    private static final long serialVersionUID = 1L;

    OpenForm(String task, @Nullable Collection<String> names, boolean deserialized) {
        super(task, names, deserialized);
    }

    /** The engine checks first that the person may read the task. */
    @Override
    public VariableMap execute(CommandContext context) {
        var variables = super.execute(context);
        var task = context.getTaskManager().findTaskById(resourceId);
        if (task.getTaskDefinition().getTaskFormHandler() instanceof TaskFormSubmission form) {
            form.shown(task, deserializeObjectValues).forEach((name, value) -> {
                if (formVariableNames == null || formVariableNames.contains(name)) {
                    variables.putValueTyped(name, value);
                }
            });
        }
        return variables;
    }
}
