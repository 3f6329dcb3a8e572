package gm.sharing.insight;

import gm.sharing.Dates;
import gm.sharing.measure.MeasureStatus;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What became of a promise. */
@WordsIn("insight/names")
enum Kept implements Worded {
    /** In place on the promised day or before. */
    IN_TIME,
    LATE,
    /** Not in place, and its last day has not come. */
    OPEN,
    /** Not in place on the promised day, and put off to a later one. */
    PUT_OFF,
    OVERDUE;

    /** @param settled when its owner said that it is in place; null before, and for what was in place when it was promised */
    static Kept of(
            MeasureStatus status,
            LocalDate promised,
            @Nullable LocalDate due,
            @Nullable Instant settled,
            LocalDate today) {
        if (status == MeasureStatus.IN_PLACE) {
            return settled != null && Dates.on(settled).isAfter(promised) ? LATE : IN_TIME;
        }
        if (due != null && due.isBefore(today)) {
            return OVERDUE;
        }
        return promised.isBefore(today) ? PUT_OFF : OPEN;
    }
}
