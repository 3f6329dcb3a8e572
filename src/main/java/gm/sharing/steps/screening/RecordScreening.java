package gm.sharing.steps.screening;

import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.ScreeningOutcome;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;

/** Keeps on record what the table {@code dpia-screening} makes of the lead's answers. */
@Needs(
        value = {"screeningOutcome", "screeningReason"},
        forms = "answer-screening")
@ModelBean(value = "recordScreening", in = "sharing-project")
class RecordScreening implements ServiceStep {

    private final Dpias dpias;

    RecordScreening(Dpias dpias) {
        this.dpias = dpias;
    }

    @Override
    public void run(Instance instance) {
        dpias.recordScreening(
                instance.reference(),
                ScreeningOutcome.valueOf(instance.text("screeningOutcome")),
                instance.text("screeningReason"));
    }
}
