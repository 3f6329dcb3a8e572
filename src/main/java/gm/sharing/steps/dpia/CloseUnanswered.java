package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Records that a data protection officer did not advise in time. */
@Needs("adviser")
@ModelBean(value = "closeUnanswered", in = "dpo-advice")
class CloseUnanswered implements JavaDelegate {

    private final Dpias dpias;

    CloseUnanswered(Dpias dpias) {
        this.dpias = dpias;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dpias.closeUnanswered(new ProjectReference(execution.getProcessBusinessKey()), new OrganisationCode((String)
                execution.getVariable("adviser")));
    }
}
