package gm.sharing.dpia;

import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/**
 * Whether a section waits to be written, and who saved it last.
 *
 * @param saved null until it is saved for the first time
 */
@Embeddable
public record SectionState(
        @Column(name = "is_open") boolean open,
        @Nullable @Embedded
                @AttributeOverride(name = "person", column = @Column(name = "saved_by"))
                @AttributeOverride(name = "name", column = @Column(name = "saved_name"))
                @AttributeOverride(name = "at", column = @Column(name = "saved_at"))
                By saved) {

    /** Whether it was ever written, though it may be open again. */
    public boolean isWritten() {
        return saved != null;
    }

    static SectionState savedBy(By who) {
        return new SectionState(false, who);
    }

    SectionState reopened() {
        return new SectionState(true, saved);
    }
}
