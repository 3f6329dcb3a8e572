package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpias;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Records that a data protection officer did not advise in time. */
@Needs("adviser")
@ModelBean(value = "closeUnanswered", in = "dpo-advice")
class CloseUnanswered implements ServiceStep {

    private final Dpias dpias;

    CloseUnanswered(Dpias dpias) {
        this.dpias = dpias;
    }

    @Override
    public void run(Instance instance) {
        dpias.closeUnanswered(instance.reference(), instance.organisation("adviser"));
    }
}
