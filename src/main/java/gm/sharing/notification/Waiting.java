package gm.sharing.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a notice may wait for somebody's letter of the day, and when it is left out of it.
 *
 * @param asks names what is to be done, for {@link Asked}; null where nothing is asked that can be done meanwhile
 * @param until the moment after which it is of no use, or null
 */
public record Waiting(Urgency urgency, @Nullable String asks, @Nullable Instant until) {

    static final Waiting NOT = new Waiting(Urgency.AT_ONCE, null, null);

    /**
     * Says how urgent something is that nobody has to do.
     *
     * @param code of the urgency, see {@link Urgency#of}
     */
    public static Waiting by(String code) {
        return new Waiting(Urgency.of(code), null, null);
    }

    /** Whether it is of use when it comes at that moment only. */
    boolean mayWaitFor(Instant moment) {
        return urgency == Urgency.MAY_WAIT && (until == null || moment.isBefore(until));
    }

    /** Leaves the notice out when that is done by then. */
    public Waiting unlessDone(String what) {
        return new Waiting(urgency, what, until);
    }
}
