package gm.sharing.signoff;

import gm.sharing.Dates;
import gm.sharing.wording.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition as the record keeps it. Conditions of a time when they were one text have neither owner nor date.
 *
 * @param text what has to be done
 * @param owner who is responsible for it: see {@link gm.sharing.project.Owners}
 * @param ownerName as people know them
 * @param due by when it is done
 */
@Embeddable
public record StatedCondition(
        @Column(columnDefinition = "text") String text,
        @Nullable String owner,
        @Nullable String ownerName,
        @Nullable LocalDate due) {

    private static final Words EVENTS = Words.in("sign-off/events");

    static StatedCondition of(Condition condition, String ownerName) {
        return new StatedCondition(condition.text(), condition.owner(), ownerName, condition.due());
    }

    /** Whether somebody sees to it, by a day that has not passed. */
    public boolean isOpen(LocalDate today) {
        return owner != null && due != null && !due.isBefore(today);
    }

    /** Whether it asks the same of the same, whatever they are called by now. */
    boolean isAs(StatedCondition other) {
        return text.equals(other.text) && Objects.equals(owner, other.owner) && Objects.equals(due, other.due);
    }

    /** Who is responsible for it and by when: "IG officer, Bolton Council, by 4 May 2027"; empty when nobody was named. */
    public String obligation() {
        return ownerName == null || due == null
                ? ""
                : EVENTS.text("obligation", Map.of("owner", ownerName, "day", Dates.day(due)));
    }

    /** The whole condition, with who is responsible for it and by when behind it. */
    public String words() {
        return obligation().isEmpty() ? text : text + " (" + obligation() + ")";
    }
}
