package gm.sharing.steps.dpia;

import gm.sharing.code.Coded;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.Dpias;
import gm.sharing.ethics.Ethics;
import gm.sharing.project.ProjectReference;
import gm.sharing.steps.screening.ProjectFacts;
import gm.sharing.workflow.gate.expression.OneOf;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;

/** What the model asks about the assessment's sections. */
@ModelBean("dpiaSections")
public class DpiaSections {

    private final Dpias dpias;
    private final Ethics ethics;
    private final ProjectFacts facts;

    DpiaSections(Dpias dpias, Ethics ethics, ProjectFacts facts) {
        this.dpias = dpias;
        this.ethics = ethics;
        this.facts = facts;
    }

    /** Whether the section with this code waits to be written. */
    public boolean isOpen(Instance execution, @OneOf(codes = DpiaSection.class) String section) {
        return dpia(execution).section(Coded.of(DpiaSection.class, section)).open();
    }

    /** Whether a risk stays high and the lead has not said yet what to do about it. */
    public boolean hasUnansweredHighRisk(Instance execution) {
        Dpia dpia = dpia(execution);
        return dpia.riskRegister().isConsultationNeeded()
                && dpia.riskRegister().whyNotReduced().isEmpty();
    }

    /** Whether a risk stays high on which the Information Commissioner was not consulted (Article 36 of UK GDPR). */
    public boolean needsConsultation(Instance execution) {
        return dpia(execution).riskRegister().isConsultationNeeded();
    }

    /**
     * Whether the project uses an algorithmic tool that is not on record yet, or is assessed as a whole again so that its
     * record has to be read again.
     */
    public boolean needsAlgorithmRecord(Instance execution) {
        var reference = reference(execution);
        return facts.of(reference).algorithmicTool()
                && (ethics.algorithmOf(reference).isEmpty()
                        || dpia(execution).openSections().size() == DpiaSection.values().length);
    }

    /** Whether the ethics panel did not advise on the project as it is assessed now. */
    public boolean lacksEthicsAdvice(Instance execution) {
        return !ethics.adviceStands(reference(execution));
    }

    private Dpia dpia(Instance execution) {
        return dpias.get(reference(execution));
    }

    private static ProjectReference reference(Instance execution) {
        return execution.reference();
    }
}
