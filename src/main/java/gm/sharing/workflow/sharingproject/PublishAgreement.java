package gm.sharing.workflow.sharingproject;

import gm.sharing.agreement.Agreements;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Puts the signed agreement in force and on the register. */
@ModelBean("publishAgreement")
class PublishAgreement implements JavaDelegate {

    private final Agreements agreements;
    private final Projects projects;

    PublishAgreement(Agreements agreements, Projects projects) {
        this.agreements = agreements;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = new ProjectReference(execution.getProcessBusinessKey());
        agreements.publish(reference);
        projects.published(reference);
    }
}
