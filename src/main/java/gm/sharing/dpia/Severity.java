package gm.sharing.dpia;

import gm.sharing.code.Coded;

/** How serious harm would be; in rising order. */
public enum Severity implements Coded {
    MINIMAL("Minimal"),
    SIGNIFICANT("Significant"),
    SEVERE("Severe");

    /** The table of codes that gives them labels in forms. */
    public static final String TABLE = "severities";

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
