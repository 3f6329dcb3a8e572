package gm.sharing.security;

import gm.sharing.Refused;
import java.time.Duration;

/** After wrong passwords nothing is checked for some seconds. */
public final class TooManyAttempts extends Refused {

    private final long seconds;

    TooManyAttempts(Duration wait) {
        this(Math.max(1, (wait.toMillis() + 999) / 1000));
    }

    private TooManyAttempts(long seconds) {
        super("There were too many wrong passwords. Try again in " + seconds
                + (seconds == 1 ? " second." : " seconds."));
        this.seconds = seconds;
    }

    /** How long to wait, at least one. */
    public long seconds() {
        return seconds;
    }
}
