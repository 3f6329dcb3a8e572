package gm.sharing.workflow;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Tells what went wrong only because somebody did something else at the same moment, and is done again, from all else. The
 * engine wraps what the database says several times, and differently for reading, writing, and writing in batches.
 */
final class Conflicts {

    /**
     * Deadlock and serialisation failure (40…, both databases), lock not to be had (PostgreSQL 55P03, H2 HYT00), row changed
     * meanwhile (H2 90131).
     */
    private static final Set<String> STATES = Set.of("55P03", "HYT00", "90131");

    private Conflicts() {}

    static boolean isConflict(Throwable thrown) {
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 50; cause = cause.getCause(), depth++) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || (cause instanceof SQLException sql && saysSo(sql))) {
                return true;
            }
        }
        return false;
    }

    /** A batch says it in the next exception. */
    private static boolean saysSo(SQLException thrown) {
        for (SQLException next = thrown; next != null; next = next.getNextException()) {
            var state = next.getSQLState();
            if (state != null && (state.startsWith("40") || STATES.contains(state))) {
                return true;
            }
        }
        return false;
    }
}
