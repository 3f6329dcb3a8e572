package gm.sharing.agreement;

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
}
