package gm.sharing.deadline;

import gm.sharing.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;

/** The ends of working days, found once for the years that are asked for, so that very many times can be counted. */
public final class EndedDays {

    private final Predicate<LocalDate> working;
    private LocalDate first = LocalDate.EPOCH;
    private LocalDate after = first;
    private long firstSecond;
    private long afterSecond;
    private long[] ends = {};

    EndedDays(Predicate<LocalDate> working) {
        this.working = working;
    }

    /** By the bank holidays of now. */
    public static EndedDays of(WorkingDays days) {
        return days.endedDays();
    }

    /** How many working days ended after {@code start} and until {@code end}; none when that lies before. */
    public int between(Instant start, Instant end) {
        if (!start.isBefore(end)) {
            return 0;
        }
        if (ends.length == 0 || start.getEpochSecond() < firstSecond || end.getEpochSecond() >= afterSecond) {
            find(Dates.on(start).getYear(), Dates.on(end).getYear() + 1);
        }
        return until(end) - until(start);
    }

    /** Days end on a full second. */
    private int until(Instant moment) {
        int found = Arrays.binarySearch(ends, moment.getEpochSecond());
        return found >= 0 ? found + 1 : -found - 1;
    }

    private void find(int firstYear, int afterYear) {
        LocalDate earlier = LocalDate.of(firstYear, 1, 1);
        LocalDate later = LocalDate.of(afterYear, 1, 1);
        first = ends.length == 0 || earlier.isBefore(first) ? earlier : first;
        after = ends.length == 0 || later.isAfter(after) ? later : after;
        firstSecond = first.atStartOfDay(Dates.LONDON).toEpochSecond();
        afterSecond = after.atStartOfDay(Dates.LONDON).toEpochSecond();
        ends = first.datesUntil(after)
                .filter(working)
                .mapToLong(day -> WorkingDays.end(day).getEpochSecond())
                .toArray();
    }
}
