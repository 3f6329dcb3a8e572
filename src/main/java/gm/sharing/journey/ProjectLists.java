package gm.sharing.journey;

import gm.sharing.Paging;
import gm.sharing.absence.Absence;
import gm.sharing.absence.Deputies;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ListedProjects;
import gm.sharing.project.ProjectSummary;
import gm.sharing.project.Urgency;
import gm.sharing.wording.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together the lists of projects of a person, of which none is read whole. */
@Service
@Transactional(readOnly = true)
class ProjectLists {

    private static final Words WORDS = Words.in("journey/record");

    private static final Pageable BEGINNING = PageRequest.of(0, 20);

    private final ListedProjects listed;
    private final Directory directory;
    private final Deputies deputies;

    ProjectLists(ListedProjects listed, Directory directory, Deputies deputies) {
        this.listed = listed;
        this.directory = directory;
        this.deputies = deputies;
    }

    /** A part of a list. */
    record Shown(ProjectList list, List<ProjectLine> lines, Paging paging) {

        public String heading() {
            return list.label();
        }

        public String inAddress() {
            return list.inAddress();
        }
    }

    /** The newest projects of each list that is not empty. */
    List<Shown> beginnings(Person person) {
        Set<String> away = leadsAway(person);
        return Arrays.stream(ProjectList.values())
                .map(list -> shown(list, find(list, person, away, BEGINNING)))
                .filter(shown -> !shown.lines().isEmpty())
                .toList();
    }

    /** @param number from 1 */
    Shown page(ProjectList list, Person person, int number) {
        return shown(list, find(list, person, leadsAway(person), Paging.page(number)));
    }

    /** Whose projects are the person's today, because they lead projects and are away. */
    private Set<String> leadsAway(Person person) {
        return person.holds(Role.PROJECT_LEAD)
                ? deputies.placesTakenBy(person.id()).stream()
                        .map(Absence::person)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private Page<ProjectSummary> find(ProjectList list, Person person, Set<String> away, Pageable page) {
        @Nullable OrganisationCode own = person.organisation().orElse(null);
        return switch (list) {
            case OWN -> listed.ledBy(person.id(), away, own, page);
            case COLLEAGUES -> own == null ? Page.empty(page) : listed.ledByColleagues(own, person.id(), away, page);
            case PARTNERS -> listed.sentTo(person.organisations(), own, page);
            case LEFT -> listed.leftBy(person.organisations(), page);
            case ALL -> person.seesEveryProject() ? listed.all(page) : Page.empty(page);
        };
    }

    private Shown shown(ProjectList list, Page<ProjectSummary> page) {
        Map<OrganisationCode, String> names = directory.namesOf(page.stream()
                .flatMap(project -> Stream.of(project.leadOrganisation(), project.onBehalfOf()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new Shown(
                list, page.stream().map(project -> line(list, project, names)).toList(), Paging.of(page));
    }

    private static ProjectLine line(ProjectList list, ProjectSummary project, Map<OrganisationCode, String> names) {
        return new ProjectLine(
                project.reference().value(),
                project.title(),
                ledBy(project, names),
                list == ProjectList.LEFT ? WORDS.text("left") : project.status().label(),
                project.urgency() == Urgency.URGENT);
    }

    private static String ledBy(ProjectSummary project, Map<OrganisationCode, String> names) {
        OrganisationCode partnership = project.onBehalfOf();
        String leader = name(project.leadOrganisation(), names);
        return partnership == null
                ? leader
                : WORDS.text("on-behalf-of", Map.of("leader", leader, "partnership", name(partnership, names)));
    }

    private static String name(OrganisationCode code, Map<OrganisationCode, String> names) {
        return names.getOrDefault(code, code.value());
    }
}
