package gm.sharing.steps.signoff;

import gm.sharing.project.Projects;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Says in the record that the project waits for the Information Board. */
@ModelBean(value = "referToBoard", in = "approve-sign-off-rule")
class ReferToBoard implements JavaDelegate {

    private final Projects projects;

    ReferToBoard(Projects projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.referredToBoard(SignOffRounds.reference(execution));
    }
}
