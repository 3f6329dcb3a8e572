package gm.sharing.workflow.form;

import gm.sharing.Dates;
import gm.sharing.journey.SentStep;
import gm.sharing.journey.SentSteps;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.ModelProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.springframework.stereotype.Component;

/** Reads from the engine's history which forms of a project were sent. */
@Component
class EngineSentSteps implements SentSteps {

    /** Those whose answers describe the project: what they show when they are opened again is what was answered. */
    private static final Set<String> DESCRIBE =
            Set.of("describe-needs", "name-partners", "describe-flows", "agree-arrangements", "answer-screening");

    private final ProcessEngineConfigurationImpl engine;

    EngineSentSteps(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public List<SentStep> of(ProjectReference reference) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> read(reference)));
    }

    private List<SentStep> read(ProjectReference reference) {
        Map<String, SentStep> sent = new LinkedHashMap<>();
        for (HistoricTaskInstance done : engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDeleteReason(TaskEntity.DELETE_REASON_COMPLETED)
                .orderByHistoricTaskInstanceEndTime()
                .asc()
                .list()) {
            form(done)
                    .filter(DESCRIBE::contains)
                    .ifPresent(form -> sent.put(
                            form,
                            new SentStep(
                                    done.getTaskDefinitionKey(),
                                    form,
                                    title(done),
                                    Dates.day(done.getEndTime().toInstant()))));
        }
        return List.copyOf(sent.values());
    }

    /** What the model calls the answers of the task, or else what the task was called. */
    private String title(HistoricTaskInstance done) {
        BaseElement task = engine.getRepositoryService()
                .getBpmnModelInstance(done.getProcessDefinitionId())
                .getModelElementById(done.getTaskDefinitionKey());
        String title = task == null ? null : ModelProperties.first(task, "answers");
        return title == null ? done.getName() : title;
    }

    private Optional<String> form(HistoricTaskInstance done) {
        return Optional.ofNullable(DoneTasks.definition(done, engine))
                .map(TaskDefinition::getCamundaFormDefinitionKey)
                .map(form -> form.getExpressionText());
    }
}
