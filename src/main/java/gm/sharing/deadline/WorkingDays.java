package gm.sharing.deadline;

import java.time.LocalDate;
import java.util.Date;

/** Counts working days of England and Wales: Monday to Friday without bank holidays. */
public interface WorkingDays {

    /**
     * The end of the working day that lies {@code days} working days after {@code start}, as the engine's timers need
     * it.
     *
     * @param days at least 0; 0 means the same day, or the next working day when that is none
     */
    Date from(Date start, int days);

    /** The date that lies {@code days} working days after {@code start}. */
    LocalDate from(LocalDate start, int days);
}
