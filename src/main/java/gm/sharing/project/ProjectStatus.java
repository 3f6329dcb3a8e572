package gm.sharing.project;

import java.util.Set;

/** Where a sharing project stands, and where it may go from there. */
public enum ProjectStatus {
    /** Its lead describes it. */
    PROPOSED("Being described"),
    /** Described in full; the screening tells whether it needs a DPIA. */
    DESCRIBED("Described"),
    /** Its data protection impact assessment is under way. */
    IN_DPIA("In its DPIA"),
    /** There is a draft agreement, which its lead checks. */
    DRAFTED("Drafted"),
    /** The agreement is with the partners. */
    IN_SIGN_OFF("With the partners for sign-off"),
    /** The Information Board decides how it goes on. */
    WITH_BOARD("With the Information Board"),
    /** Its lead revises it. */
    IN_REVISION("Being revised"),
    /** Every partner signed; the agreement is published. */
    PUBLISHED("Published"),
    /** Given up by its lead. */
    WITHDRAWN("Withdrawn"),
    /** Ended by the Information Board. */
    STOPPED("Stopped");

    private final String label;

    ProjectStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

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
