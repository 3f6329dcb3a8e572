package gm.sharing.workflow.notice;

import gm.sharing.notification.Asked;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Asks the engine whether a task or a process that a notice is about is still open. */
@Component
class AskedInEngine implements Asked {

    private final TaskService tasks;
    private final RuntimeService processes;

    AskedInEngine(TaskService tasks, RuntimeService processes) {
        this.tasks = tasks;
        this.processes = processes;
    }

    @Override
    public boolean isDone(String asks, String recipient) {
        String id = asks.substring(asks.indexOf(':') + 1);
        if (asks.startsWith(Asks.PROCESS)) {
            return processes.createProcessInstanceQuery().processInstanceId(id).count() == 0;
        }
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        return task == null || (asks.startsWith(Asks.OWN_TASK) && isWithSomebodyElse(task, recipient));
    }

    /** A deputy's task is also that of whoever is away. */
    private static boolean isWithSomebodyElse(Task task, String recipient) {
        return task.getAssignee() != null
                && !task.getAssignee().equals(recipient)
                && !recipient.equals(task.getOwner());
    }
}
