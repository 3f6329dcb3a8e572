package gm.sharing.workflow;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.stereotype.Component;

/**
 * Whoever looks for jobs does one when the threads have enough in hand. By itself the engine would look again each time one
 * of them is done, and lock for this node what others could do.
 */
@Component
class JobsAtHand extends AbstractProcessEnginePlugin {

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        JobExecutor jobs = configuration.getJobExecutor();
        if (jobs != null) {
            jobs.setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
        }
    }
}
