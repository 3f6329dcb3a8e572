package gm.sharing.steps.dpia;

import gm.sharing.consultation.Outcome;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.measure.Measures;
import gm.sharing.project.ProjectEnds;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Ends the project in the record, for the reasons that were given at the end of the prior consultation. */
@Sets(@Variable(name = "dpiaOutcome", values = "stopped"))
@ModelBean(value = "stopAfterConsultation", in = "dpia")
class StopAfterConsultation implements ServiceStep {

    private final PriorConsultations consultations;
    private final ProjectEnds ends;
    private final Measures measures;

    StopAfterConsultation(PriorConsultations consultations, ProjectEnds ends, Measures measures) {
        this.consultations = consultations;
        this.ends = ends;
        this.measures = measures;
    }

    @Override
    public void run(Instance instance) {
        var reference = instance.reference();
        var reasons = consultations
                .get(reference)
                .outcome()
                .map(Outcome::reasons)
                .orElseThrow(() -> new IllegalStateException("Nobody decided to stop " + reference));
        ends.stopAfterConsultation(reference, reasons);
        measures.end(reference);
        instance.set("dpiaOutcome", "stopped");
    }
}
