package gm.sharing.workflow.form;

import gm.sharing.journey.ProjectGate;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.ProjectOfInstance;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says to somebody who had the form of a task open what became of a task that is no longer there. Only those hear it who could
 * have done it; to everybody else such a task never was.
 */
@Component
public class DoneTasks {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("'on' d MMMM yyyy 'at' HH:mm", Locale.UK);
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

    private final FormHandlers handlers;
    private final TaskPartners partners;
    private final ObjectProvider<People> people;
    private final ObjectProvider<ProjectGate> gate;
    private final Clock clock;

    /** People and the gate are looked up late, because they need the engine that needs this. */
    DoneTasks(
            FormHandlers handlers,
            TaskPartners partners,
            ObjectProvider<People> people,
            ObjectProvider<ProjectGate> gate,
            Clock clock) {
        this.partners = partners;
        this.handlers = handlers;
        this.people = people;
        this.gate = gate;
        this.clock = clock;
    }

    /** Who did the task and when, in plain words; empty when there never was such a task, or it was not that person's to do. */
    public Optional<String> whatBecameOf(String task, String asking, ProcessEngineConfigurationImpl engine) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> Optional.ofNullable(engine.getHistoryService()
                                .createHistoricTaskInstanceQuery()
                                .taskId(task)
                                .finished()
                                .singleResult())
                        .flatMap(done -> toldTo(asking, done, engine))));
    }

    private Optional<String> toldTo(String asking, HistoricTaskInstance done, ProcessEngineConfigurationImpl engine) {
        Optional<ProjectReference> project = ProjectOfInstance.find(
                done.getProcessInstanceId(), engine.getRuntimeService(), engine.getHistoryService());
        TaskDefinition task = definition(done, engine);
        return people.getObject()
                .find(asking)
                .filter(person -> hadIt(person, done)
                        || (task != null
                                && isForOneOf(person.groups(), task)
                                && project.filter(reference -> mayKnow(done, reference, person))
                                        .isPresent()))
                .map(person -> "“%s” %s. What you typed was not saved; copy it before you leave the form."
                        .formatted(done.getName(), happened(done, task, project)));
    }

    private static boolean hadIt(Person person, HistoricTaskInstance done) {
        return person.id().equals(done.getAssignee()) || person.id().equals(done.getOwner());
    }

    private boolean mayKnow(HistoricTaskInstance done, ProjectReference project, Person person) {
        return partners.of(done.getId())
                .map(partner -> gate.getObject().letsIntoReview(project, partner, person))
                .orElseGet(() -> (done.getAssignee() == null || isColleague(done.getAssignee(), person))
                        && gate.getObject().letsIn(project, person));
    }

    private boolean isColleague(String other, Person person) {
        Set<OrganisationCode> theirs =
                people.getObject().find(other).map(Person::organisations).orElse(Set.of());
        return person.organisations().isEmpty()
                || person.organisations().stream().anyMatch(theirs::contains);
    }

    /** Which organisation's group it was is gone with the process; of one that nobody did, every organisation's in that role counts. */
    private static boolean isForOneOf(Collection<String> groups, TaskDefinition task) {
        return task.getCandidateGroupIdExpressions().stream()
                .flatMap(expression -> Stream.of(expression.getExpressionText().split(",")))
                .map(text -> Stream.of(EXPRESSION.split(text.strip(), -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".+")))
                .anyMatch(pattern -> groups.stream().anyMatch(group -> group.matches(pattern)));
    }

    private String happened(
            HistoricTaskInstance done, @Nullable TaskDefinition task, Optional<ProjectReference> project) {
        var moment = MOMENT.format(done.getEndTime().toInstant().atZone(clock.getZone()));
        return TaskEntity.DELETE_REASON_COMPLETED.equals(done.getDeleteReason())
                ? "was already completed "
                        + project.flatMap(reference -> doneBy(task, reference)).orElse(moment)
                : "need not be done any more since it ended " + moment;
    }

    private Optional<String> doneBy(@Nullable TaskDefinition task, ProjectReference reference) {
        if (task == null || task.getCamundaFormDefinitionKey() == null) {
            return Optional.empty();
        }
        return handlers.of(task.getCamundaFormDefinitionKey().getExpressionText(), task.getKey())
                .doneBy(reference);
    }

    /** Null of a version of the process that an administrator has deleted since: what was done in it is still known. */
    static @Nullable TaskDefinition definition(HistoricTaskInstance done, ProcessEngineConfigurationImpl engine) {
        try {
            return engine.getDeploymentCache()
                    .findDeployedProcessDefinitionById(done.getProcessDefinitionId())
                    .getTaskDefinitions()
                    .get(done.getTaskDefinitionKey());
        } catch (NotFoundException deleted) {
            return null;
        }
    }
}
