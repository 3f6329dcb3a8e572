package gm.sharing.workflow.partnersignoff;

import gm.sharing.signoff.Deadlines;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A partner's clock runs on after its question was answered, and the task of whoever asked comes back. */
@ModelBean("restartClock")
class RestartClock implements JavaDelegate {

    private final Deadlines deadlines;
    private final PartnersClock partnersClock;

    RestartClock(Deadlines deadlines, PartnersClock partnersClock) {
        this.deadlines = deadlines;
        this.partnersClock = partnersClock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.runOn(SignOffExecution.id(execution));
        partnersClock.set(execution);
        execution.getProcessInstance().setVariable("clockStands", false);
    }
}
