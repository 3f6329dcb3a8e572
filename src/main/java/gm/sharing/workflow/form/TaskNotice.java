package gm.sharing.workflow.form;

import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.Headline;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/** Tells those who may act that there is a task for them. */
@Component
class TaskNotice {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private final Notices notices;
    private final People people;
    private final Directory directory;
    private final Clock clock;

    TaskNotice(Notices notices, People people, Directory directory, Clock clock) {
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
        String by = task.getDueDate() == null
                ? ""
                : " by " + DAY.format(LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone()));
        return new Notice(
                "task:" + task.getId(),
                project.reference().value(),
                what + by + ": " + project.title(),
                """
                %s leads the sharing project “%s” (%s). There is a task for you:

                %s%s.

                %s"""
                        .formatted(
                                organisation(project.leadOrganisation().value()),
                                project.title(),
                                project.reference(),
                                what,
                                by,
                                whatToDo(task)),
                "/tasks/" + task.getId());
    }

    private String whatToDo(DelegateTask task) {
        return task.getOwner() == null
                ? "Use the link to open the task. If you cannot do it, pass it to a colleague."
                : "%s is away, so %s does it as deputy. Use the link to open the task."
                        .formatted(name(task.getOwner()), name(task.getAssignee()));
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    /** For which organisation the task is done, or which partner it is about; nothing for what concerns the whole project. */
    private String concerning(DelegateTask task, List<String> groups) {
        String organisations = groups.stream()
                .flatMap(group -> Role.organisationOf(group).stream())
                .distinct()
                .map(code -> organisation(code.value()))
                .collect(Collectors.joining(", "));
        if (!organisations.isEmpty()) {
            return " for " + organisations;
        }
        Object partner = task.getVariable("partner");
        return partner != null && OrganisationCode.isOne(partner.toString())
                ? " about " + organisation(partner.toString())
                : "";
    }

    private Notice forNobody(DelegateTask task, Headline project, List<String> groups) {
        return new Notice(
                "task:" + task.getId(),
                project.reference().value(),
                "Nobody can do this yet: " + task.getName() + ": " + project.title(),
                """
                “%s” in the sharing project %s, %s, waits for %s. Nobody holds that role here yet.

                To the lead: please ask that organisation who will do it. To the administrators: please give the role to \
                that person. The task then stands in their list."""
                        .formatted(
                                task.getName(),
                                project.reference(),
                                project.title(),
                                groups.isEmpty()
                                        ? "somebody whom its model does not name"
                                        : groups.stream().map(this::inWords).collect(Collectors.joining(" or "))),
                "/projects/" + project.reference());
    }

    private String inWords(String group) {
        return Role.ofGroup(group)
                .map(role -> role.perOrganisation()
                        ? role.label() + ", " + organisation(group.substring(group.indexOf('-') + 1))
                        : role.label())
                .orElse(group);
    }

    /** A model may name a role of an organisation that the directory does not have. */
    private String organisation(String code) {
        return directory
                .find(new OrganisationCode(code))
                .map(Organisation::name)
                .orElse(code);
    }

    private static List<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }
}
