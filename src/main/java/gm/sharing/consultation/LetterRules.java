package gm.sharing.consultation;

import gm.sharing.Dates;
import gm.sharing.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What has to be said about each letter to or from the Commissioner. */
final class LetterRules {

    private LetterRules() {}

    /** @param earliest a letter is not older than what it answers */
    static LocalDate dated(String field, @Nullable LocalDate date, LocalDate earliest, LocalDate today) {
        if (date == null) {
            throw Refused.of(field, "must be filled in.");
        }
        if (date.isAfter(today)) {
            throw Refused.of(field, Dates.day(date) + " is in the future.");
        }
        if (date.isBefore(earliest)) {
            throw Refused.of(
                    field, Dates.day(date) + " is too early; it cannot be before " + Dates.day(earliest) + ".");
        }
        return date;
    }

    static String written(String field, @Nullable String text) {
        if (text == null) {
            throw Refused.of(field, "must be filled in.");
        }
        return text;
    }

    /** Nobody is silent while there is time to answer. */
    static void afterwards(String field, LocalDate due, LocalDate today) {
        if (!today.isAfter(due)) {
            throw Refused.of(field, "the Commissioner still has until " + Dates.day(due) + " to answer.");
        }
    }
}
