package gm.sharing.dpia;

import gm.sharing.code.Coded;

/** How serious harm would be; in rising order. */
public enum Severity implements Coded {
    MINIMAL("Minimal"),
    SIGNIFICANT("Significant"),
    SEVERE("Severe");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
