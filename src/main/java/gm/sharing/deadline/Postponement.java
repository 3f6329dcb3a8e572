package gm.sharing.deadline;

import gm.sharing.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * What a new bank holiday does to deadlines that were counted in working days before it was proclaimed: the day does not count
 * any more, so what ends on it or later ends one working day later, at the same time of day.
 */
public final class Postponement {

    private final LocalDate bankHoliday;
    private final WorkingDays workingDays;

    /** @param workingDays which know the day already */
    public Postponement(LocalDate bankHoliday, WorkingDays workingDays) {
        this.bankHoliday = bankHoliday;
        this.workingDays = workingDays;
    }

    public LocalDate bankHoliday() {
        return bankHoliday;
    }

    /** The new end of a time that was counted. */
    public Instant ofCounted(Instant deadline) {
        return Dates.on(deadline).isBefore(bankHoliday) ? deadline : next(deadline);
    }

    /** The new end of a time that ends on a day that somebody chose: only the bank holiday itself is passed over. */
    public Instant ofChosen(Instant deadline) {
        return Dates.on(deadline).equals(bankHoliday) ? next(deadline) : deadline;
    }

    private Instant next(Instant deadline) {
        ZonedDateTime then = deadline.atZone(Dates.LONDON);
        return then.with(workingDays.from(then.toLocalDate().plusDays(1), 0)).toInstant();
    }
}
