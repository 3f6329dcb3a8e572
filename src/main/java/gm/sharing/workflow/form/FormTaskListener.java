package gm.sharing.workflow.form;

import gm.sharing.Refused;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Names the project in task lists, tells those who may act, and lets nothing but the form complete the task. */
@Component
class FormTaskListener {

    private final ObjectProvider<Projects> projects;
    private final ObjectProvider<TaskNotice> notice;

    FormTaskListener(ObjectProvider<Projects> projects, ObjectProvider<TaskNotice> notice) {
        this.projects = projects;
        this.notice = notice;
    }

    TaskListener created() {
        return task -> {
            var project = projects.getObject()
                    .headline(new ProjectReference(task.getExecution().getProcessBusinessKey()));
            task.setVariableLocal("project", project.reference() + " " + project.title());
            notice.getObject().tell(task, project);
        };
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
