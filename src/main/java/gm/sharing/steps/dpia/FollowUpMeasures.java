package gm.sharing.steps.dpia;

import gm.sharing.measure.Measures;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Puts the measures of the assessment that was just approved into the register; they are followed up once the agreement is published. */
@ModelBean(value = "followUpMeasures", in = "dpia")
class FollowUpMeasures implements JavaDelegate {

    private final Measures measures;

    FollowUpMeasures(Measures measures) {
        this.measures = measures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        measures.promise(new ProjectReference(execution.getProcessBusinessKey()));
    }
}
