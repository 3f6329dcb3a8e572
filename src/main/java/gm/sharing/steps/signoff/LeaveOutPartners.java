package gm.sharing.steps.signoff;

import gm.sharing.project.Projects;
import gm.sharing.signoff.Rounds;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Makes sure that the partners without whom the agreement goes on are out of the project. */
@Needs("round")
@ModelBean(value = "leaveOutPartners", in = "sharing-project")
class LeaveOutPartners implements ServiceStep {

    private final Rounds rounds;
    private final Projects projects;

    LeaveOutPartners(Rounds rounds, Projects projects) {
        this.rounds = rounds;
        this.projects = projects;
    }

    @Override
    public void run(Instance instance) {
        var reference = instance.reference();
        projects.leaveOut(reference, rounds.leftOut(reference, instance.round()));
    }
}
