package gm.sharing.workflow.form;

import gm.sharing.project.ProjectReference;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Says to somebody who had the form of a task open what became of a task that is no longer there. */
@Component
public class DoneTasks {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("'on' d MMMM yyyy 'at' HH:mm", Locale.UK);

    private final FormHandlers handlers;
    private final Clock clock;

    DoneTasks(FormHandlers handlers, Clock clock) {
        this.handlers = handlers;
        this.clock = clock;
    }

    /** Who did the task and when, in plain words; empty when there never was such a task. */
    public Optional<String> whatBecameOf(String task, ProcessEngineConfigurationImpl engine) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> Optional.ofNullable(engine.getHistoryService()
                                .createHistoricTaskInstanceQuery()
                                .taskId(task)
                                .finished()
                                .singleResult())
                        .map(done -> "“%s” %s. What you typed was not saved; copy it before you leave the form."
                                .formatted(done.getName(), happened(done, engine)))));
    }

    private String happened(HistoricTaskInstance done, ProcessEngineConfigurationImpl engine) {
        var moment = MOMENT.format(done.getEndTime().toInstant().atZone(clock.getZone()));
        return TaskEntity.DELETE_REASON_COMPLETED.equals(done.getDeleteReason())
                ? "was already completed " + doneBy(done, engine).orElse(moment)
                : "need not be done any more since it ended " + moment;
    }

    private Optional<String> doneBy(HistoricTaskInstance done, ProcessEngineConfigurationImpl engine) {
        var task = engine.getDeploymentCache()
                .findDeployedProcessDefinitionById(done.getProcessDefinitionId())
                .getTaskDefinitions()
                .get(done.getTaskDefinitionKey());
        var form = task == null ? null : task.getCamundaFormDefinitionKey();
        var instance = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(done.getProcessInstanceId())
                .singleResult();
        return form == null || instance.getBusinessKey() == null
                ? Optional.empty()
                : handlers.of(form.getExpressionText()).doneBy(new ProjectReference(instance.getBusinessKey()));
    }
}
