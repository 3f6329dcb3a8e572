package gm.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and moments as people here write them, by the clocks of London. */
public final class Dates {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private Dates() {}

    /** The day on which it is or was in London. */
    public static LocalDate on(Instant moment) {
        return LocalDate.ofInstant(moment, LONDON);
    }

    /** "4 May 2026". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "4 May 2026". */
    public static String day(Instant moment) {
        return day(on(moment));
    }

    /** "Monday 4 May 2026". */
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** "Monday 4 May 2026". */
    public static String weekday(Instant moment) {
        return weekday(on(moment));
    }

    /** "4 May 2026, 10:00". */
    public static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(LONDON));
    }
}
