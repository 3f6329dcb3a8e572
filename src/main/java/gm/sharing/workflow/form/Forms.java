package gm.sharing.workflow.form;

import java.util.Collection;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's service for forms, which asks the form's handler when somebody opens the form of a task. */
public final class Forms extends FormServiceImpl {

    @Override
    public VariableMap getTaskFormVariables(String task, @Nullable Collection<String> names, boolean deserialized) {
        return commandExecutor.execute(new OpenForm(task, names, deserialized));
    }
}
