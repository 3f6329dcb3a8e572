package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

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

    /** The severity with this code. */
    public static Severity of(String code) {
        return Stream.of(values())
                .filter(severity -> severity.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no severity \"" + code + "\""));
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
