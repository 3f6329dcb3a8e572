package gm.sharing.workflow.access;

import gm.sharing.Refused;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may be given a task: people take tasks for themselves, administrators give them to somebody else, and both only
 * to those whom the model names as candidates. The engine's permissions alone would let everybody who may claim a task
 * claim it for anybody.
 */
@Component
class AssignmentRule implements TaskListener {

    /** The state that the engine gives a task before anybody changed it. */
    private static final String NEW = "Created";

    private final People people;

    AssignmentRule(People people) {
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        Authentication signedIn =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        String assignee = task.getAssignee();
        if (signedIn == null || assignee == null || isNew(task)) {
            return;
        }
        if (!assignee.equals(signedIn.getUserId()) && !isAdministrator(signedIn)) {
            throw new Refused("You can take this task for yourself only, not for somebody else.");
        }
        if (!isCandidate(people.find(assignee).orElse(null), task)) {
            throw new Refused(assignee + " is not among the people who may do this task.");
        }
    }

    /** The model itself gives a new task to somebody. */
    private static boolean isNew(DelegateTask task) {
        return NEW.equals(((TaskEntity) task).getTaskState());
    }

    private static boolean isAdministrator(Authentication signedIn) {
        return signedIn.getGroupIds() != null && signedIn.getGroupIds().contains(Role.ADMINISTRATOR.group());
    }

    /** A task that was given to a project lead has no candidates: it can go to another project lead. */
    private static boolean isCandidate(@Nullable Person person, DelegateTask task) {
        if (person == null) {
            return false;
        }
        Set<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return groups.isEmpty()
                ? person.holds(Role.PROJECT_LEAD)
                : person.groups().stream().anyMatch(groups::contains);
    }
}
