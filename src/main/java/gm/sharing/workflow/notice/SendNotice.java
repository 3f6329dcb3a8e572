package gm.sharing.workflow.notice;

import gm.sharing.absence.Deputies;
import gm.sharing.agreement.Agreements;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.notification.Urgency;
import gm.sharing.notification.Waiting;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.project.Headline;
import gm.sharing.project.Owners;
import gm.sharing.project.Partner;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.Rounds;
import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a send task of a model says. The task's inputs are {@code to}, {@code subject}, {@code text}. Where the
 * notice is of no use after some moment, {@code until} says so: when it has passed, after an outage for example, nobody is
 * told. Nobody is told either when {@code onlyIf} is false. Whoever chose one letter a day gets it in that letter when
 * {@code goesOut} is {@code may-wait}. What follows a timer at the edge of a task links to that task.
 * Recipients are separated by commas: {@code person:sam}, {@code group:ig-bolton}, {@code owner} for whoever sees to the
 * measure, {@code partners} for the IG officers of every partner and of those who were left out in the round at hand,
 * {@code asked} for the same once the agreement was sent to them, {@code decided} for those who decided something for a
 * partner, or {@code waiting} for those whose open tasks ended with
 * the project. The words {@code {project}}, {@code {title}}, {@code {leader}}, {@code {version}}, {@code {partner}} and
 * {@code {due}} stand for the project's reference, its title, the name of the lead organisation, the latest version of its
 * agreement, the name of the partner whose sign-off it is, and the day in words by which the open task of the process is
 * due.
 * A notice that cannot be made is a fault for those who mend the model; the journey goes on without it.
 */
@Needs({"to", "subject", "text"})
@ModelBean("sendNotice")
class SendNotice implements JavaDelegate {

    private final Notices notices;
    private final Projects projects;
    private final Agreements agreements;
    private final SignOffs signOffs;
    private final Rounds rounds;
    private final Directory directory;
    private final NoticeFaults faults;
    private final WorkingDays workingDays;
    private final Deputies deputies;
    private final Clock clock;

    SendNotice(
            Notices notices,
            Projects projects,
            Agreements agreements,
            SignOffs signOffs,
            Rounds rounds,
            Directory directory,
            NoticeFaults faults,
            WorkingDays workingDays,
            Deputies deputies,
            Clock clock) {
        this.notices = notices;
        this.projects = projects;
        this.agreements = agreements;
        this.signOffs = signOffs;
        this.rounds = rounds;
        this.directory = directory;
        this.faults = faults;
        this.workingDays = workingDays;
        this.deputies = deputies;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (isOfNoUse(execution)) {
            return;
        }
        var reference = new ProjectReference(execution.getProcessBusinessKey());
        try {
            send(execution, reference);
        } catch (CannotBeMade e) {
            faults.report(execution, reference, String.valueOf(e.getMessage()));
        }
    }

    private void send(DelegateExecution execution, ProjectReference reference) {
        var project = projects.headline(reference);
        var task = TimedTask.of(execution);
        var empty = notices.tell(
                new Notice(
                        execution.getCurrentActivityId() + ":" + execution.getActivityInstanceId(),
                        reference.value(),
                        worded(execution, "subject", project),
                        worded(execution, "text", project),
                        task.map(id -> "/tasks/" + id).orElse("/projects/" + reference),
                        waiting(execution, task)),
                recipients(execution, project));
        faults.reportUnknown(execution, reference, empty);
    }

    /** What is no longer of use after some moment asks something of the process; it is done when that has ended. */
    static Waiting waiting(DelegateExecution execution, Optional<String> task) {
        Instant until = execution.getVariableLocal("until") instanceof Date moment ? moment.toInstant() : null;
        Optional<String> process =
                Optional.ofNullable(until).map(moment -> Asks.process(execution.getProcessInstanceId()));
        return new Waiting(
                Urgency.of(Objects.toString(execution.getVariableLocal("goesOut"), "")),
                task.map(Asks::task).or(() -> process).orElse(null),
                until);
    }

    private boolean isOfNoUse(DelegateExecution execution) {
        return Boolean.FALSE.equals(execution.getVariableLocal("onlyIf"))
                || (execution.getVariableLocal("until") instanceof Date until
                        && !clock.instant().isBefore(until.toInstant()));
    }

    /** In one go: what a title or a name says in braces is theirs, and stands for nothing. */
    private String worded(DelegateExecution execution, String input, Headline project) {
        return NoticeWord.replaced(input(execution, input), word -> stands(word, execution, project));
    }

