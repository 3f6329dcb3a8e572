package gm.sharing.dpia;

/** Where a project's assessment stands. */
public enum DpiaStatus {
    IN_PROGRESS("Under way"),
    APPROVED("Approved"),
    REJECTED("Rejected"),
    NOT_REQUIRED("Not required"),
    /** The project ends after the consultation with the Information Commissioner. */
    STOPPED("Stopped");

    private final String label;

    DpiaStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it cannot be changed until it is opened again. */
    boolean isDecided() {
        return this != IN_PROGRESS;
    }
}
