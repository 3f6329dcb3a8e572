package gm.sharing.journey;

import gm.sharing.project.Urgency;
import java.util.Optional;

/** How long partners have to decide, by the table that is in force. */
public interface DecidingTime {

    /** Empty when the table does not say the same for every partner. */
    Optional<Days> of(Urgency urgency);

    /**
     * Working days, counted from when a partner is asked.
     *
     * @param due in which it decides
     * @param reminder after which it is reminded
     * @param board after which the Information Board is asked
     */
    record Days(int due, int reminder, int board) {}
}
