package gm.sharing.steps.dpia;

import gm.sharing.measure.Measures;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Puts the measures of the assessment that was just approved into the register; they are followed up once the agreement is published. */
@ModelBean(value = "followUpMeasures", in = "dpia")
class FollowUpMeasures implements ServiceStep {

    private final Measures measures;

    FollowUpMeasures(Measures measures) {
        this.measures = measures;
    }

    @Override
    public void run(Instance instance) {
        measures.promise(instance.reference());
    }
}
