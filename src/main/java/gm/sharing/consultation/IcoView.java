package gm.sharing.consultation;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the Commissioner thinks of the processing (UK GDPR Articles 36(2) and 58). */
public enum IcoView {
    NO_CONCERNS("no-concerns", "It can go ahead as it is"),
    MEASURES("measures", "It can go ahead with further measures"),
    WARNING("warning", "Warning: it would be likely to break the law"),
    BAN("ban", "It is limited or forbidden");

    private final String code;
    private final String label;

    IcoView(String code, String label) {
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

    /** Whether the processing may not begin as it is. */
    public boolean isAgainst() {
        return this == WARNING || this == BAN;
    }
}
