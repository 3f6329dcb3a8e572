package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a measure does to its risk. */
public enum Effect {
    ELIMINATED("eliminated", "Eliminated"),
    REDUCED("reduced", "Reduced"),
    ACCEPTED("accepted", "Accepted");

    private final String code;
    private final String label;

    Effect(String code, String label) {
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
