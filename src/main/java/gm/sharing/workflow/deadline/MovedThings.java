package gm.sharing.workflow.deadline;

import gm.sharing.deadline.Postponement;
import gm.sharing.workflow.deadline.DeadlinesToMove.Row;
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
        if (task == null || !row.ends().equals(task.getDueDate())) {
            return Optional.empty();
        }
        String expression = models.ofTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        return moved(row, expression, (VariableScope) task, postponement).map(due -> {
            task.setDueDate(due);
            tasks.saveTask(task);
            return new MovedTask(task, row.ends(), due);
        });
    }

    /** @return its new moment; empty when the timer is gone, was set anew, or stays */
    Optional<Date> moveTimer(Row row, Postponement postponement) {
        Job job = jobs.createJobQuery().jobId(row.engineId()).singleResult();
        if (job == null || !row.ends().equals(job.getDuedate())) {
            return Optional.empty();
        }
        var timer = (JobEntity) job;
        String expression = models.ofTimer(job.getProcessDefinitionId(), timer.getActivityId());
        VariableScope scope = timer.getExecution();
        Optional<Date> moved = scope == null ? Optional.empty() : moved(row, expression, scope, postponement);
        moved.ifPresent(to -> jobs.setJobDuedate(job.getId(), to));
        return moved;
    }

    private Optional<Date> moved(Row row, @Nullable String expression, VariableScope scope, Postponement postponement) {
        Date to =
                switch (DueExpression.of(expression)) {
                    case COUNTED -> Date.from(postponement.ofCounted(row.ends().toInstant()));
                    case DERIVED ->
                        evaluated(expression, scope) instanceof Date date
                                ? Date.from(postponement.ofChosen(date.toInstant()))
                                : row.ends();
                    case LEFT -> row.ends();
                };
        return Optional.of(to).filter(date -> !date.equals(row.ends()));
    }

    private @Nullable Object evaluated(@Nullable String expression, VariableScope scope) {
        return engine.getExpressionManager().createExpression(expression).getValue(scope);
    }
}
