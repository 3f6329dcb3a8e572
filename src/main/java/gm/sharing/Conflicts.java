package gm.sharing;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Tells what went wrong only because somebody did something else at the same moment, and is done again, from all else. What
 * the database says is wrapped several times, and differently for reading, writing, writing in batches and committing.
 */
public final class Conflicts {

    /**
     * Deadlock and serialisation failure (40…, both databases), lock not to be had (PostgreSQL 55P03, H2 HYT00), row changed
     * meanwhile (H2 90131), or gone from an index between being found and being changed (H2 90112, 90143).
     */
    private static final Set<String> STATES = Set.of("55P03", "HYT00", "90131", "90112", "90143");

    private Conflicts() {}

    /** Also when it is only the cause of what was thrown. */
    public static boolean isConflict(Throwable thrown) {
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 50; cause = cause.getCause(), depth++) {
            if (cause instanceof ConcurrencyFailureException || (cause instanceof SQLException sql && saysSo(sql))) {
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