    /** What a word stands for; null for one that stays as it is. */
    private @Nullable String stands(NoticeWord word, DelegateExecution execution, Headline project) {
        return switch (word) {
            case PROJECT -> project.reference().value();
            case TITLE -> project.title();
            case LEADER -> directory.nameOf(project.leadOrganisation());
            case DUE -> due(execution);
            case VERSION ->
                agreements
                        .newestNumber(project.reference())
                        .orElseThrow(() -> new CannotBeMade(
                                "{version} stands for the version of the agreement, and there is none yet."));
            case PARTNER ->
                Optional.ofNullable(execution.getVariable("partner"))
                        .map(partner -> directory.nameOf(new OrganisationCode(partner.toString())))
                        .orElse(null);
        };
    }

    /** The task that is due first, where several are open. */
    private String due(DelegateExecution execution) {
        return execution
                .getProcessEngineServices()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .active()
                .list()
                .stream()
                .map(Task::getDueDate)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(workingDays::inWords)
                .orElseThrow(() -> new CannotBeMade(
                        "{due} stands for the day by which a task of the process is due, and none is open."));
    }

    /** The Board's decision takes a partner out at once, so the partners alone would not hear of it. */
    private List<OrganisationCode> concerned(DelegateExecution execution, Headline project) {
        var partners = projects.get(project.reference()).partners().stream().map(Partner::organisation);
        return execution.getVariable("round") instanceof Integer round
                ? Stream.concat(partners, rounds.leftOut(project.reference(), round).stream())
                        .distinct()
                        .toList()
                : partners.toList();
    }

    private List<Recipient> recipients(DelegateExecution execution, Headline project) {
        List<Recipient> named = Arrays.stream(input(execution, "to").split(","))
                .map(String::strip)
                .<Recipient>flatMap(word -> named(word, execution, project))
                .distinct()
                .toList();
        return Stream.concat(named.stream(), deputies(named)).distinct().toList();
    }

    /** Whoever is away is told beside the deputy; groups know their deputies. */
    private Stream<Recipient> deputies(List<Recipient> named) {
        List<String> people = named.stream()
                .filter(Recipient.Individual.class::isInstance)
                .map(recipient -> ((Recipient.Individual) recipient).id())
                .toList();
        return deputies.actingFor(people).stream().map(Recipient.Individual::new);
    }

    private Stream<Recipient> named(String word, DelegateExecution execution, Headline project) {
        if (word.startsWith(NamedRecipients.PERSON)) {
            return Stream.of(new Recipient.Individual(word.substring(NamedRecipients.PERSON.length())));
        }
        if (word.startsWith(NamedRecipients.GROUP)) {
            return Stream.of(new Recipient.Group(word.substring(NamedRecipients.GROUP.length())));
        }
        return NamedRecipients.of(word)
                .map(named -> named(named, execution, project))
                .orElseThrow(
                        () -> new CannotBeMade("It goes to " + NamedRecipients.all() + ", not to “" + word + "”."));
    }

    private Stream<Recipient> named(NamedRecipients named, DelegateExecution execution, Headline project) {
        return switch (named) {
            case OWNER -> {
                var owner = String.valueOf(execution.getVariable("owner"));
                yield Stream.of(
                        Owners.LEAD.equals(owner)
                                ? new Recipient.Individual(project.lead())
                                : new Recipient.Group(owner));
            }
            case PARTNERS ->
                concerned(execution, project).stream()
                        .map(partner -> new Recipient.Group(Role.IG_OFFICER.groupOf(partner)));
            case ASKED ->
                projects.get(project.reference()).sentToPartners()
                        ? named(NamedRecipients.PARTNERS, execution, project)
                        : Stream.empty();
            case DECIDED ->
                signOffs.of(project.reference()).stream()
                        .flatMap(signOff -> signOff.said().people().stream())
                        .map(Recipient.Individual::new);
            case WAITING ->
                Stream.ofNullable(execution.getVariable("waiting"))
                        .flatMap(waiting -> Arrays.stream(waiting.toString().split(",")))
                        .filter(recipient -> !recipient.isEmpty())
                        .flatMap(recipient -> named(recipient, execution, project));
        };
    }

    private static String input(DelegateExecution execution, String name) {
        var value = execution.getVariableLocal(name);
        if (value == null) {
            throw new CannotBeMade("The input “" + name + "” is missing or has no value.");
        }
        return value.toString();
    }

    /** The model says a notice that nobody can write or get. */
    private static final class CannotBeMade extends RuntimeException {

        private CannotBeMade(String why) {
            super(why);
        }
    }
}
