package gm.sharing.steps.signoff;

import gm.sharing.workflow.gate.ProgramElement;
import java.util.Date;
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
     * Moves the due date of the partner's open tasks. The lead and the Board, who give more time, may not touch them
     * otherwise.
     */
    void moveDueDate(String processInstance, Date due) {
        Context.getCommandContext().runWithoutAuthorization(() -> {
            for (Task task :
                    tasks.createTaskQuery().processInstanceId(processInstance).list()) {
                if (!ProgramElement.ANSWER_QUESTION.id().equals(task.getTaskDefinitionKey())) {
                    task.setDueDate(due);
                    tasks.saveTask(task);
                }
            }
            return null;
        });
    }
}
