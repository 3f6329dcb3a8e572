package gm.sharing.project;

import gm.sharing.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** How far a project is, and what can be done to it there. */
@Embeddable
class ProjectProgress {

    @Enumerated(EnumType.STRING)
    private ProjectStatus status = ProjectStatus.PROPOSED;

    private boolean sentToPartners;

    @Column(columnDefinition = "text")
    private @Nullable String endReason;

    protected ProjectProgress() {}

    ProjectStatus status() {
        return status;
    }

    boolean sentToPartners() {
        return sentToPartners;
    }

    @Nullable String endReason() {
        return endReason;
    }

    /**
     * Moves on.
     *
     * @param action completes "it cannot be …" in the refusal
     * @return whether the status changed; false when the project already was there
     */
    boolean become(ProjectStatus next, ProjectReference reference, String action) {
        if (status == next) {
            return false;
        }
        if (!status.canBecome(next)) {
            throw new Refused(
                    "The status of %s is “%s”: it cannot be %s.".formatted(reference, status.label(), action));
        }
        this.status = next;
        this.sentToPartners |= next == ProjectStatus.IN_SIGN_OFF;
        return true;
    }

    /** Ends as {@link #become} moves on. */
    boolean end(ProjectStatus how, ProjectReference reference, String action, String reason) {
        boolean changed = become(how, reference, action);
        if (changed) {
            this.endReason = reason;
        }
        return changed;
    }

    void mustBeOpenForChange(ProjectReference reference) {
        if (status != ProjectStatus.PROPOSED && status != ProjectStatus.IN_REVISION) {
            throw new Refused("The status of %s is “%s”: what it says can be changed only while its lead describes or"
                            .formatted(reference, status.label())
                    + " revises it.");
        }
    }

    void mustGoOn(ProjectReference reference) {
        if (status.isEnd()) {
            throw new Refused(
                    "The status of %s is “%s”: its partners stay as they are.".formatted(reference, status.label()));
        }
    }
}
