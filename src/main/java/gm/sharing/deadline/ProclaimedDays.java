package gm.sharing.deadline;

import java.time.LocalDate;
import java.util.Set;

/** The bank holidays that were proclaimed once, beside those that come every year. */
@FunctionalInterface
public interface ProclaimedDays {

    Set<LocalDate> all();
}
