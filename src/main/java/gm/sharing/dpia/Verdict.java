package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the signatory of the lead organisation decides. */
public enum Verdict {
    APPROVE("approve", "Approved"),
    REJECT("reject", "Rejected");

    private final String code;
    private final String label;

    Verdict(String code, String label) {
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
