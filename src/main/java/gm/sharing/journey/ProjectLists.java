package gm.sharing.journey;

import gm.sharing.Paging;
import gm.sharing.SoughtWords;
import gm.sharing.absence.Absence;
import gm.sharing.absence.Deputies;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ListedProjects;
import gm.sharing.project.ProjectQuery;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.ProjectSummary;
import gm.sharing.project.Urgency;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.SignaturesSoFar;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts together the lists of projects of a person, of which none is read whole. */
@Service
@Transactional(readOnly = true)
class ProjectLists {

    private static final Words WORDS = Words.in("journey/record");

    private static final Pageable BEGINNING = PageRequest.of(0, 20);

    private static final int AT_ONCE = 500;

    private final ListedProjects listed;
    private final OpenTasks openTasks;
    private final Directory directory;
    private final CalledOrganisations organisations;
    private final Deputies deputies;
    private final SignOffs signOffs;
    private final ListedStages stages;
    private final Clock clock;

    ProjectLists(
            ListedProjects listed,
            OpenTasks openTasks,
            Directory directory,
            CalledOrganisations organisations,
            Deputies deputies,
            SignOffs signOffs,
            ListedStages stages,
            Clock clock) {
        this.listed = listed;
        this.openTasks = openTasks;
        this.directory = directory;
        this.organisations = organisations;
        this.deputies = deputies;
        this.signOffs = signOffs;
        this.stages = stages;
        this.clock = clock;
    }

    /** A part of a list. */
    record Shown(ProjectList list, List<ProjectLine> lines, Paging paging) {

        public String heading() {
            return list.label();
        }

        /** Whether it is worth telling of each who leads it; of the person's own it is not, unless somebody else does. */
        public boolean differLeaders() {
            return (list != ProjectList.OWN && list != ProjectList.COLLEAGUES)
                    || lines.stream().map(ProjectLine::ledBy).distinct().count() > 1;
        }

        /** The address of all of it, whatever else is looked for. */
        public String whole() {
            return address().build().toUriString();
        }

        /** The address of all of it as a file. */
        public String file() {
            return address().path(".csv").build().toUriString();
        }

        private UriComponentsBuilder address() {
            return ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("list", list.inAddress())
                    .replaceQueryParam("page");
        }
    }

    /** Of each list that the filter leaves anything of the first projects, or of one list those of a page. */
    List<Shown> page(ProjectFilter filter, Person person, int number) {
        Search search = search(filter, person);
        return filter.whole()
                .map(list -> List.of(shown(list, search.find(list, Paging.page(number)), search)))
                .orElseGet(() -> Arrays.stream(ProjectList.values())
                        .map(list -> shown(list, search.find(list, BEGINNING), search))
                        .filter(shown -> !shown.lines().isEmpty())
                        .toList());
    }

    /** The same whole, a part at a time, so that no length takes much memory. */
    void all(ProjectFilter filter, Person person, Consumer<Shown> taken) {
        Search search = search(filter, person);
        Arrays.stream(ProjectList.values())
                .filter(list -> filter.whole().orElse(list) == list)
                .forEach(list -> {
                    Page<ProjectSummary> found;
                    int number = 0;
                    do {
                        found = search.find(list, PageRequest.of(number++, AT_ONCE));
                        taken.accept(shown(list, found, search));
                    } while (found.hasNext());
                });
    }

    private Search search(ProjectFilter filter, Person person) {
        return new Search(filter, person, leadsAway(person), called(filter.leader()), called(filter.partner()));
    }

    /** Null when nobody asks. */
    private @Nullable Set<OrganisationCode> called(String typed) {
        return typed.isEmpty() ? null : organisations.called(typed);
    }

