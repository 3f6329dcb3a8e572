package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a machine has to do with decisions about people. */
public enum AutomatedDecisions {
    NONE("none"),
    /** It proposes, sorts or scores, and a person decides. */
    SUPPORT("support"),
    /** It decides something of legal or similar effect, and no person looks at each case. */
    ALONE("alone");

    private final String code;

    AutomatedDecisions(String code) {
        this.code = code;
    }

    /** The name in forms and decision tables. */
    @JsonValue
    public String code() {
        return code;
    }
}
