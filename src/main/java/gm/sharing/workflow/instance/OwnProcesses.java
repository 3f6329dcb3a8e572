package gm.sharing.workflow.instance;

import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.form.OwnProcessModels;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The processes of process owners' own that run on a project. */
@Component
class OwnProcesses {

    private static final String REASON = "The project has ended.";

    private final RuntimeService runtime;
    private final OwnProcessModels models;
    private final ProcessEngineConfigurationImpl engine;

    OwnProcesses(RuntimeService runtime, OwnProcessModels models, ProcessEngineConfigurationImpl engine) {
        this.runtime = runtime;
        this.models = models;
        this.engine = engine;
    }

    /**
     * Ends them with their project, but for those whose model waits to hear of that. Whoever ends the project has no
     * permission of their own for what others began.
     *
     * @param heard the ids of the process instances that heard of it
     */
    void end(ProjectReference reference, Set<String> heard) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    runtime
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(reference.value())
                            .rootProcessInstances()
                            .list()
                            .stream()
                            .filter(instance -> !heard.contains(instance.getId()))
                            .filter(instance -> models.isOwn(instance.getProcessDefinitionId()))
                            .map(ProcessInstance::getId)
                            .forEach(instance -> runtime.deleteProcessInstance(instance, REASON));
                    return null;
                }));
    }
}
