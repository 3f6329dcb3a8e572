package gm.sharing.workflow.deadline;

import gm.sharing.deadline.Postponement;
import gm.sharing.workflow.deadline.DeadlinesToMove.Row;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves single tasks and timers as their models say. */
@Component
class MovedThings {

    private final TaskService tasks;
    private final ManagementService jobs;
    private final ProcessEngineConfigurationImpl engine;
    private final DueInModels models;

    MovedThings(TaskService tasks, ManagementService jobs, ProcessEngineConfigurationImpl engine, DueInModels models) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.engine = engine;
        this.models = models;
    }

    /** Empty when the task has ended, was given another due date, or is due when it was. */
    Optional<MovedTask> moveTask(Row row, Postponement postponement) {
        Task task = tasks.createTaskQuery().taskId(row.engineId()).singleResult();
        if (task == null || !is(row, task.getDueDate())) {
            return Optional.empty();
        }
        String expression = models.ofTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        return moved(row, expression, (VariableScope) task, postponement).map(due -> {
            task.setDueDate(Date.from(due));
            tasks.saveTask(task);
            return new MovedTask(task, row.ends(), due);
        });
    }

    /** Gives its new moment; empty when the timer is gone, was set anew, or stays. */
    Optional<Instant> moveTimer(Row row, Postponement postponement) {
        Job job = jobs.createJobQuery().jobId(row.engineId()).singleResult();
        if (job == null || !is(row, job.getDuedate())) {
            return Optional.empty();
        }
        var timer = (JobEntity) job;
        String expression = models.ofTimer(job.getProcessDefinitionId(), timer.getActivityId());
        VariableScope scope = timer.getExecution();
        Optional<Instant> moved = scope == null ? Optional.empty() : moved(row, expression, scope, postponement);
        moved.ifPresent(to -> jobs.setJobDuedate(job.getId(), Date.from(to)));
        return moved;
    }

    private static boolean is(Row row, @Nullable Date moment) {
        return moment != null && row.ends().equals(moment.toInstant());
    }

    private Optional<Instant> moved(
            Row row, @Nullable String expression, VariableScope scope, Postponement postponement) {
        Instant to =
                switch (DueExpression.of(expression)) {
                    case COUNTED -> postponement.ofCounted(row.ends());
                    case DERIVED ->
                        evaluated(expression, scope) instanceof Date date
                                ? postponement.ofChosen(date.toInstant())
                                : row.ends();
                    case LEFT -> row.ends();
                };
        return Optional.of(to).filter(moment -> !moment.equals(row.ends()));
    }

    private @Nullable Object evaluated(@Nullable String expression, VariableScope scope) {
        return engine.getExpressionManager().createExpression(expression).getValue(scope);
    }
}
