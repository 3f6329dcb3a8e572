package gm.sharing.dpia;

/** What the criteria that a project meets mean for it; decided by the table {@code dpia-screening}. */
public enum ScreeningOutcome {
    REQUIRED("A DPIA is required"),
    DPO_REVIEW("The data protection officer reviews whether a DPIA is needed"),
    DPO_CONFIRMS("The data protection officer confirms that no DPIA is needed");

    private final String label;

    ScreeningOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