    /** Whose projects are the person's today, because they lead projects and are away. */
    private Set<String> leadsAway(Person person) {
        return person.holds(Role.PROJECT_LEAD)
                ? deputies.placesTakenBy(person.id()).stream()
                        .map(Absence::person)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** What a person looks for; without leaders or partners, whoever leads it or takes part. */
    private final class Search {

        private final ProjectFilter filter;
        private final Person person;
        private final Set<String> away;
        private final @Nullable Set<OrganisationCode> leaders;
        private final @Nullable Set<OrganisationCode> partners;

        Search(
                ProjectFilter filter,
                Person person,
                Set<String> away,
                @Nullable Set<OrganisationCode> leaders,
                @Nullable Set<OrganisationCode> partners) {
            this.filter = filter;
            this.person = person;
            this.away = away;
            this.leaders = leaders;
            this.partners = partners;
        }

        Page<ProjectSummary> find(ProjectList list, Pageable page) {
            @Nullable OrganisationCode own = person.organisation().orElse(null);
            return switch (list) {
                case OWN -> listed.ledBy(person.id(), away, own, query(true), page);
                case COLLEAGUES ->
                    own == null ? Page.empty(page) : listed.ledByColleagues(own, person.id(), away, query(true), page);
                case PARTNERS -> listed.sentTo(person.organisations(), own, query(false), page);
                // Whoever has left is not told how it stands now, nor who takes part.
                case LEFT ->
                    filter.asksHowItStands()
                            ? Page.empty(page)
                            : listed.leftBy(person.organisations(), query(false), page);
                case ALL ->
                    person.seesEveryProject()
                            ? listed.all(query(person.holds(Role.INFORMATION_BOARD)), page)
                            : Page.empty(page);
            };
        }

        /** Partners learn only at the end who has signed. */
        boolean mayKnowSoFar(ProjectList list) {
            return switch (list) {
                case OWN, COLLEAGUES -> true;
                case PARTNERS, LEFT -> false;
                case ALL -> person.holds(Role.INFORMATION_BOARD);
            };
        }

        /** Whose parts the person may know of beside what is everybody's; null when of all. */
        @Nullable Collection<OrganisationCode> parts(ProjectList list) {
            return mayKnowSoFar(list) ? null : person.organisations();
        }

        /** @param everyReview whether the person may know of the reviews of every partner */
        private ProjectQuery query(boolean everyReview) {
            return new ProjectQuery(
                    new SoughtWords(filter.words()),
                    filter.status(),
                    leaders,
                    partners,
                    filter.overdue() ? overdue(everyReview) : null,
                    filter.order());
        }

        private Set<ProjectReference> overdue(boolean everyReview) {
            return everyReview
                    ? openTasks.overdue(clock.instant())
                    : openTasks.overdue(clock.instant(), person.organisations());
        }
    }

    private Shown shown(ProjectList list, Page<ProjectSummary> page, Search search) {
        // Whoever has left is not told how it stands now.
        Map<ProjectReference, ListedStages.Standing> standings =
                list == ProjectList.LEFT ? Map.of() : stages.of(page.getContent(), search.parts(list));
        Map<OrganisationCode, String> names = directory.namesOf(Stream.concat(
                        page.stream().flatMap(project -> Stream.of(project.leadOrganisation(), project.onBehalfOf())),
                        standings.values().stream()
                                .flatMap(standing -> standing.open().stream())
                                .flatMap(task -> task.parts().stream()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<ProjectReference, SignaturesSoFar> soFar = search.mayKnowSoFar(list)
                ? signOffs.soFar(page.stream()
                        .filter(project -> project.status() == ProjectStatus.IN_SIGN_OFF)
                        .map(ProjectSummary::reference)
                        .toList())
                : Map.of();
        Instant now = clock.instant();
        return new Shown(
                list,
                page.stream()
                        .map(project -> line(
                                list,
                                project,
                                names,
                                standings.getOrDefault(project.reference(), ListedStages.Standing.UNKNOWN),
                                soFar.get(project.reference()),
                                now))
                        .toList(),
                Paging.of(page));
    }

    private static ProjectLine line(
            ProjectList list,
            ProjectSummary project,
            Map<OrganisationCode, String> names,
            ListedStages.Standing standing,
            @Nullable SignaturesSoFar soFar,
            Instant now) {
        return new ProjectLine(
                project.reference().value(),
                project.title(),
                ledBy(project, names),
                list == ProjectList.LEFT ? WORDS.text("left") : project.status().label(),
                standing.stage(),
                WaitsFor.of(standing.open(), names, name(project.leadOrganisation(), names), now),
                soFar == null ? null : inWords(soFar),
                project.urgency() == Urgency.URGENT);
    }

    private static String inWords(SignaturesSoFar soFar) {
        return WORDS.text(
                soFar.advised() == 0 ? "so-far" : "so-far-and-advised",
                Map.of("signed", soFar.signed(), "asked", soFar.asked(), "advised", soFar.advised()));
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
