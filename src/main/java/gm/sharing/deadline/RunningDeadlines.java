package gm.sharing.deadline;

import java.time.LocalDate;

/** The deadlines of what runs, which a new bank holiday moves. */
public interface RunningDeadlines {

    /** Writes down, in the caller's transaction, what ends on that day or later, to be moved as soon as it is committed. */
    void writeDown(LocalDate bankHoliday);

    /** Whether deadlines still wait to be moved because of that day. */
    boolean areWaiting(LocalDate bankHoliday);
}
