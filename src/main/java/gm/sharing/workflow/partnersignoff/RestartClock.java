package gm.sharing.workflow.partnersignoff;

import gm.sharing.signoff.Deadlines;
import gm.sharing.signoff.PartnersQuestions;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * A partner's clock runs on after its question was answered. The task comes back to whoever asked, or to everybody in the
 * role when that person is not there any more.
 */
@ModelBean("restartClock")
class RestartClock implements JavaDelegate {

    private final Deadlines deadlines;
    private final PartnersQuestions questions;
    private final PartnersClock partnersClock;

    RestartClock(Deadlines deadlines, PartnersQuestions questions, PartnersClock partnersClock) {
        this.deadlines = deadlines;
        this.questions = questions;
        this.partnersClock = partnersClock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = SignOffExecution.id(execution);
        deadlines.runOn(id);
        partnersClock.set(execution);
        if (!questions.askerIsThere(id)) {
            execution.getProcessInstance().setVariable("askedBy", null);
        }
        execution.getProcessInstance().setVariable("clockStands", false);
    }
}
