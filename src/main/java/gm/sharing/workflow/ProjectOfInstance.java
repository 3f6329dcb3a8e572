package gm.sharing.workflow;

import gm.sharing.project.ProjectReference;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Finds the project that an instance of a process is about, whether it runs or has ended. */
public final class ProjectOfInstance {

    private ProjectOfInstance() {}

    /**
     * Empty when it is about none. Looks at what runs first: in the history of projects begun with an earlier release the key
     * is missing, because their form gave it after the engine had noted the start.
     */
    public static Optional<ProjectReference> find(String instance, RuntimeService runtime, HistoryService history) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .or(() -> Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                                .processInstanceId(instance)
                                .singleResult())
                        .map(HistoricProcessInstance::getBusinessKey))
                .filter(ProjectReference::isOne)
                .map(ProjectReference::new);
    }
}
