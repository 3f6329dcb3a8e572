package gm.sharing.workflow.sharingproject;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.Step;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who had something to do in a project that ends, as the recipients of a notice: they would look for their task otherwise.
 * Found before the tasks end, and kept in the variable {@value #VARIABLE}.
 */
@Component
class PeopleWaiting {

    static final String VARIABLE = "waiting";

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

    /** Everybody whom the sign-offs waited for that ended without a decision; their IG officers are told as partners. */
    static String whenEnded(Map<OrganisationCode, SignOffTables.WhoDecides> whoDecides, Collection<SignOff> round) {
        return listed(round.stream()
                .filter(signOff -> signOff.state() == SignOffState.ENDED)
                .filter(signOff -> signOff.statement(Step.REVIEW).isPresent())
                .map(signOff -> "group:"
                        + next(whoDecides.get(signOff.partner()), signOff).groupOf(signOff.partner())));
    }

    private static Role next(SignOffTables.@Nullable WhoDecides whoDecides, SignOff reviewed) {
        return whoDecides != null
                        && whoDecides.guardian()
                        && reviewed.statement(Step.CONFIDENTIAL_USE).isEmpty()
                ? Role.CALDICOTT_GUARDIAN
                : Role.SIGNATORY;
    }

    private static String listed(Stream<String> recipients) {
        return recipients.distinct().sorted().collect(Collectors.joining(","));
    }
}
