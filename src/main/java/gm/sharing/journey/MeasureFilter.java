package gm.sharing.journey;

import gm.sharing.measure.Measure;
import gm.sharing.project.Owners;
import java.time.LocalDate;
import java.util.Set;

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

    boolean takes(Measure measure, Set<String> owned, LocalDate today) {
        return takesState(measure, today) && takesOwner(measure, owned) && takesProject(measure);
    }

    private boolean takesState(Measure measure, LocalDate today) {
        return switch (show) {
            case OVERDUE -> measure.isOverdue(today);
            case ALL -> true;
            default -> measure.isOpen();
        };
    }

    private boolean takesOwner(Measure measure, Set<String> owned) {
        return owner.isEmpty() || owner.equals(measure.owner()) || (owner.equals(MINE) && owned.contains(key(measure)));
    }

    private boolean takesProject(Measure measure) {
        return project.isEmpty() || project.equals(measure.project().value());
    }

    /** How a measure is known to be somebody's: by the group, or by the project that the person leads. */
    private static String key(Measure measure) {
        return Owners.LEAD.equals(measure.owner()) ? measure.project().value() : measure.owner();
    }
}
