package gm.sharing.steps.dpia;

import gm.sharing.ethics.Ethics;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Records that the ethics panel did not advise in time. */
@ModelBean(value = "closeEthics", in = "dpia")
class CloseEthics implements ServiceStep {

    private final Ethics ethics;

    CloseEthics(Ethics ethics) {
        this.ethics = ethics;
    }

    @Override
    public void run(Instance instance) {
        ethics.closeUnanswered(instance.reference());
    }
}
