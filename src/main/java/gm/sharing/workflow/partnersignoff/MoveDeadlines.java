package gm.sharing.workflow.partnersignoff;

import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A partner has more time: its timers and the due dates of its open tasks follow the record. */
@ModelBean("moveDeadlines")
class MoveDeadlines implements JavaDelegate {

    private final PartnersClock partnersClock;

    MoveDeadlines(PartnersClock partnersClock) {
        this.partnersClock = partnersClock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        partnersClock.set(execution);
    }
}
