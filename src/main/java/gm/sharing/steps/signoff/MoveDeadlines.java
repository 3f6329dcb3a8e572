package gm.sharing.steps.signoff;

import gm.sharing.signoff.ReviewClock;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;
import java.util.Date;

/** A partner has more time: its timers and the due dates of its open tasks follow the record. */
@Needs({"partner", "round", "signOffDays", "reminderDays"})
@Sets({
    @Variable(name = "clockNext", codes = ReviewClock.Next.class),
    @Variable(name = "signOffDue", type = Date.class),
    @Variable(name = "signOffDueDay"),
    @Variable(name = "reminderAt", type = Date.class),
    @Variable(name = "boardAt", type = Date.class)
})
@ModelBean(value = "moveDeadlines", in = "partner-sign-off")
class MoveDeadlines implements ServiceStep {

    private final PartnersClock partnersClock;

    MoveDeadlines(PartnersClock partnersClock) {
        this.partnersClock = partnersClock;
    }

    @Override
    public void run(Instance instance) {
        partnersClock.set(instance);
    }
}
