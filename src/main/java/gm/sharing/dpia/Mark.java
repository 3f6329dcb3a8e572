package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a data protection officer makes of a section; the marks of the CNIL's tool for impact assessments. */
public enum Mark {
    /** Goes back to the lead. */
    TO_FIX("to-fix", "To fix"),
    /** Good enough; what remains to be done is followed up. */
    IMPROVABLE("improvable", "Improvable"),
    ACCEPTABLE("acceptable", "Acceptable");

    private final String code;
    private final String label;

    Mark(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The name in forms. */
    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
