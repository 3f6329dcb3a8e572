package gm.sharing.journey;

import gm.sharing.Dates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure in the register.
 *
 * @param projectTitle linked to the project's page only when the person may see it
 * @param due null when it was in place from the start
 * @param settled when and by whom it was confirmed, in words, or null
 */
record MeasureLine(
        String what,
        String origin,
        String reference,
        String projectTitle,
        boolean projectVisible,
        String ownerName,
        @Nullable LocalDate due,
        boolean overdue,
        String status,
        @Nullable String evidence,
        @Nullable String settled,
        @Nullable String delayReason) {

    public @Nullable String dueInWords() {
        return due == null ? null : Dates.day(due);
    }
}
