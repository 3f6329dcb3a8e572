package gm.sharing.workflow.partnersignoff;

import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * A partner's decision is overdue: its open tasks go to the top of the list, the variable {@code overdue} puts later ones
 * there, and the record says so.
 */
@ModelBean("raisePriority")
class RaisePriority implements JavaDelegate {

    private final PartnersTasks partnersTasks;
    private final SignOffs signOffs;

    RaisePriority(PartnersTasks partnersTasks, SignOffs signOffs) {
        this.partnersTasks = partnersTasks;
        this.signOffs = signOffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        partnersTasks.raisePriority(execution.getProcessInstanceId());
        execution.getProcessInstance().setVariable("overdue", true);
        signOffs.escalated(SignOffExecution.id(execution));
    }
}
