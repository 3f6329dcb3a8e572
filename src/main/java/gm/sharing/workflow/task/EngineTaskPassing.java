package gm.sharing.workflow.task;

import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.Texts;
import gm.sharing.audit.AuditTrail;
import gm.sharing.journey.PassableTask;
import gm.sharing.journey.TaskPassing;
import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.notification.Waiting;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.FourEyesRule;
import gm.sharing.wording.Words;
import gm.sharing.workflow.notice.Asks;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a colleague the assignee of a task in the engine. It acts for nobody there, so it holds people to the rules itself:
 * an office, the same organisation, four eyes.
 */
@Service
@Transactional
class EngineTaskPassing implements TaskPassing {

    private static final Words WORDS = Words.in("notice/passing");

    /** In the model partner-sign-off, and only there: the partner that decides. */
    private static final String PARTNER = "partner";

    private static final String ADVISER = "adviser";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final People people;
    private final Projects projects;
    private final FourEyesRule fourEyes;
    private final AuditTrail events;
    private final Notices notices;
    private final Clock clock;

    EngineTaskPassing(
            TaskService tasks,
            RuntimeService runtime,
            People people,
            Projects projects,
            FourEyesRule fourEyes,
            AuditTrail events,
            Notices notices,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.people = people;
        this.projects = projects;
        this.fourEyes = fourEyes;
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PassableTask> find(String id, Person by) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).active().singleResult())
                .flatMap(task -> passable(task, by));
    }

    @Override
    @RetriedOnConflict
    public void pass(String id, String colleague, String note, Person by) {
        PassableTask task = find(id, by)
                .orElseThrow(() -> new Refused("This task is not open any more, or it is not yours to pass."));
        Person to = task.colleagues().stream()
                .filter(one -> one.id().equals(colleague))
                .findFirst()
                .orElseThrow(() -> Refused.of("colleague", "choose a colleague from the list."));
        if (note.length() > Texts.LONG) {
            throw Refused.of("note", "at most %,d characters.".formatted(Texts.LONG));
        }
        String before = Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult())
                .map(Task::getAssignee)
                .orElse(null);
        tasks.setAssignee(id, to.id());
        String words = note.isBlank() ? "" : " " + WORDS.text("note", Map.of("note", note.strip()));
        events.record(
                task.reference().value(),
                by.id(),
                "task.passed",
                WORDS.text("passed", Map.of("person", by.name(), "task", task.name(), "to", to.name())) + words,
                concerned(id, by));
        tell(task, to, before, words, by);
    }

    private Optional<PassableTask> passable(Task task, Person by) {
        List<String> offices = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .filter(group -> Role.organisationOf(group).isPresent())
                .toList();
        if (by.organisation().isEmpty() || offices.stream().noneMatch(by.groups()::contains)) {
            return Optional.empty();
        }
        ProcessInstance process = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        if (process == null) {
            return Optional.empty();
        }
        ProjectReference reference = new ProjectReference(process.getBusinessKey());
        boolean signOff = variable(task.getId(), PARTNER) != null;
        return Optional.of(new PassableTask(
                task.getId(),
                task.getName(),
                reference,
                task.getAssignee() == null ? null : nameOf(task.getAssignee()),
                offices.stream()
                        .flatMap(office -> holders(office, signOff ? reference : null))
                        .filter(one -> one.organisation().equals(by.organisation()))
                        .filter(one -> !one.id().equals(task.getAssignee()))
                        .filter(one -> task.getAssignee() != null || !one.id().equals(by.id()))
                        .distinct()
                        .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                        .toList()));
    }

    /** @param signedOff the project in which the holders decide for a partner; null when four eyes ask for nothing */
    private Stream<Person> holders(String office, @Nullable ProjectReference signedOff) {
        Role role = Role.ofGroup(office).orElseThrow();
        OrganisationCode organisation = Role.organisationOf(office).orElseThrow();
        return people.in(office).stream()
                .filter(one -> signedOff == null || fourEyes.lets(one, role, organisation, signedOff));
    }

    /** Whose the note is beside the lead organisation's and the Board's. */
    private OrganisationCode concerned(String task, Person by) {
        String organisation = Optional.ofNullable(variable(task, PARTNER)).orElseGet(() -> variable(task, ADVISER));
        return organisation == null ? by.organisation().orElseThrow() : new OrganisationCode(organisation);
    }

    private @Nullable String variable(String task, String name) {
        return (String) tasks.getVariable(task, name);
    }

    private String nameOf(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    private void tell(PassableTask task, Person to, @Nullable String before, String words, Person by) {
        String title = projects.get(task.reference()).title();
        long moment = clock.millis();
        Map<String, Object> told = Map.of(
                "person", by.name(), "task", task.name(), "to", to.name(), "project", task.reference(), "title", title);
        notices.tell(
                notice(task, "passed", moment, WORDS.text("to-you-subject", told), WORDS.text("to-you", told) + words)
                        .with(Waiting.by(WORDS.text("to-you-goes-out")).unlessDone(Asks.ownTask(task.id()))),
                List.of(new Recipient.Individual(to.id())));
        if (before != null && !before.equals(by.id()) && !before.equals(to.id())) {
            notices.tell(
                    notice(task, "taken", moment, WORDS.text("from-you-subject", told), WORDS.text("from-you", told))
                            .with(Waiting.by(WORDS.text("from-you-goes-out"))),
                    List.of(new Recipient.Individual(before)));
        }
    }

    private static Notice notice(PassableTask task, String what, long moment, String subject, String text) {
        return new Notice(
                "%s:%s:%d".formatted(what, task.id(), moment),
                task.reference().value(),
                subject,
                text,
                "/tasks/" + task.id());
    }
}
