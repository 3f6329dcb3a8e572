package gm.sharing.workflow.partnersignoff;

import gm.sharing.signoff.Deadlines;
import gm.sharing.workflow.model.ModelBean;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * A partner's decision is overdue: its open tasks go to the top of the list, the variable {@code overdue} puts later ones
 * there, the record says so, and {@code boardAt} says when the Board is asked.
 */
@ModelBean("raisePriority")
class RaisePriority implements JavaDelegate {

    private final PartnersTasks partnersTasks;
    private final Deadlines deadlines;

    RaisePriority(PartnersTasks partnersTasks, Deadlines deadlines) {
        this.partnersTasks = partnersTasks;
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        partnersTasks.raisePriority(execution.getProcessInstanceId());
        execution.getProcessInstance().setVariable("overdue", true);
        var boardAt = deadlines.escalated(SignOffExecution.id(execution), PartnersClock.daysUntilTheBoard(execution));
        execution.getProcessInstance().setVariable("boardAt", Date.from(boardAt));
    }
}
