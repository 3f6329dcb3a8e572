package gm.sharing.work;

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
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of tasks what a list shows. */
@Component
class WorkLines {

    private static final Words WORDS = Words.in("work/lists");

    private final ListedProjects projects;
    private final Directory directory;
    private final People people;
    private final WorkingDays workingDays;

    WorkLines(ListedProjects projects, Directory directory, People people, WorkingDays workingDays) {
        this.projects = projects;
        this.directory = directory;
        this.people = people;
        this.workingDays = workingDays;
    }

    /** @param whose list they are in, which the person reads */
    List<WorkLine> of(List<WorkTask> found, Whose whose, Person person, Instant now) {
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
                        whose,
                        person,
                        days.between(task.since(), now),
                        now))
                .toList();
    }

    private WorkLine line(
            WorkTask task,
            @Nullable ProjectSummary project,
            Map<OrganisationCode, String> names,
            Whose whose,
            Person person,
            int waited,
            Instant now) {
        boolean begun = whose instanceof Whose.Own own && own.away().contains(Objects.toString(task.holder(), ""));
        return new WorkLine(
                task.id(),
                task.name(),
                project != null ? project.title() : task.organisation() == null ? "" : name(task.organisation(), names),
                project == null ? null : project.reference().value(),
                project != null && opensProject(person, project, task.organisation()),
                begun
                        ? WORDS.text("away", Map.of("person", people.nameOf(Objects.requireNonNull(task.holder()))))
                        : whom(task, names, person),
                asked(task, names, whose, person),
                begun,
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

    /** More time is for whoever leads the project to give. */
    private @Nullable AskedOffice asked(
            WorkTask task, Map<OrganisationCode, String> names, Whose whose, Person person) {
        if (task.groups().size() != 1 || (task.holder() != null && isColleague(task.holder(), person))) {
            return null;
        }
        String group = task.groups().get(0);
        OrganisationCode organisation = Role.organisationOf(group).orElse(null);
        return organisation == null || !organisation.equals(task.organisation())
                ? null
                : new AskedOffice(
                        Role.ofGroup(group).orElseThrow().label(),
                        organisation.value(),
                        name(organisation, names),
                        task.movable() && whose instanceof Whose.OfProjects);
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
