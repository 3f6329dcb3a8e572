package gm.sharing.notification;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How soon people are told who asked for one letter a day. Everybody else is told at once, whatever it is. */
public enum Urgency {
    AT_ONCE("at-once"),
    MAY_WAIT("may-wait");

    private final String code;

    Urgency(String code) {
        this.code = code;
    }

    /** As models and wording files say it; at once where they say nothing that is known, so that a slip makes nothing late. */
    public static Urgency of(@Nullable String code) {
        return find(code == null ? "" : code).orElse(AT_ONCE);
    }

    public static Optional<Urgency> find(String code) {
        return Arrays.stream(values())
                .filter(urgency -> urgency.code.equals(code.strip()))
                .findFirst();
    }

    /** All codes, for those who write them. */
    public static String all() {
        return Arrays.stream(values()).map(urgency -> urgency.code).collect(Collectors.joining(", "));
    }
}
