package gm.sharing.work;

import gm.sharing.Dates;
import gm.sharing.Paging;
import gm.sharing.deadline.EndedDays;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a person has to do, and whom the person waits for. */
@Service
@Transactional(readOnly = true)
class WorkLists {

    private static final Words WORDS = Words.in("work/lists");

    private static final int AT_ONCE = 500;

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

    /** Tasks of like pressure, of one project, or all of them, under a heading. */
    record Group(String heading, List<WorkRow> rows) {

        /** Of which project it is, where it is of one: any of its lines says. */
        public WorkLine project() {
            return rows.get(0).first();
        }
    }

    /**
     * A page of a list.
     *
     * @param organisations by which it can be narrowed: their names by code, in the order of the names
     */
    record Shown(List<Group> groups, Paging paging, Map<String, String> organisations) {}

    /** What the filter lets through of a list, by how soon it has to be done unless another order is asked for. */
    Shown page(WorkList list, WorkFilter filter, Person person, int number) {
        Whose whose = whose(list, person);
        Instant now = clock.instant();
        WorkOrder order = filter.order(list.usualOrder());
        Page<WorkTask> found = tasks.find(whose, filter.query(order, now, soon(now)), Paging.page(number));
        List<WorkLine> lines = lines(found.getContent(), person, now);
        return new Shown(
                list == WorkList.PROJECTS ? byProject(lines) : grouped(lines, order, now),
                Paging.of(found),
                organisations(whose));
    }

    /** The same without groups and whole, a part at a time, so that no length takes much memory. */
    void all(WorkList list, WorkFilter filter, Person person, Consumer<List<WorkLine>> taken) {
        Whose whose = whose(list, person);
        Instant now = clock.instant();
        WorkQuery query = filter.query(filter.order(list.usualOrder()), now, soon(now));
        Page<WorkTask> found;
        int number = 0;
        do {
            found = tasks.find(whose, query, PageRequest.of(number++, AT_ONCE));
            taken.accept(lines(found.getContent(), person, now));
        } while (found.hasNext());
    }

    /** How much waits for the person. */
    Waiting waitingFor(Person person) {
        return tasks.waitingFor(person, clock.instant());
    }

    /** Whether the person leads projects, which may wait for others. */
    boolean leads(Person person) {
        return projects.leadsAny(person.id());
    }

    private Whose whose(WorkList list, Person person) {
        return switch (list) {
            case OWN -> new Whose.Own(person);
            case PROJECTS ->
                new Whose.OfProjects(
                        projects.goingOnLedBy(person.id()).stream()
                                .map(ProjectSummary::reference)
                                .toList(),
                        person);
            case COLLEAGUES -> new Whose.OfColleagues(person);
        };
    }

    private Instant soon(Instant now) {
        return workingDays.endOf(workingDays.from(Dates.on(now), soon)).toInstant();
    }

    /** Each project once, in the order of its first line. */
    private static List<Group> byProject(List<WorkLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> Objects.requireNonNullElse(line.reference(), ""),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(ofOne -> new Group(ofOne.get(0).about(), WorkRow.each(ofOne)))
                .toList();
    }

    private List<Group> grouped(List<WorkLine> lines, WorkOrder order, Instant now) {
        if (lines.isEmpty()) {
            return List.of();
        }
        return switch (order) {
            case SINCE -> List.of(new Group(WORDS.text("longest-first"), WorkRow.gathered(lines)));
            case PROJECT -> List.of(new Group(WORDS.text("by-project"), WorkRow.gathered(lines)));
            case DUE -> {
                Instant until = soon(now);
                Map<Pressure, List<WorkLine>> byPressure =
                        lines.stream().collect(Collectors.groupingBy(line -> Pressure.of(line.due(), now, until)));
                yield Arrays.stream(Pressure.values())
                        .filter(byPressure::containsKey)
                        .map(pressure -> new Group(
                                pressure.label(), WorkRow.gathered(Objects.requireNonNull(byPressure.get(pressure)))))
                        .toList();
            }
        };
    }

    private Map<String, String> organisations(Whose whose) {
        return directory.namesOf(tasks.organisations(whose)).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.toMap(
                        named -> named.getKey().value(), Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private List<WorkLine> lines(List<WorkTask> found, Person person, Instant now) {
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
        EndedDays days = EndedDays.of(workingDays);
        return found.stream()
                .map(task -> line(
                        task,
                        task.project() == null ? null : about.get(task.project()),
                        names,
                        person,
                        days.between(task.since(), now),
                        now))
                .toList();
    }

    private WorkLine line(
            WorkTask task,
            @Nullable ProjectSummary project,
            Map<OrganisationCode, String> names,
            Person person,
            int waited,
            Instant now) {
        return new WorkLine(
                task.id(),
                task.name(),
                project != null ? project.title() : task.organisation() == null ? "" : name(task.organisation(), names),
                project == null ? null : project.reference().value(),
                project != null && opensProject(person, project, task.organisation()),
                whom(task, names, person),
                task.since(),
                waited,
                task.due(),
                project != null && isOfAnOfficeOf(person, task),
                why(task, project, now));
    }

    /** Colleagues who hold the same office may have it. */
    private static boolean isOfAnOfficeOf(Person person, WorkTask task) {
        return person.organisation().isPresent()
                && task.groups().stream()
                        .filter(group -> Role.organisationOf(group).isPresent())
                        .anyMatch(person.groups()::contains);
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
