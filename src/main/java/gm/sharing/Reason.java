package gm.sharing;

import org.jspecify.annotations.Nullable;

/** The reason that a person gives on a page for what they do to a project, a round or a signature. */
public final class Reason {

    private Reason() {}

    /**
     * The reason without space around it.
     *
     * @throws Refused when there is none, in the words for that, or when it is too long
     */
    public static String given(@Nullable String reason, String whenMissing) {
        if (reason == null || reason.isBlank()) {
            throw Refused.of("reason", whenMissing);
        }
        if (reason.length() > Texts.LONG) {
            throw Refused.of(
                    "reason",
                    "write no more than %,d characters. You wrote %,d.".formatted(Texts.LONG, reason.length()));
        }
        return reason.strip();
    }
}
