package gm.sharing.steps.consultation;

import gm.sharing.consultation.PriorConsultations;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Begins the record of a prior consultation. */
@ModelBean(value = "openConsultation", in = "prior-consultation")
class OpenConsultation implements JavaDelegate {

    private final PriorConsultations consultations;

    OpenConsultation(PriorConsultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consultations.open(new ProjectReference(execution.getProcessBusinessKey()));
    }
}
