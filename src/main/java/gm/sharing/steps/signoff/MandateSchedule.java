package gm.sharing.steps.signoff;

import gm.sharing.Conflicts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each minute, on nodes that run jobs, which mandates are over. Two nodes may look at once: one of them tries again. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class MandateSchedule {

    private final MandatesThatEnd mandates;

    MandateSchedule(MandatesThatEnd mandates) {
        this.mandates = mandates;
    }

    /** What goes wrong otherwise Spring writes to the log. */
    @Scheduled(initialDelayString = "PT50S", fixedDelayString = "PT1M")
    void look() {
        try {
            mandates.leaveAll();
        } catch (RuntimeException e) {
            if (!Conflicts.isConflict(e)) {
                throw e;
            }
        }
    }
}
