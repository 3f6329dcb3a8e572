package gm.sharing.deadline;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import gm.sharing.Dates;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Counts working days of England and Wales: Monday to Friday without bank holidays, those that were proclaimed once
 * ({@link BankHolidays}) among them.
 *
 * <p>A deadline ends with the working day, at five in the afternoon. Somebody who has "until Friday" can use all of
 * Friday, and what follows when nobody acted (a reminder, an escalation) does not go out in the middle of the night.
 */
@Component("workingDays")
public class WorkingDays {

    private static final LocalTime START_OF_DAY = LocalTime.of(9, 0);
    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    /** Ten years: nothing here takes longer, and counting takes time. */
    private static final int MOST_DAYS = 3_650;

    /** Wales has the same bank holidays, by the same Act. */
    private static final String ENGLAND = "eng";

    private final HolidayManager bankHolidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));

    private final ProclaimedDays proclaimed;

    public WorkingDays(ProclaimedDays proclaimed) {
        this.proclaimed = proclaimed;
    }

    /**
     * The end of the working day that lies {@code days} working days after {@code start}, as the engine's timers need
     * it.
     *
     * @param days from 0 to 3,650; 0 means the same day, or the next working day when that is none. As large a number as a
     *     model can work out, which as an {@code int} would be another
     * @throws IllegalArgumentException for any other number
     */
    public Date from(Date start, @Min(0) @Max(MOST_DAYS) long days) {
        return endOf(from(Dates.on(start.toInstant()), days));
    }

    /**
     * When to remind somebody of something due: the end of the working day that lies {@code days} working days before
     * {@code due}, or half-way within working hours when less time than that is left.
     *
     * @throws IllegalArgumentException for a number as {@link #from(Date, long)} does
     */
    public Date reminder(Date now, Date due, @Min(0) @Max(MOST_DAYS) long days) {
        checkNumber(days);
        LocalDate day = Dates.on(due.toInstant());
        Set<LocalDate> extra = proclaimed.all();
        for (long left = days; left > 0; left--) {
            do {
                day = day.minusDays(1);
            } while (!isWorkingDay(day, extra));
        }
        Instant start = now.toInstant();
        Instant before = endOf(day).toInstant();
        return Date.from(
                before.isAfter(start)
                        ? before
                        : withinHours(
                                start,
                                start.plus(
                                        Duration.between(start, due.toInstant()).dividedBy(2)),
                                due.toInstant(),
                                extra));
    }

    /** The moment, when people are at work then; else the end of work before it or, when that is over, the next beginning. */
    private Instant withinHours(Instant start, Instant moment, Instant due, Set<LocalDate> extra) {
        ZonedDateTime then = moment.atZone(Dates.LONDON);
        LocalDate day = then.toLocalDate();
        boolean working = isWorkingDay(day, extra);
        if (working
                && !then.toLocalTime().isBefore(START_OF_DAY)
                && !then.toLocalTime().isAfter(END_OF_DAY)) {
            return moment;
        }
        boolean over = working && then.toLocalTime().isAfter(END_OF_DAY);
        Instant end =
                endOf(over ? day : lastWorkingDay(day.minusDays(1), extra)).toInstant();
        if (end.isAfter(start)) {
            return end;
        }
        Instant beginning = firstWorkingDay(over ? day.plusDays(1) : day, extra)
                .atTime(START_OF_DAY)
                .atZone(Dates.LONDON)
                .toInstant();
        return beginning.isBefore(due) ? beginning : moment;
    }

    /** A day in words, for example “Tuesday 1 December 2026”. */
    public String inWords(Date moment) {
        return Dates.weekday(moment.toInstant());
    }

    /** How many working days ended after {@code start} and until {@code end}. */
    public int ended(Instant start, Instant end) {
        return endedDays().between(start, end);
    }

    /** For {@link EndedDays#of}: models may call every public method. */
    EndedDays endedDays() {
        Set<LocalDate> extra = proclaimed.all();
        return new EndedDays(day -> isWorkingDay(day, extra));
    }

    /** The end of this day, whether or not it is a working day. */
    public Date endOf(LocalDate day) {
        return Date.from(end(day));
    }

    static Instant end(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(Dates.LONDON).toInstant();
    }

    /**
     * The date that lies {@code days} working days after {@code start}.
     *
     * @param days from 0 to 3,650; 0 means the same day, or the next working day when that is none
     */
    public LocalDate from(LocalDate start, long days) {
        checkNumber(days);
        Set<LocalDate> extra = proclaimed.all();
        LocalDate day = start;
        for (long left = days; left > 0; left--) {
            day = firstWorkingDay(day.plusDays(1), extra);
        }
        return firstWorkingDay(day, extra);
    }

    private static void checkNumber(long days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "At most %d working days can be counted, and no fewer than 0, not %d".formatted(MOST_DAYS, days));
        }
    }

    private LocalDate firstWorkingDay(LocalDate from, Set<LocalDate> extra) {
        LocalDate day = from;
        while (!isWorkingDay(day, extra)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private LocalDate lastWorkingDay(LocalDate until, Set<LocalDate> extra) {
        LocalDate day = until;
        while (!isWorkingDay(day, extra)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private boolean isWorkingDay(LocalDate day, Set<LocalDate> extra) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !extra.contains(day)
                && !bankHolidays.isHoliday(day, ENGLAND);
    }
}
