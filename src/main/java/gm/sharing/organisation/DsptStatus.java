package gm.sharing.organisation;

/** What an organisation published in the NHS Data Security and Protection Toolkit. */
public enum DsptStatus {
    STANDARDS_EXCEEDED("Standards Exceeded"),
    STANDARDS_MET("Standards Met"),
    APPROACHING_STANDARDS("Approaching Standards"),
    STANDARDS_NOT_MET("Standards Not Met"),
    NOT_PUBLISHED("Not Published");

    private final String label;

    DsptStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
