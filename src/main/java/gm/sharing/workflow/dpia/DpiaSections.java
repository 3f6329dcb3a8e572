package gm.sharing.workflow.dpia;

import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.Dpias;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What the model asks about the assessment's sections. */
@ModelBean("dpiaSections")
public class DpiaSections {

    private final Dpias dpias;

    DpiaSections(Dpias dpias) {
        this.dpias = dpias;
    }

    /** Whether the section with this code waits to be written. */
    public boolean isOpen(DelegateExecution execution, String section) {
        return dpia(execution).section(DpiaSection.of(section)).open();
    }

    /** Whether a risk stays high and the lead has not said yet what to do about it. */
    public boolean hasUnansweredHighRisk(DelegateExecution execution) {
        Dpia dpia = dpia(execution);
        return dpia.isConsultationNeeded() && dpia.whyNotReduced().isEmpty();
    }

    /** Whether a risk stays high on which the Information Commissioner was not consulted (Article 36 of UK GDPR). */
    public boolean needsConsultation(DelegateExecution execution) {
        return dpia(execution).isConsultationNeeded();
    }

    private Dpia dpia(DelegateExecution execution) {
        return dpias.get(new ProjectReference(execution.getProcessBusinessKey()));
    }
}
