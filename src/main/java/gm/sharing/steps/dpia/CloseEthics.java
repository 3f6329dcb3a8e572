package gm.sharing.steps.dpia;

import gm.sharing.ethics.Ethics;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Records that the ethics panel did not advise in time. */
@ModelBean(value = "closeEthics", in = "dpia")
class CloseEthics implements JavaDelegate {

    private final Ethics ethics;

    CloseEthics(Ethics ethics) {
        this.ethics = ethics;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ethics.closeUnanswered(new ProjectReference(execution.getProcessBusinessKey()));
    }
}
