package gm.sharing.workflow.form;

import java.io.InputStream;
import java.util.Collection;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's service for forms, which asks the form's handler when somebody opens the form of a task. */
final class Forms extends FormServiceImpl {

    private final StartForms starts;

    Forms(StartForms starts) {
        this.starts = starts;
    }

    @Override
    public InputStream getDeployedStartForm(String process) {
        return commandExecutor.execute(new OpenStartForm(process, starts));
    }

    @Override
    public VariableMap getTaskFormVariables(String task, @Nullable Collection<String> names, boolean deserialized) {
        return commandExecutor.execute(new OpenForm(task, names, deserialized));
    }
}
