package gm.sharing.workflow.form;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open tasks at the same step of the same project that the person who is signed in has for other partners. */
@Component
public class TasksAlike {

    /** More than this nobody has in one project; what is beyond stays with its own task. */
    private static final int MOST = 500;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final People people;
    private final FormHandlers handlers;

    TasksAlike(
            TaskService tasks, RuntimeService runtime, IdentityService identity, People people, FormHandlers handlers) {
        this.handlers = handlers;
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.people = people;
    }

    /** Whether the form of a task lets people answer for several partners at once. */
    public boolean areAnsweredTogether(@Nullable String form) {
        return form != null && handlers.recorded(form).contains(AlsoFor.KEY);
    }

    /**
     * Three statements, however many there are, and those that say who the person is. To be called inside a command of the engine.
     *
     * @return by partner, the id of the task; none that somebody else has taken
     */
    public Map<OrganisationCode, String> to(FormTask task) {
        Optional<Person> person = Optional.ofNullable(identity.getCurrentAuthentication())
                .map(Authentication::getUserId)
                .flatMap(people::find);
        if (person.isEmpty() || person.get().organisations().size() < 2) {
            return Map.of();
        }
        // Whom the tasks are for nobody but the engine's variables say, which the person may not read.
        return Context.getCommandContext().runWithoutAuthorization(() -> open(task, person.get()));
    }

    private Map<OrganisationCode, String> open(FormTask task, Person person) {
        Map<String, Task> open = tasks
                .createTaskQuery()
                .processInstanceBusinessKey(task.reference().value())
                .taskDefinitionKey(task.key())
                .taskCandidateGroupIn(List.copyOf(person.groups()))
                .includeAssignedTasks()
                .active()
                .listPage(0, MOST)
                .stream()
                .filter(other -> !other.getId().equals(task.id()))
                .filter(other ->
                        other.getAssignee() == null || other.getAssignee().equals(person.id()))
                .collect(Collectors.toMap(Task::getProcessInstanceId, Function.identity(), (one, same) -> one));
        if (open.isEmpty()) {
            return Map.of();
        }
        Map<OrganisationCode, String> byPartner = new LinkedHashMap<>();
        runtime.createVariableInstanceQuery()
                .variableName("partner")
                .processInstanceIdIn(open.keySet().toArray(String[]::new))
                .list()
                .forEach(partner -> byPartner.putIfAbsent(
                        code(partner),
                        Objects.requireNonNull(open.get(partner.getProcessInstanceId()))
                                .getId()));
        return byPartner;
    }

    private static OrganisationCode code(VariableInstance partner) {
        return new OrganisationCode(String.valueOf(partner.getValue()));
    }
}
