package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;

/** How serious harm would be; in rising order. */
public enum Severity {
    MINIMAL("minimal", "Minimal"),
    SIGNIFICANT("significant", "Significant"),
    SEVERE("severe", "Severe");

    private final String code;
    private final String label;

    Severity(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The name in forms, process variables and decision tables. */
    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
