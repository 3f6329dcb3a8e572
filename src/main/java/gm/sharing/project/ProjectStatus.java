package gm.sharing.project;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.util.Set;

/** Where a sharing project stands, and where it may go from there. */
@WordsIn("project/names")
public enum ProjectStatus implements Worded {
    /** Its lead describes it. */
    PROPOSED,
    /** Described in full; the screening tells whether it needs a DPIA. */
    DESCRIBED,
    /** Its data protection impact assessment is under way. */
    IN_DPIA,
    /** There is a draft agreement, which its lead checks. */
    DRAFTED,
    /** The agreement is with the partners. */
    IN_SIGN_OFF,
    /** The Information Board decides how it goes on. */
    WITH_BOARD,
    /** Its lead revises it. */
    IN_REVISION,
    /** Every partner signed; the agreement is published. */
    PUBLISHED,
    /** Given up by its lead. */
    WITHDRAWN,
    /** Ended by the Information Board. */
    STOPPED;

    /** Whether the project has come to its end: nothing may be changed any more. */
    public boolean isEnd() {
        return next().isEmpty();
    }

    /** Whether it came to its end without an agreement. */
    public boolean isGivenUp() {
        return this == WITHDRAWN || this == STOPPED;
    }

    boolean canBecome(ProjectStatus status) {
        return next().contains(status);
    }

    private Set<ProjectStatus> next() {
        return switch (this) {
            case PROPOSED -> Set.of(DESCRIBED, WITHDRAWN, STOPPED);
            case DESCRIBED -> Set.of(IN_DPIA, DRAFTED, WITHDRAWN, STOPPED);
            case IN_DPIA -> Set.of(DRAFTED, IN_REVISION, WITHDRAWN, STOPPED);
            case DRAFTED -> Set.of(WITH_BOARD, IN_SIGN_OFF, IN_REVISION, WITHDRAWN, STOPPED);
            case IN_SIGN_OFF -> Set.of(DRAFTED, WITH_BOARD, IN_REVISION, PUBLISHED, WITHDRAWN, STOPPED);
            case WITH_BOARD -> Set.of(IN_SIGN_OFF, DRAFTED, IN_REVISION, WITHDRAWN, STOPPED);
            case IN_REVISION -> Set.of(DESCRIBED, IN_DPIA, DRAFTED, WITHDRAWN, STOPPED);
            case PUBLISHED, WITHDRAWN, STOPPED -> Set.of();
        };
    }
}
