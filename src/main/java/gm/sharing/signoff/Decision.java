package gm.sharing.signoff;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a partner, or one of its people, says about a version of the agreement. */
public enum Decision {
    SIGN("sign", "Signed"),
    SIGN_WITH_CONDITIONS("sign-with-conditions", "Signed with conditions"),
    REQUEST_CHANGES("request-changes", "Changes requested"),
    REFUSE("refuse", "Refused");

    private final String code;
    private final String label;

    Decision(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The word that forms submit and models route on. */
    @JsonValue
    public String code() {
        return code;
    }

    /** As people read it, once it is given. */
    public String label() {
        return label;
    }

    /** Whether the partner is bound by the version, with or without conditions. */
    public boolean isSignature() {
        return this == SIGN || this == SIGN_WITH_CONDITIONS;
    }
}
