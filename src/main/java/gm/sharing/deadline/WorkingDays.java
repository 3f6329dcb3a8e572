package gm.sharing.deadline;

import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Counts working days of England and Wales: Monday to Friday without bank holidays. */
@Component("workingDays")
public class WorkingDays {

    /**
     * The end of the working day that lies {@code days} working days after {@code start}, as the engine's timers need
     * it.
     *
     * @param days at least 0; 0 means the same day, or the next working day when that is none
     */
    public Date from(Date start, int days) {
        throw new UnsupportedOperationException();
    }

    /** The date that lies {@code days} working days after {@code start}. */
    public LocalDate from(LocalDate start, int days) {
        throw new UnsupportedOperationException();
    }
}
