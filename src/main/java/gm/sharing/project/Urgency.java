package gm.sharing.project;

import com.fasterxml.jackson.annotation.JsonValue;

/** How fast the reviews of a project have to be; deadlines follow from it. */
public enum Urgency {
    NORMAL("normal"),
    URGENT("urgent");

    private final String code;

    Urgency(String code) {
        this.code = code;
    }

    /** The name in forms, process variables and decision tables. */
    @JsonValue
    public String code() {
        return code;
    }
}
