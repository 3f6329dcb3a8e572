package gm.sharing.workflow.form;

import gm.sharing.Dates;
import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.notification.Waiting;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.Headline;
import gm.sharing.wording.Words;
import gm.sharing.workflow.notice.Asks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** Tells those who may act that there is a task for them. */
@Component
class TaskNotice {

    private static final Words WORDS = Words.in("notice/task");

    private final Notices notices;
    private final People people;
    private final Directory directory;
    private final TasksAlike alike;
    private final Clock clock;

    TaskNotice(Notices notices, People people, Directory directory, TasksAlike alike, Clock clock) {
        this.alike = alike;
        this.notices = notices;
        this.people = people;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Whoever is away is told beside the deputy. Where nobody may act, the project's lead and the administrators are told, so
     * that nothing waits unseen.
     */
    void tell(DelegateTask task, Headline project) {
        var groups = groups(task);
        if (task.getAssignee() != null) {
            notices.tell(
                    waiting(task, project, groups),
                    Stream.of(task.getAssignee(), task.getOwner())
                            .filter(Objects::nonNull)
                            .map(Recipient.Individual::new)
                            .toList());
        } else if (people.held(groups).isEmpty()) {
            notices.tell(
                    forNobody(task, project, groups),
                    List.of(new Recipient.Individual(project.lead()), new Recipient.Group(Role.ADMINISTRATOR.group())));
        } else {
            notices.tell(
                    waiting(task, project, groups),
                    groups.stream().map(Recipient.Group::new).toList());
        }
    }

    private Notice waiting(DelegateTask task, Headline project, List<String> groups) {
        String what = task.getName() + concerning(task, groups);
        if (task.getDueDate() != null) {
            LocalDate due = LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone());
            what += " " + WORDS.text("by", Map.of("date", Dates.weekday(due)));
        }
        return new Notice(
                "task:" + task.getId(),
                project.reference().value(),
                WORDS.text("subject", Map.of("task", what, "title", project.title())),
                WORDS.text(
                        "waits",
                        Map.of(
                                "leader",
                                organisation(project.leadOrganisation()),
                                "title",
                                project.title(),
                                "project",
                                project.reference(),
                                "task",
                                what,
                                "what-to-do",
                                whatToDo(task) + together(task, groups))),
                "/tasks/" + task.getId(),
                Waiting.by(goesOut(task)).unlessDone(Asks.ownTask(task.getId())));
    }

    /** A task says itself in its model when nobody is to wait for it. */
    private static String goesOut(DelegateTask task) {
        return Stream.ofNullable(task.getBpmnModelElementInstance())
                .map(UserTask::getExtensionElements)
                .filter(Objects::nonNull)
                .flatMap(elements -> elements.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "goesOut".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElseGet(() -> WORDS.text("waits-goes-out"));
    }

    private String whatToDo(DelegateTask task) {
        return task.getOwner() == null
                ? WORDS.text("open")
                : WORDS.text(
                        "open-as-deputy", Map.of("person", name(task.getOwner()), "deputy", name(task.getAssignee())));
    }

    /** Of others that come at the same moment the engine knows nothing yet. */
    private String together(DelegateTask task, List<String> groups) {
        boolean acted = groups.stream()
                .flatMap(group -> Role.organisationOf(group).stream())
                .flatMap(code -> directory.find(code).stream())
                .anyMatch(organisation -> organisation.actedForBy() != null);
        UserTask model = task.getBpmnModelElementInstance();
        return acted && model != null && alike.areAnsweredTogether(model.getCamundaFormRef())
                ? "\n\n" + WORDS.text("together")
                : "";
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    /** For which organisation the task is done, or which partner it is about; nothing for what concerns the whole project. */
    private String concerning(DelegateTask task, List<String> groups) {
        String organisations = groups.stream()
                .flatMap(group -> Role.organisationOf(group).stream())
                .distinct()
                .map(this::organisation)
                .collect(Collectors.joining(", "));
        if (!organisations.isEmpty()) {
            return " " + WORDS.text("for", Map.of("organisations", organisations));
        }
        Object partner = task.getVariable("partner");
        return partner != null && OrganisationCode.isOne(partner.toString())
                ? " " + WORDS.text("about", Map.of("partner", organisation(new OrganisationCode(partner.toString()))))
                : "";
    }

    private Notice forNobody(DelegateTask task, Headline project, List<String> groups) {
        return new Notice(
                "task:" + task.getId(),
                project.reference().value(),
                WORDS.text("nobody-subject", Map.of("task", task.getName(), "title", project.title())),
                WORDS.text(
                        "nobody",
                        Map.of(
                                "task",
                                task.getName(),
                                "project",
                                project.reference(),
                                "title",
                                project.title(),
                                "who",
                                groups.isEmpty()
                                        ? WORDS.text("not-named")
                                        : groups.stream().map(this::inWords).collect(Collectors.joining(" or ")))),
                "/projects/" + project.reference(),
                Waiting.by(WORDS.text("nobody-goes-out")));
    }

    private String inWords(String group) {
        return Role.ofGroup(group)
                .map(role -> role.perOrganisation()
                        ? role.label() + ", " + organisation(role.organisationIn(group))
                        : role.label())
                .orElse(group);
    }

    /** A model may name a role of an organisation that the directory does not have. */
    private String organisation(OrganisationCode code) {
        return directory.find(code).map(Organisation::name).orElse(code.value());
    }

    private static List<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }
}
