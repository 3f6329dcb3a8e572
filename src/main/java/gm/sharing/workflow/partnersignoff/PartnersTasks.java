package gm.sharing.workflow.partnersignoff;

import gm.sharing.workflow.form.FormTask;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The open tasks of one partner's sign-off in the engine. */
@Component
class PartnersTasks {

    private static final int HIGH = 100;

    private final TaskService tasks;

    PartnersTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    /** Puts the open tasks at the top of the list. */
    void raisePriority(String processInstance) {
        tasks.createTaskQuery()
                .processInstanceId(processInstance)
                .list()
                .forEach(task -> tasks.setPriority(task.getId(), HIGH));
    }

    /**
     * Moves the due date of the other open tasks.
     *
     * @param boardTask the Board's task in the same sign-off; the Board may not touch a partner's tasks otherwise
     */
    void moveDueDate(FormTask boardTask, Date due) {
        Context.getCommandContext().runWithoutAuthorization(() -> {
            for (Task task : othersThan(boardTask.id())) {
                task.setDueDate(due);
                tasks.saveTask(task);
            }
            return null;
        });
    }

    private List<Task> othersThan(String id) {
        var task = tasks.createTaskQuery().taskId(id).singleResult();
        return tasks.createTaskQuery().processInstanceId(task.getProcessInstanceId()).list().stream()
                .filter(other -> !other.getId().equals(id))
                .toList();
    }
}
