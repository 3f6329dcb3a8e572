package gm.sharing.workflow.instance;

import gm.sharing.project.ProjectReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Who had something to do in a project that ends, as the recipients of a notice: they would look for their task otherwise.
 * Found before the tasks end, and kept in the variable {@value #VARIABLE}.
 */
@Component
public class PeopleWaiting {

    public static final String VARIABLE = "waiting";

    private final TaskService tasks;

    PeopleWaiting(TaskService tasks) {
        this.tasks = tasks;
    }

    /** Everybody whom an open task of the project waits for; empty when there is none. */
    String withOpenTasks(ProjectReference reference) {
        return listed(tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .flatMap(this::recipients));
    }

    private Stream<String> recipients(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(PeopleWaiting::recipient);
    }

    private static String recipient(IdentityLink link) {
        return link.getGroupId() == null ? "person:" + link.getUserId() : "group:" + link.getGroupId();
    }

    /** The recipients as the variable holds them. */
    public static String listed(Stream<String> recipients) {
        return recipients.distinct().sorted().collect(Collectors.joining(","));
    }
}
