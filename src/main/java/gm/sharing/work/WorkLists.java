package gm.sharing.work;

import gm.sharing.Dates;
import gm.sharing.Paging;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ListedProjects;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectSummary;
import gm.sharing.project.Urgency;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a person has to do, and whom the person waits for. */
@Service
@Transactional(readOnly = true)
class WorkLists {

    private static final Words WORDS = Words.in("work/lists");

    private final WorkTasks tasks;
    private final ListedProjects projects;
    private final Directory directory;
    private final People people;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final int soon;

    /** @param soon how many working days before its date a task is said to be due soon */
    WorkLists(
            WorkTasks tasks,
            ListedProjects projects,
            Directory directory,
            People people,
            WorkingDays workingDays,
            Clock clock,
            @Value("${sharing.work.soon:3}") int soon) {
        this.tasks = tasks;
        this.projects = projects;
        this.directory = directory;
        this.people = people;
        this.workingDays = workingDays;
        this.clock = clock;
        this.soon = soon;
    }

    /** Tasks of like pressure, or all of those that others have, under a heading. */
    record Group(String heading, List<WorkLine> lines) {}

    /** A page of a list. */
    record Shown(List<Group> groups, Paging paging) {}

    /** What waits for the person or an office of the person, by how soon it has to be done. */
    Shown own(Person person, int page) {
        Page<WorkTask> found = tasks.of(person, Paging.page(page));
        Instant now = clock.instant();
        Instant until = workingDays.endOf(workingDays.from(Dates.on(now), soon)).toInstant();
        Map<Pressure, List<WorkTask>> byPressure =
                found.stream().collect(Collectors.groupingBy(task -> Pressure.of(task.due(), now, until)));
        Function<WorkTask, WorkLine> line = lines(found.getContent(), person, now);
        return new Shown(
                Arrays.stream(Pressure.values())
                        .map(pressure -> new Group(
                                pressure.label(),
                                byPressure.getOrDefault(pressure, List.of()).stream()
                                        .map(line)
                                        .toList()))
                        .filter(group -> !group.lines().isEmpty())
                        .toList(),
                Paging.of(found));
    }

    /** What the projects that the person leads wait for. */
    Shown ofProjects(Person person, int page) {
        return longestFirst(
                tasks.ofProjects(
                        projects.goingOnLedBy(person.id()).stream()
                                .map(ProjectSummary::reference)
                                .toList(),
                        Paging.page(page)),
                person);
    }

    /** What colleagues have taken in the offices that the person holds too. */
    Shown ofColleagues(Person person, int page) {
        return longestFirst(tasks.ofColleagues(person, Paging.page(page)), person);
    }

    private Shown longestFirst(Page<WorkTask> found, Person person) {
        Function<WorkTask, WorkLine> line = lines(found.getContent(), person, clock.instant());
        return new Shown(
                found.isEmpty()
                        ? List.of()
                        : List.of(new Group(
                                WORDS.text("longest-first"),
                                found.stream().map(line).toList())),
                Paging.of(found));
    }

    private Function<WorkTask, WorkLine> lines(List<WorkTask> found, Person person, Instant now) {
        Map<ProjectReference, ProjectSummary> about = projects
                .summaries(found.stream()
                        .map(WorkTask::project)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(ProjectSummary::reference, Function.identity()));
        Map<OrganisationCode, String> names = directory.namesOf(found.stream()
                .flatMap(task -> Stream.concat(
                        Stream.ofNullable(task.organisation()),
                        task.groups().stream().flatMap(group -> Role.organisationOf(group).stream())))
                .collect(Collectors.toSet()));
        return task -> line(task, task.project() == null ? null : about.get(task.project()), names, person, now);
    }

    private WorkLine line(
            WorkTask task,
            @Nullable ProjectSummary project,
            Map<OrganisationCode, String> names,
            Person person,
            Instant now) {
        return new WorkLine(
                task.id(),
                task.name(),
                project != null ? project.title() : task.organisation() == null ? "" : name(task.organisation(), names),
                project == null ? null : project.reference().value(),
                project != null && opensProject(person, project, task.organisation()),
                whom(task, names, person),
                Dates.day(task.since()),
                task.due() == null ? null : Dates.weekday(task.due()),
                why(task, project, now));
    }

    /** A process owner's model may ask anybody about any project: to them its page says nothing. */
    private static boolean opensProject(
            Person person, ProjectSummary project, @Nullable OrganisationCode organisation) {
        return person.seesEveryProject()
                || person.organisations().contains(project.leadOrganisation())
                || (organisation != null && person.organisations().contains(organisation));
    }

    private String whom(WorkTask task, Map<OrganisationCode, String> names, Person person) {
        if (person.id().equals(task.holder())) {
            return task.inPlaceOf() == null
                    ? WORDS.text("you")
                    : WORDS.text("you-in-place-of", Map.of("person", people.nameOf(task.inPlaceOf())));
        }
        if (task.holder() != null && isColleague(task.holder(), person)) {
            return people.nameOf(task.holder());
        }
        String offices = task.groups().stream()
                .flatMap(group -> Role.ofGroup(group).map(role -> office(role, group, names)).stream())
                .collect(Collectors.joining(" or "));
        return offices.isEmpty() ? WORDS.text(task.holder() == null ? "nobody" : "somebody") : offices;
    }

    private static String office(Role role, String group, Map<OrganisationCode, String> names) {
        return Role.organisationOf(group)
                .map(organisation ->
                        WORDS.text("office", Map.of("role", role.label(), "organisation", name(organisation, names))))
                .orElseGet(role::label);
    }

    private static String name(OrganisationCode organisation, Map<OrganisationCode, String> names) {
        return names.getOrDefault(organisation, organisation.value());
    }

    /** Names of a partner's people are that partner's. */
    private boolean isColleague(String holder, Person person) {
        return person.organisation().isPresent()
                && people.find(holder).flatMap(Person::organisation).equals(person.organisation());
    }

    private static String why(WorkTask task, @Nullable ProjectSummary project, Instant now) {
        Set<String> reasons = new LinkedHashSet<>();
        if (task.due() != null && task.due().isBefore(now)) {
            reasons.add(WORDS.text("overdue"));
        }
        if (task.pressing()) {
            reasons.add(WORDS.text("pressing"));
        }
        if (project != null && project.urgency() == Urgency.URGENT) {
            reasons.add(WORDS.text("urgent"));
        }
        return String.join(", ", reasons);
    }
}
