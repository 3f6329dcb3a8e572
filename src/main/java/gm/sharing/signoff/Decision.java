package gm.sharing.signoff;

import gm.sharing.code.Coded;

/** What a partner, or one of its people, says about a version of the agreement. */
public enum Decision implements Coded {
    SIGN("Signed"),
    SIGN_WITH_CONDITIONS("Signed with conditions"),
    REQUEST_CHANGES("Changes requested"),
    REFUSE("Refused");

    private final String label;

    Decision(String label) {
        this.label = label;
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
