package gm.sharing.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.Refused;
import gm.sharing.project.Projects;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows what the form's handler loads, tells those who may act, and lets nothing but the form complete the task. */
@Component
class FormTaskListener {

    private final FormHandlers handlers;
    private final ObjectMapper json;
    private final ObjectProvider<Projects> projects;
    private final ObjectProvider<TaskNotice> notice;

    FormTaskListener(
            FormHandlers handlers,
            ObjectMapper json,
            ObjectProvider<Projects> projects,
            ObjectProvider<TaskNotice> notice) {
        this.handlers = handlers;
        this.json = json;
        this.projects = projects;
        this.notice = notice;
    }

    TaskListener loading(String form) {
        return task -> {
            var formTask = FormTasks.of(task);
            var project = projects.getObject().headline(formTask.reference());
            task.setVariableLocal("project", formTask.reference() + " " + project.title());
            handlers.of(form).load(formTask).forEach((name, value) -> task.setVariableLocal(name, shown(value)));
            notice.getObject().tell(task, project);
        };
    }

    private @Nullable Object shown(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        try {
            return SpinValues.jsonValue(json.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form cannot show a " + value.getClass(), e);
        }
    }

    TaskListener completing() {
        return FormTaskListener::refuseCompletionWithoutForm;
    }

    private static void refuseCompletionWithoutForm(DelegateTask task) {
        if (!Submissions.wasAccepted(task.getId())) {
            throw new Refused("Complete this task with its form.");
        }
    }
}
