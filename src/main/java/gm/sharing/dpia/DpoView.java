package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the data protection officer advises. */
public enum DpoView {
    ACCEPT("accept", "The processing can go ahead"),
    ACCEPT_WITH_CONDITIONS("accept-with-conditions", "The processing can go ahead on conditions"),
    AGAINST("against", "The processing should not go ahead"),
    SEND_BACK("send-back", "The assessment goes back to the project lead");

    private final String code;
    private final String label;

    DpoView(String code, String label) {
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
