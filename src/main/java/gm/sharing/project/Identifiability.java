package gm.sharing.project;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether people can be known by what is shared. */
public enum Identifiability {
    IDENTIFIABLE("identifiable"),
    /** Keys stand for names. It is personal data (UK GDPR, Article 4(5)), and keeps its category. */
    PSEUDONYMISED("pseudonymised"),
    /** Nobody can be known any more, so it is no personal data (UK GDPR, recital 26). */
    ANONYMOUS("anonymous");

    private final String code;

    Identifiability(String code) {
        this.code = code;
    }

    /** The name in forms. */
    @JsonValue
    public String code() {
        return code;
    }
}
