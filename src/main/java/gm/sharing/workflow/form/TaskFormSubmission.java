package gm.sharing.workflow.form;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Takes the answers of a task's form to its handler, and what that shows to the form; none of it is stored by the engine. */
final class TaskFormSubmission implements EnginesForm {

    private final TaskFormHandler engines;
    private final String form;
    private final Submissions submissions;
    private final ShownForm shown;

    TaskFormSubmission(TaskFormHandler engines, String form, Submissions submissions, ShownForm shown) {
        this.engines = engines;
        this.form = form;
        this.submissions = submissions;
        this.shown = shown;
    }

    @Override
    public TaskFormHandler engines() {
        return engines;
    }

    Map<String, TypedValue> shown(TaskEntity task, boolean deserialized) {
        return shown.typed(form, task, deserialized);
    }

    /** The keys of the questions that the program does not read itself. */
    Set<String> own() {
        return shown.own(form);
    }

    @Override
    public void submitFormVariables(VariableMap answers, VariableScope task) {
        submissions.accept(form, (TaskEntity) task, answers);
    }
}
