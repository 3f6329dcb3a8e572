package gm.sharing.steps.signoff;

import gm.sharing.project.Projects;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Says in the record that the project waits for the Information Board. */
@ModelBean(value = "referToBoard", in = "approve-sign-off-rule")
class ReferToBoard implements ServiceStep {

    private final Projects projects;

    ReferToBoard(Projects projects) {
        this.projects = projects;
    }

    @Override
    public void run(Instance instance) {
        projects.referredToBoard(instance.reference());
    }
}
