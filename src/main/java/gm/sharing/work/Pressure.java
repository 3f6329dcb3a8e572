package gm.sharing.work;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How soon something has to be done, in the order of the page. */
@WordsIn("work/names")
enum Pressure implements Worded {
    OVERDUE,
    SOON,
    LATER,
    UNDATED;

    /** Whether it has to be done before anything that is due later. */
    boolean presses() {
        return this == OVERDUE || this == SOON;
    }

    /** @param soon until when what is due is due soon */
    static Pressure of(@Nullable Instant due, Instant now, Instant soon) {
        if (due == null) {
            return UNDATED;
        }
        if (due.isBefore(now)) {
            return OVERDUE;
        }
        return due.isAfter(soon) ? LATER : SOON;
    }
}
