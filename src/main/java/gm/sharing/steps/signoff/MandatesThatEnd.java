package gm.sharing.steps.signoff;

import gm.sharing.mandate.MandateEnded;
import gm.sharing.mandate.Mandates;
import gm.sharing.workflow.instance.OfficersTasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Leaves open signing tasks to the signatories alone where no mandate covers them any more. */
@Component
class MandatesThatEnd {

    private final MandateRule rule;
    private final OfficersTasks tasks;
    private final Mandates mandates;

    MandatesThatEnd(MandateRule rule, OfficersTasks tasks, Mandates mandates) {
        this.mandates = mandates;
        this.rule = rule;
        this.tasks = tasks;
    }

    /**
     * Whoever has the form open is told in its words that no mandate covers it, when they hand it in; others find it no more. The
     * mandate has ended by then: nothing that goes wrong with a task keeps one in force.
     */
    @TransactionalEventListener(MandateEnded.class)
    void leaveWhatNobodyTook(MandateEnded ended) {
        tasks.keepOfThoseNobodyTook(ended.organisation(), id -> rule.of(id).isPresent());
    }

    /** Nothing waits for an officer who cannot do it. */
    void leaveAll() {
        mandates.endThoseOver();
        tasks.keepOnly(id -> rule.of(id).isPresent());
    }
}
