package gm.sharing.workflow.fault;

import gm.sharing.workflow.Inspections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks for faults in the background of nodes that run jobs: once at everything that is stored, then each minute. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class FaultSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(FaultSchedule.class);

    private final FaultWatch watch;
    private final Inspections inspections;
    private boolean inspected;

    FaultSchedule(FaultWatch watch, Inspections inspections) {
        this.watch = watch;
        this.inspections = inspections;
    }

    /** Begins some time after the start, which needs the processor for itself. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
    void look() {
        try {
            if (!inspected) {
                inspected = true;
                inspections.inspect();
            }
            watch.lookInTurn();
        } catch (RuntimeException e) {
            LOG.warn("Faults could not be looked for; the next try is in a minute", e);
        }
    }
}
