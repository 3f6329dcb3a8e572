package gm.sharing.agreement;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a published agreement stands on a day. */
public enum AgreementStatus {
    STARTS_LATER("Published, starts later"),
    IN_FORCE("In force"),
    REVIEW_OVERDUE("In force, review overdue"),
    ENDED("Ended");

    private final String label;

    AgreementStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As addresses name it, for example {@code in-force}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status with this code; empty when there is none. */
    public static Optional<AgreementStatus> of(String code) {
        return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
    }
}
