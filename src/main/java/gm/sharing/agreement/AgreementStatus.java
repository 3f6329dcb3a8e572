package gm.sharing.agreement;

import gm.sharing.code.Coded;
import java.util.Optional;

/** Where a published agreement stands on a day. */
public enum AgreementStatus implements Coded {
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

    /** The status that an address names, for example {@code in-force}; empty when there is none of that name. */
    public static Optional<AgreementStatus> of(String code) {
        return Coded.find(AgreementStatus.class, code);
    }
}
