package gm.sharing.steps.signoff;

import gm.sharing.signoff.Deadlines;
import gm.sharing.signoff.PartnersQuestions;
import gm.sharing.signoff.ReviewClock;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;
import java.util.Date;

/**
 * A partner's clock runs on after its question was answered. The task comes back to whoever asked, or to everybody in the
 * role when that person is not there any more.
 */
@Needs({"partner", "round", "signOffDays", "reminderDays"})
@Sets({
    @Variable(name = "clockNext", codes = ReviewClock.Next.class),
    @Variable(name = "signOffDue", type = Date.class),
    @Variable(name = "signOffDueDay"),
    @Variable(name = "reminderAt", type = Date.class),
    @Variable(name = "boardAt", type = Date.class),
    @Variable(name = "askedBy", whom = Whom.ACCOUNT),
    @Variable(name = "clockStands", type = Boolean.class)
})
@ModelBean(value = "restartClock", in = "partner-sign-off")
class RestartClock implements ServiceStep {

    private final Deadlines deadlines;
    private final PartnersQuestions questions;
    private final PartnersClock partnersClock;

    RestartClock(Deadlines deadlines, PartnersQuestions questions, PartnersClock partnersClock) {
        this.deadlines = deadlines;
        this.questions = questions;
        this.partnersClock = partnersClock;
    }

    @Override
    public void run(Instance instance) {
        var id = SignOffExecution.id(instance);
        deadlines.runOn(id);
        partnersClock.set(instance);
        if (!questions.askerIsThere(id)) {
            instance.forget(AskTheLead.ASKED_BY, questions.lastAsker(id));
        }
        instance.setForAll("clockStands", false);
    }
}
