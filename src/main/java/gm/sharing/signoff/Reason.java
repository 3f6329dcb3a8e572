package gm.sharing.signoff;

import gm.sharing.Refused;
import org.jspecify.annotations.Nullable;

/** The reason that a person gives on a page for what they do to a round or a signature. */
final class Reason {

    private static final int LONGEST = 30_000;

    private Reason() {}

    /**
     * The reason without space around it.
     *
     * @throws Refused when there is none, in the words for that, or when it is too long
     */
    static String given(@Nullable String reason, String whenMissing) {
        if (reason == null || reason.isBlank()) {
            throw Refused.of("reason", whenMissing);
        }
        if (reason.length() > LONGEST) {
            throw Refused.of(
                    "reason", "write no more than %,d characters. You wrote %,d.".formatted(LONGEST, reason.length()));
        }
        return reason.strip();
    }
}
