package gm.sharing.onboarding;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks, on nodes that run jobs, at what expires. Two nodes may look at once: one of them asks. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class RenewalSchedule {

    private final Renewals renewals;

    RenewalSchedule(Renewals renewals) {
        this.renewals = renewals;
    }

    /** More often than once a day, so that a task closes soon after its fact was renewed on the page. */
    @Scheduled(initialDelayString = "PT70S", fixedDelayString = "PT5M")
    void look() {
        renewals.look();
    }
}
