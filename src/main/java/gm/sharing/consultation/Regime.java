package gm.sharing.consultation;

import com.fasterxml.jackson.annotation.JsonValue;

/** The law under which the Commissioner is consulted; the periods differ. */
public enum Regime {
    UK_GDPR("uk-gdpr", "UK GDPR, Article 36"),
    LAW_ENFORCEMENT("law-enforcement", "Data Protection Act 2018, section 65 (law enforcement)");

    private final String code;
    private final String label;

    Regime(String code, String label) {
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
