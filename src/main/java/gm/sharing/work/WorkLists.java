package gm.sharing.work;

import gm.sharing.Dates;
import gm.sharing.Paging;
import gm.sharing.absence.Absence;
import gm.sharing.absence.Deputies;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Person;
import gm.sharing.project.ListedProjects;
import gm.sharing.project.ProjectSummary;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

    /** So much of another list fits below one's own. */
    private static final int FEW = 3;

    /** Below more rows nothing else is seen at once. */
    private static final int ROOM = 6;

    private final WorkTasks tasks;
    private final ListedProjects projects;
    private final Directory directory;
    private final WorkLines lines;
    private final Deputies deputies;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final int soon;

    /** @param soon how many working days before its date a task is said to be due soon */
    WorkLists(
            WorkTasks tasks,
            ListedProjects projects,
            Directory directory,
            WorkLines lines,
            Deputies deputies,
            WorkingDays workingDays,
            Clock clock,
            @Value("${sharing.work.soon:3}") int soon) {
        this.tasks = tasks;
        this.projects = projects;
        this.directory = directory;
        this.lines = lines;
        this.deputies = deputies;
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
     * @param quiet for how many working days nothing of it is due; 0 when something is, or nothing is there
     */
    record Shown(List<Group> groups, Paging paging, Map<String, String> organisations, int quiet) {

        /** Whether something else is in sight below it. */
        public boolean hasRoom() {
            return groups.stream().mapToInt(group -> group.rows().size()).sum() <= ROOM;
        }

        /** Whether some rows hold several tasks. */
        public boolean gathers() {
            return groups.stream().flatMap(group -> group.rows().stream()).anyMatch(row -> !row.others()
                    .isEmpty());
        }
    }

    /** What the filter lets through of a list, by how soon it has to be done unless another order is asked for. */
    Shown page(WorkList list, WorkFilter filter, Person person, int number) {
        Whose whose = whose(list, person);
        Instant now = clock.instant();
        WorkOrder order = filter.order(list.usualOrder());
        Page<WorkTask> found = tasks.find(whose, filter.query(order, now, soon(now)), Paging.page(number));
        List<WorkLine> lines = this.lines.of(found.getContent(), whose, person, now);
        return new Shown(
                list == WorkList.PROJECTS ? byProject(lines) : grouped(lines, order, now),
                Paging.of(found),
                organisations(whose),
                order == WorkOrder.DUE && number == 1 && isQuiet(lines, now) ? soon : 0);
    }

    /** What is due first comes first. */
    private boolean isQuiet(List<WorkLine> lines, Instant now) {
        return !lines.isEmpty()
                && !Pressure.of(lines.get(0).due(), now, soon(now)).presses();
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
            taken.accept(this.lines.of(found.getContent(), whose, person, now));
        } while (found.hasNext());
    }

    /** How much waits for the person. */
    Waiting waitingFor(Person person) {
        return tasks.waitingFor(own(person), clock.instant());
    }

    /** What is due first, or has waited longest, of what the projects wait for that the person leads: a few rows of it. */
    List<Group> firstOfProjects(Person person) {
        Whose whose = whose(WorkList.PROJECTS, person);
        Instant now = clock.instant();
        Page<WorkTask> found = tasks.find(whose, WorkFilter.NONE.query(WorkOrder.DUE, now, soon(now)), Paging.page(1));
        return fewOf(byProject(lines.of(found.getContent(), whose, person, now)));
    }

    /** The newest projects that the person may see. */
    List<ProjectSummary> firstProjects(Person person) {
        return projects.newestSeenBy(person.id(), person.organisations(), ROOM);
    }

    private static List<Group> fewOf(List<Group> groups) {
        List<Group> few = new ArrayList<>();
        int room = FEW;
        for (Group group : groups) {
            if (room == 0) {
                break;
            }
            List<WorkRow> rows =
                    group.rows().subList(0, Math.min(room, group.rows().size()));
            room -= rows.size();
            few.add(new Group(group.heading(), rows));
        }
        return few;
    }

    /** Whether the person leads projects, which may wait for others. */
    boolean leads(Person person) {
        return projects.leadsAny(person.id());
    }

    private Whose whose(WorkList list, Person person) {
        return switch (list) {
            case OWN -> own(person);
            case PROJECTS ->
                new Whose.OfProjects(
                        projects.goingOnLedBy(person.id()).stream()
                                .map(ProjectSummary::reference)
                                .toList(),
                        person);
            case COLLEAGUES -> new Whose.OfColleagues(person);
        };
    }

    private Whose.Own own(Person person) {
        return new Whose.Own(
                person,
                deputies.placesTakenBy(person.id()).stream()
                        .map(Absence::person)
                        .toList());
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
                .map(ofOne -> new Group(ofOne.get(0).about(), WorkRow.bySteps(ofOne)))
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
}
