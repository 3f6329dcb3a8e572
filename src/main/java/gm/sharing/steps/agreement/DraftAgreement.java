package gm.sharing.steps.agreement;

import gm.sharing.agreement.Agreements;
import gm.sharing.project.Projects;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Drafts the next version of the agreement from the record. */
@Needs(forms = {"describe-needs", "name-partners", "describe-flows", "agree-arrangements", "answer-screening"})
@ModelBean(value = "draftAgreement", in = "sharing-project")
class DraftAgreement implements ServiceStep {

    private final Agreements agreements;
    private final Projects projects;

    DraftAgreement(Agreements agreements, Projects projects) {
        this.agreements = agreements;
        this.projects = projects;
    }

    @Override
    public void run(Instance instance) {
        var reference = instance.reference();
        agreements.draft(reference);
        projects.drafted(reference);
    }
}
