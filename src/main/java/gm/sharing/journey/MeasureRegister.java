package gm.sharing.journey;

import gm.sharing.Dates;
import gm.sharing.measure.Measure;
import gm.sharing.measure.MeasureQuery;
import gm.sharing.measure.MeasureQuery.Among;
import gm.sharing.measure.MeasureQuery.Mine;
import gm.sharing.measure.MeasureQuery.State;
import gm.sharing.measure.Measures;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ListedProjects;
import gm.sharing.project.ProjectQuery;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectSummary;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together which measures a person may read. */
@Service
@Transactional(readOnly = true)
class MeasureRegister {

    private static final Words WORDS = Words.in("journey/record");

    private static final int AT_ONCE = 500;

    private final ListedProjects listed;
    private final Measures measures;
    private final CalledOrganisations organisations;
    private final Clock clock;

    MeasureRegister(ListedProjects listed, Measures measures, CalledOrganisations organisations, Clock clock) {
        this.organisations = organisations;
        this.listed = listed;
        this.measures = measures;
        this.clock = clock;
    }

    /**
     * How many measures stand how.
     *
     * @param overdue of those that are open
     */
    record Standing(long open, long overdue, long all) {}

    /**
     * What a person reads of the register.
     *
     * @param standing of all that the person may read
     * @param owners names by how they are known, in the order of the names
     */
    record Reading(Page<MeasureLine> lines, Map<String, String> owners, Standing standing) {}

    /** The measures of every project that the person may see, and those that a role of the person sees to. */
    Reading read(MeasureFilter filter, Person person, Pageable page) {
        Among among = among(person);
        Page<Measure> found = measures.find(filter.query(among, mine(person), called(filter)), page);
        return new Reading(
                new PageImpl<>(lines(found.getContent(), among), page, found.getTotalElements()),
                measures.owners(among),
                new Standing(count(among, State.OPEN), count(among, State.OVERDUE), count(among, State.ANY)));
    }

    /** What the filter lets through whole, a part at a time, so that no length takes much memory. */
    void all(MeasureFilter filter, Person person, Consumer<List<MeasureLine>> taken) {
        Among among = among(person);
        MeasureQuery query = filter.query(among, mine(person), called(filter));
        Page<Measure> found;
        int number = 0;
        do {
            found = measures.find(query, PageRequest.of(number++, AT_ONCE));
            taken.accept(lines(found.getContent(), among));
        } while (found.hasNext());
    }

    private Among among(Person person) {
        boolean every = person.seesEveryProject();
        return new Among(every, every ? Set.of() : listed.seenBy(person.id(), person.organisations()), person.groups());
    }

    private Mine mine(Person person) {
        return new Mine(
                person.groups(),
                references(listed.ledBy(person.id(), Set.of(), null, ProjectQuery.ANY, Pageable.unpaged())
                        .getContent()));
    }

    private Set<OrganisationCode> called(MeasureFilter filter) {
        return filter.organisation().isEmpty() ? Set.of() : organisations.called(filter.organisation());
    }

    /** What must be in place before the sharing starts on that day and is not, in words. */
    static List<String> missingAtTheStart(Collection<Measure> of, LocalDate firstDay) {
        return of.stream()
                .filter(measure -> measure.isOpen() && measure.isBeforeStart(firstDay))
                .map(measure -> WORDS.text(
                        measure.due().isPresent() ? "missing-by" : "missing",
                        Map.of(
                                "what", measure.what(),
                                "origin", measure.origin().words(),
                                "owner", measure.ownerName(),
                                "date", measure.due().map(Dates::day).orElse(""))))
                .toList();
    }

    Standing standing(Collection<Measure> of) {
        LocalDate today = LocalDate.now(clock);
        return new Standing(
                of.stream().filter(Measure::isOpen).count(),
                of.stream().filter(measure -> measure.isOverdue(today)).count(),
                of.size());
    }

    private long count(Among among, State state) {
        return measures.count(MeasureQuery.any(among, state));
    }

    private static List<ProjectReference> references(List<ProjectSummary> listed) {
        return listed.stream().map(ProjectSummary::reference).toList();
    }

    private List<MeasureLine> lines(List<Measure> found, Among among) {
        LocalDate today = LocalDate.now(clock);
        Set<ProjectReference> visible = new HashSet<>(among.projects());
        Map<ProjectReference, String> titles =
                listed.summaries(found.stream().map(Measure::project).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(ProjectSummary::reference, ProjectSummary::title));
        return found.stream()
                .map(measure -> line(
                        measure,
                        titles.getOrDefault(measure.project(), measure.project().value()),
                        among.every() || visible.contains(measure.project()),
                        today))
                .toList();
    }

    private static MeasureLine line(Measure measure, String title, boolean visible, LocalDate today) {
        return new MeasureLine(
                measure.what(),
                measure.origin().words(),
                measure.project().value(),
                title,
                visible,
                measure.ownerName(),
                measure.due().orElse(null),
                measure.isOverdue(today),
                measure.status().label(),
                measure.evidence().orElse(null),
                measure.settled()
                        .map(by -> WORDS.text("settled", Map.of("person", by.name(), "date", Dates.day(by.on()))))
                        .orElse(null),
                measure.delayReason().orElse(null));
    }
}
