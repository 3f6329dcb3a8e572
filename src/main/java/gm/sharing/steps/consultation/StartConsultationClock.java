package gm.sharing.steps.consultation;

import gm.sharing.consultation.Periods;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Keeps the times that the table {@code consultation-periods} gave with the consultation. */
@Needs(
        value = {"acceptancePeriod", "advicePeriod", "extensionPeriod", "extensionTold"},
        forms = "ico-submit")
@ModelBean(value = "startConsultationClock", in = "prior-consultation")
class StartConsultationClock implements JavaDelegate {

    private final PriorConsultations consultations;

    StartConsultationClock(PriorConsultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consultations.startClock(
                new ProjectReference(execution.getProcessBusinessKey()),
                new Periods(
                        ConsultationClock.period(execution, "acceptancePeriod"),
                        ConsultationClock.period(execution, "advicePeriod"),
                        ConsultationClock.period(execution, "extensionPeriod"),
                        ConsultationClock.period(execution, "extensionTold")));
    }
}
