package gm.sharing.workflow.access;

import gm.sharing.Conflicts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each minute, on nodes that run jobs, at who is not there. Two nodes may look at once: one of them tries again. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class StandInSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(StandInSchedule.class);

    private final StandIns standIns;

    StandInSchedule(StandIns standIns) {
        this.standIns = standIns;
    }

    @Scheduled(initialDelayString = "PT40S", fixedDelayString = "PT1M")
    void look() {
        attempt("tasks of leads who are away", standIns::settleDeputies);
        attempt("tasks that were taken for an office", standIns::settleOffices);
        attempt("projects without a lead", () -> standIns.ledByNobody()
                .forEach(reference -> attempt("project " + reference, () -> standIns.succeed(reference))));
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (Conflicts.isConflict(e)) {
                LOG.debug("Somebody changed the same: {}", what, e);
            } else {
                LOG.warn("It could not be looked who is there for {}; the next try is in a minute", what, e);
            }
        }
    }
}
