package gm.sharing.steps.agreement;

import gm.sharing.agreement.Agreements;
import gm.sharing.measure.Measures;
import gm.sharing.project.Projects;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Puts the signed agreement in force and on the register; its measures and the conditions of its signatures are followed up from now on. */
@ModelBean(value = "publishAgreement", in = "sharing-project")
class PublishAgreement implements ServiceStep {

    private final Agreements agreements;
    private final Projects projects;
    private final Measures measures;

    PublishAgreement(Agreements agreements, Projects projects, Measures measures) {
        this.agreements = agreements;
        this.projects = projects;
        this.measures = measures;
    }

    @Override
    public void run(Instance instance) {
        var reference = instance.reference();
        agreements.publish(reference);
        projects.published(reference);
        measures.followUp(reference);
    }
}
