package gm.sharing.ethics;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the ethics panel advises. */
public enum EthicsView {
    SUPPORT("support", "The panel supports the project"),
    SUPPORT_WITH_CONDITIONS("support-with-conditions", "The panel supports the project on conditions"),
    AGAINST("against", "The panel advises against the project as it is");

    private final String code;
    private final String label;

    EthicsView(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The name in forms and process variables. */
    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
