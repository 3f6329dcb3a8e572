package gm.sharing.steps.screening;

import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.ScreeningOutcome;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Keeps on record what the table {@code dpia-screening} makes of the lead's answers. */
@Needs(
        value = {"screeningOutcome", "screeningReason"},
        forms = "answer-screening")
@ModelBean(value = "recordScreening", in = "sharing-project")
class RecordScreening implements JavaDelegate {

    private final Dpias dpias;

    RecordScreening(Dpias dpias) {
        this.dpias = dpias;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dpias.recordScreening(
                new ProjectReference(execution.getProcessBusinessKey()),
                ScreeningOutcome.valueOf((String) execution.getVariable("screeningOutcome")),
                (String) execution.getVariable("screeningReason"));
    }
}
