package gm.sharing.measure;

import gm.sharing.project.Owners;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.criteria.Predicate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which measures are looked for.
 *
 * @param among those that the person may read
 * @param state how they stand
 * @param owner who sees to them, or empty for anybody
 * @param mine whose they are, or empty for anybody's
 * @param project a reference, or empty for any
 */
public record MeasureQuery(
        Among among, State state, Optional<String> owner, Optional<Mine> mine, Optional<String> project) {

    /** What is to be done first stands first; OPEN is the last of the states by name. */
    static final Sort ORDER = Sort.by(Sort.Order.desc("status"), Sort.Order.asc("due"), Sort.Order.asc("id"));

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
        return new MeasureQuery(among, state, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Specification<Measure> specification(LocalDate today) {
        Specification<Measure> all = among.specification().and(standing(today));
        if (mine.isPresent()) {
            all = all.and(mine.get().specification());
        }
        return all.and((measure, query, criteria) -> criteria.and(Stream.concat(
                        owner.map(one -> criteria.equal(measure.get("owner"), one)).stream(),
                        project.map(one -> criteria.equal(measure.get("project"), one)).stream())
                .toArray(Predicate[]::new)));
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
