package gm.sharing.measure;

/** Whether what was promised is done. */
public enum MeasureStatus {
    /** Its owner has to put it in place by a date. */
    OPEN("Open"),
    /** Its owner said that it is in place, and how that can be seen. */
    IN_PLACE("In place"),
    /** The assessment promises it no longer, or the project has ended without sharing. */
    DROPPED("Dropped");

    private final String label;

    MeasureStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
