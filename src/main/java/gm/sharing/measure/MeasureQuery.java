package gm.sharing.measure;

import gm.sharing.SoughtWords;
import gm.sharing.project.Owners;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.SharingProject;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which measures are looked for.
 *
 * @param among those that the person may read
 * @param state how they stand
 * @param owner one of those who may see to them, or empty for anybody
 * @param of another such set, of which it has to be one as well
 * @param mine whose they are, or empty for anybody's
 * @param project a reference, or empty for any
 * @param words that all stand in what is to be done, or in its project's title or reference
 */
public record MeasureQuery(
        Among among,
        State state,
        Optional<Set<String>> owner,
        Optional<Set<String>> of,
        Optional<Mine> mine,
        Optional<String> project,
        SoughtWords words,
        MeasureOrder order) {

    /** How measures stand. */
    public enum State {
        OPEN,
        OVERDUE,
        ANY
    }

    /**
     * The measures of these projects, and those that one of these owners sees to.
     *
     * @param every no measure is closed to the person
     */
    public record Among(boolean every, Collection<ProjectReference> projects, Set<String> owners) {

        List<String> references() {
            return projects.stream().map(ProjectReference::value).toList();
        }

        private Specification<Measure> specification() {
            return (measure, query, criteria) -> every
                    ? criteria.conjunction()
                    : criteria.or(
                            measure.get("project").in(references()),
                            measure.get("owner").in(owners));
        }
    }

    /** What a person has to see to: for a group of theirs, or as the lead of one of these projects. */
    public record Mine(Set<String> groups, Collection<ProjectReference> led) {

        private Specification<Measure> specification() {
            List<String> references = led.stream().map(ProjectReference::value).toList();
            return (measure, query, criteria) -> criteria.or(
                    measure.get("owner").in(groups),
                    criteria.and(
                            criteria.equal(measure.get("owner"), Owners.LEAD),
                            measure.get("project").in(references)));
        }
    }

    /** All that the person may read. */
    public static MeasureQuery any(Among among, State state) {
        return new MeasureQuery(
                among,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new SoughtWords(""),
                MeasureOrder.DUE);
    }

    Specification<Measure> specification(LocalDate today) {
        Specification<Measure> all = among.specification().and(standing(today));
        if (mine.isPresent()) {
            all = all.and(mine.get().specification());
        }
        if (!words.patterns().isEmpty()) {
            all = all.and((measure, query, criteria) -> criteria.or(
                    holds(measure.get("what"), criteria),
                    measure.get("project").in(called(Objects.requireNonNull(query), criteria))));
        }
        return all.and((measure, query, criteria) -> criteria.and(Stream.of(
                        owner.map(measure.get("owner")::in),
                        of.map(measure.get("owner")::in),
                        project.map(one -> criteria.equal(measure.get("project"), one)))
                .flatMap(Optional::stream)
                .toArray(Predicate[]::new)));
    }

    private Predicate holds(Expression<String> text, CriteriaBuilder criteria) {
        return criteria.and(words.patterns().stream()
                .map(pattern -> criteria.like(criteria.lower(text), pattern, SoughtWords.ESCAPE))
                .toArray(Predicate[]::new));
    }

    /** The references of projects with such a title or reference. */
    private Subquery<String> called(CriteriaQuery<?> query, CriteriaBuilder criteria) {
        Subquery<String> references = query.subquery(String.class);
        Root<SharingProject> project = references.from(SharingProject.class);
        return references
                .select(project.get("reference"))
                .where(criteria.or(
                        holds(project.get("proposal").get("title"), criteria),
                        holds(project.get("reference"), criteria)));
    }

    private Specification<Measure> standing(LocalDate today) {
        return (measure, query, criteria) -> switch (state) {
            case ANY -> criteria.conjunction();
            case OPEN -> criteria.equal(measure.get("status"), MeasureStatus.OPEN);
            case OVERDUE ->
                criteria.and(
                        criteria.equal(measure.get("status"), MeasureStatus.OPEN),
                        criteria.lessThan(measure.get("due"), today));
        };
    }
}
