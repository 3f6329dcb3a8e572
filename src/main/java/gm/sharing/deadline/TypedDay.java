package gm.sharing.deadline;

import gm.sharing.Dates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as a form sends it: an ISO 8601 day that exists, such as {@code 2027-01-04}, in a range that makes sense. It begins
 * with 2000, the year in which the first data protection law that can still matter to an agreement came into force (the Data
 * Protection Act 1998, on 1 March 2000), and ends 50 years ahead: nothing that is agreed, reviewed or promised here lies
 * further away, so what is later was mistyped.
 */
public final class TypedDay {

    public static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    public static final int YEARS_AHEAD = 50;

    private static final int LAST_YEAR = 9999;

    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private TypedDay() {}

    /** The day of three numbers, as a page asks them; empty when they are none that the calendar has, or one out of range. */
    public static Optional<LocalDate> of(@Nullable String day, @Nullable String month, @Nullable String year) {
        return ofAnyTime(day, month, year).filter(typed -> isInRange(typed, LocalDate.now(Dates.LONDON)));
    }

    /** The same without a range, of four digits at most: the past of organisations begins before there was such a law. */
    public static Optional<LocalDate> ofAnyTime(@Nullable String day, @Nullable String month, @Nullable String year) {
        try {
            return Optional.of(LocalDate.of(number(year), number(month), number(day)))
                    .filter(typed -> typed.getYear() >= 0 && typed.getYear() <= LAST_YEAR);
        } catch (DateTimeException | NumberFormatException noDay) {
            return Optional.empty();
        }
    }

    private static boolean isInRange(LocalDate day, LocalDate today) {
        return !day.isBefore(EARLIEST) && !day.isAfter(today.plusYears(YEARS_AHEAD));
    }

    private static int number(@Nullable String typed) {
        return Integer.parseInt(typed == null ? "" : typed.strip());
    }

    /** The day; empty when the text is none, also when it is one that the calendar does not have or out of range. */
    public static Optional<LocalDate> of(String text, LocalDate today) {
        if (!ISO.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> isInRange(day, today));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
