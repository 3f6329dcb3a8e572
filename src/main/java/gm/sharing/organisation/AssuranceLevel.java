package gm.sharing.organisation;

/** How far an organisation's information security is assured; shown wherever a partner's name is shown. */
public enum AssuranceLevel {
    SIGNIFICANT("Significant"),
    LIMITED("Limited"),
    NONE("None"),
    NOT_SUBMITTED("Not submitted"),
    EXPIRED("Expired");

    private final String label;

    AssuranceLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
