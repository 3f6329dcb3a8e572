package gm.sharing.steps.consultation;

import gm.sharing.consultation.Periods;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Keeps the times that the table {@code consultation-periods} gave with the consultation. */
@Needs(
        value = {"acceptancePeriod", "advicePeriod", "extensionPeriod", "extensionTold"},
        forms = "ico-submit")
@ModelBean(value = "startConsultationClock", in = "prior-consultation")
class StartConsultationClock implements ServiceStep {

    private final PriorConsultations consultations;

    StartConsultationClock(PriorConsultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public void run(Instance instance) {
        consultations.startClock(
                instance.reference(),
                new Periods(
                        ConsultationClock.period(instance, "acceptancePeriod"),
                        ConsultationClock.period(instance, "advicePeriod"),
                        ConsultationClock.period(instance, "extensionPeriod"),
                        ConsultationClock.period(instance, "extensionTold")));
    }
}
