package gm.sharing.workflow.dpia;

import gm.sharing.measure.Measures;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Follows up the measures of the assessment that was just approved. */
@ModelBean(value = "followUpMeasures", in = "dpia")
class FollowUpMeasures implements JavaDelegate {

    private final Measures measures;

    FollowUpMeasures(Measures measures) {
        this.measures = measures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        measures.followUp(new ProjectReference(execution.getProcessBusinessKey()));
    }
}
