package gm.sharing.security;

import gm.sharing.Refused;
import java.time.Duration;

/** A password was not looked at: for some seconds after wrong ones, or because too many people sign in at this moment. */
public final class TooManyAttempts extends Refused {

    private final long seconds;
    private final boolean busy;

    private TooManyAttempts(String why, Duration wait, boolean busy) {
        super("%s Try again in %s.".formatted(why, inWords(seconds(wait))));
        this.seconds = seconds(wait);
        this.busy = busy;
    }

    /** Somebody gave wrong ones before. */
    static TooManyAttempts wrong(Duration wait) {
        return new TooManyAttempts("There were too many wrong passwords.", wait, false);
    }

    /** Nobody did anything wrong. */
    static TooManyAttempts atOnce(Duration wait) {
        return new TooManyAttempts("Too many people are signing in at this moment.", wait, true);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, (wait.toMillis() + 999) / 1000);
    }

    private static String inWords(long seconds) {
        return seconds + (seconds == 1 ? " second" : " seconds");
    }

    /** How long to wait, at least one. */
    public long seconds() {
        return seconds;
    }

    /** Whether only the others of this moment are the reason, and no wrong password. */
    boolean isBusy() {
        return busy;
    }
}
