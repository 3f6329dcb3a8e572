package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** How high a risk is; in rising order. */
public enum RiskLevel {
    LOW("low", "Low"),
    MEDIUM("medium", "Medium"),
    HIGH("high", "High");

    private final String code;
    private final String label;

    RiskLevel(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The level with this code. */
    public static RiskLevel of(String code) {
        return Stream.of(values())
                .filter(level -> level.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no level of risk \"" + code + "\""));
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
