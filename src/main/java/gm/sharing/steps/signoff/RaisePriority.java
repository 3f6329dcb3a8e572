package gm.sharing.steps.signoff;

import gm.sharing.signoff.Deadlines;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.instance.PartnersTasks;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;
import java.util.Date;

/**
 * A partner's decision is overdue: its open tasks go to the top of the list, the variable {@code overdue} puts later ones
 * there, the record says so, and {@code boardAt} says when the Board is asked.
 */
@Needs({"partner", "round", "boardDays", "signOffDays"})
@Sets({@Variable(name = "overdue", type = Boolean.class), @Variable(name = "boardAt", type = Date.class)})
@ModelBean(value = "raisePriority", in = "partner-sign-off")
class RaisePriority implements ServiceStep {

    private final PartnersTasks partnersTasks;
    private final Deadlines deadlines;

    RaisePriority(PartnersTasks partnersTasks, Deadlines deadlines) {
        this.partnersTasks = partnersTasks;
        this.deadlines = deadlines;
    }

    @Override
    public void run(Instance instance) {
        partnersTasks.raisePriority(instance);
        instance.setForAll("overdue", true);
        var boardAt = deadlines.escalated(SignOffExecution.id(instance), PartnersClock.daysUntilTheBoard(instance));
        instance.setForAll("boardAt", Date.from(boardAt));
    }
}
