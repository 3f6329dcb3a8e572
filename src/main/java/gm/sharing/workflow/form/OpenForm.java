package gm.sharing.workflow.form;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.StringValue;
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
            inert(variables);
            // A variable of the process is no answer to a question that happens to have its name.
            form.own().forEach(variables::remove);
            form.shown(task, deserializeObjectValues).forEach((name, value) -> {
                if (formVariableNames == null || formVariableNames.contains(name)) {
                    variables.putValueTyped(name, value);
                }
            });
        }
        return variables;
    }

    /** Texts of forms read Markdown, and the engine's own variables, such as the project's name, know nothing of it. */
    private static void inert(VariableMap variables) {
        for (String name : List.copyOf(variables.keySet())) {
            if (variables.getValueTyped(name) instanceof StringValue text && text.getValue() != null) {
                variables.putValueTyped(name, Variables.stringValue(Markdown.plain(text.getValue())));
            }
        }
    }
}
