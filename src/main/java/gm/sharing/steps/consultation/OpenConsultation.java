package gm.sharing.steps.consultation;

import gm.sharing.consultation.PriorConsultations;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Begins the record of a prior consultation. */
@ModelBean(value = "openConsultation", in = "prior-consultation")
class OpenConsultation implements ServiceStep {

    private final PriorConsultations consultations;

    OpenConsultation(PriorConsultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public void run(Instance instance) {
        consultations.open(instance.reference());
    }
}
