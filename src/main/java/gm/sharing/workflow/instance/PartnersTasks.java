package gm.sharing.workflow.instance;

import gm.sharing.workflow.gate.ProgramElement;
import gm.sharing.workflow.step.Instance;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The open tasks of one partner's sign-off in the engine. */
@Component
public class PartnersTasks {

    private static final int HIGH = 100;

    private final TaskService tasks;

    PartnersTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    /** Puts the open tasks at the top of the list. */
    public void raisePriority(Instance signOff) {
        tasks.createTaskQuery()
                .processInstanceId(signOff.id())
                .list()
                .forEach(task -> tasks.setPriority(task.getId(), HIGH));
    }

    /**
     * Moves the due date of the partner's open tasks. The lead and the Board, who give more time, may not touch them
     * otherwise.
     */
    public void moveDueDate(Instance signOff, Date due) {
        Context.getCommandContext().runWithoutAuthorization(() -> {
            for (Task task :
                    tasks.createTaskQuery().processInstanceId(signOff.id()).list()) {
                if (!ProgramElement.ANSWER_QUESTION.id().equals(task.getTaskDefinitionKey())) {
                    task.setDueDate(due);
                    tasks.saveTask(task);
                }
            }
            return null;
        });
    }
}
