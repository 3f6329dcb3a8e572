package gm.sharing.journey;

import gm.sharing.measure.MeasureQuery;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which measures somebody wants to see.
 *
 * @param show one of {@link #SHOWN}; anything else counts as {@code open}
 * @param owner an owner, or {@link #MINE}, or empty for all
 * @param project a reference, or empty for all
 */
record MeasureFilter(String show, String owner, String project) {

    /** What waits for the person who asks. */
    static final String MINE = "mine";

    private static final String OPEN = "open";
    private static final String OVERDUE = "overdue";
    private static final String ALL = "all";
    private static final Set<String> SHOWN = Set.of(OPEN, OVERDUE, ALL);

    static MeasureFilter of(String show, String owner, String project) {
        return new MeasureFilter(SHOWN.contains(show) ? show : OPEN, owner, project);
    }

    MeasureQuery query(MeasureQuery.Among among, MeasureQuery.Mine mine) {
        boolean asksForOwn = owner.equals(MINE);
        return new MeasureQuery(
                among,
                state(),
                asksForOwn ? Optional.empty() : given(owner),
                asksForOwn ? Optional.of(mine) : Optional.empty(),
                given(project));
    }

    private MeasureQuery.State state() {
        return switch (show) {
            case OVERDUE -> MeasureQuery.State.OVERDUE;
            case ALL -> MeasureQuery.State.ANY;
            default -> MeasureQuery.State.OPEN;
        };
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(Predicate.not(String::isEmpty));
    }
}
