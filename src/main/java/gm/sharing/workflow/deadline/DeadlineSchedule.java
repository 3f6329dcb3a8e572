package gm.sharing.workflow.deadline;

import gm.sharing.Conflicts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each minute, on nodes that run jobs, whether deadlines wait to be moved; what fails is tried again. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class DeadlineSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSchedule.class);

    private final MovedDeadlines deadlines;

    DeadlineSchedule(MovedDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Scheduled(initialDelayString = "PT50S", fixedDelayString = "PT1M")
    void look() {
        deadlines
                .waiting()
                .forEach((day, instances) -> instances.forEach(instance -> {
                    try {
                        deadlines.move(day, instance);
                    } catch (RuntimeException e) {
                        if (Conflicts.isConflict(e)) {
                            LOG.debug("Somebody changed process instance {} at the same moment", instance, e);
                        } else {
                            LOG.warn(
                                    "The deadlines of process instance {} could not be moved because of the bank holiday on {};"
                                            + " the next try is in a minute. Look at the instance in Cockpit",
                                    instance,
                                    day,
                                    e);
                        }
                    }
                }));
    }
}
