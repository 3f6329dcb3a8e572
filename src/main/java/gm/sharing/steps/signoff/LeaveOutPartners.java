package gm.sharing.steps.signoff;

import gm.sharing.project.Projects;
import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Makes sure that the partners without whom the agreement goes on are out of the project. */
@Needs("round")
@ModelBean(value = "leaveOutPartners", in = "sharing-project")
class LeaveOutPartners implements JavaDelegate {

    private final SignOffs signOffs;
    private final Projects projects;

    LeaveOutPartners(SignOffs signOffs, Projects projects) {
        this.signOffs = signOffs;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = SignOffRounds.reference(execution);
        projects.leaveOut(reference, signOffs.leftOut(reference, SignOffRounds.round(execution)));
    }
}
