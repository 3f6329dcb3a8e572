package gm.sharing.workflow.form;

import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Names the project, or the organisation, in task lists, tells those who may act, and lets nothing but the form complete the task. */
@Component
class FormTaskListener {

    private final TaskPartners partners;
    private final ObjectProvider<Projects> projects;
    private final ObjectProvider<TaskNotice> notice;
    private final ObjectProvider<OrganisationTaskNotice> ofOrganisations;

    FormTaskListener(
            TaskPartners partners,
            ObjectProvider<Projects> projects,
            ObjectProvider<TaskNotice> notice,
            ObjectProvider<OrganisationTaskNotice> ofOrganisations) {
        this.partners = partners;
        this.ofOrganisations = ofOrganisations;
        this.projects = projects;
        this.notice = notice;
    }

    TaskListener created() {
        return task -> {
            String about = task.getExecution().getProcessBusinessKey();
            if (!ProjectReference.isOne(about)) {
                task.setVariableLocal("project", ofOrganisations.getObject().tell(task, new OrganisationCode(about)));
                return;
            }
            partners.note(task);
            var project = projects.getObject().headline(new ProjectReference(about));
            task.setVariableLocal("project", project.reference() + " " + project.title());
            notice.getObject().tell(task, project);
        };
    }

    TaskListener completing() {
        return FormTaskListener::completedByForm;
    }

    /** Whoever answers a task of their office without taking it has done it: later, the task alone tells who did. */
    private static void completedByForm(DelegateTask task) {
        if (!Submissions.wasAccepted(task.getId())) {
            throw new Refused("Complete this task with its form.");
        }
        String person = Context.getCommandContext().getAuthenticatedUserId();
        if (task.getAssignee() == null && person != null) {
            task.setAssignee(person);
        }
    }
}
