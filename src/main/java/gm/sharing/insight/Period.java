package gm.sharing.insight;

import gm.sharing.Dates;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The days that figures are about.
 *
 * @param from the first one; null for all before
 * @param to the last one; null for all after
 */
record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** Before and after everything, and no trouble to any database. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    LocalDate first() {
        return from == null ? FIRST : from;
    }

    LocalDate last() {
        return to == null ? LAST : to;
    }

    /** The moment with which it begins, for the database. */
    OffsetDateTime start() {
        return first().atStartOfDay(Dates.LONDON).toInstant().atOffset(ZoneOffset.UTC);
    }

    /** The first moment after it, for the database. */
    OffsetDateTime end() {
        return last().plusDays(1).atStartOfDay(Dates.LONDON).toInstant().atOffset(ZoneOffset.UTC);
    }
}
