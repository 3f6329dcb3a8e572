package gm.sharing.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The documents in which an answer stands. */
public enum InDocument {
    AGREEMENT,
    DPIA,
    BOTH,
    NONE;

    /** As forms call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this code; empty when there is none. */
    public static Optional<InDocument> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** Whether it stands in a document. */
    boolean includes(InDocument document) {
        return this == document || this == BOTH;
    }
}
