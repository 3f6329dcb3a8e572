package gm.sharing.consultation;

import gm.sharing.code.Coded;

/** What the Commissioner thinks of the processing (UK GDPR Articles 36(2) and 58). */
public enum IcoView implements Coded {
    NO_CONCERNS("It can go ahead as it is"),
    MEASURES("It can go ahead with further measures"),
    WARNING("Warning: it would be likely to break the law"),
    BAN("It is limited or forbidden");

    private final String label;

    IcoView(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the processing may not begin as it is. */
    public boolean isAgainst() {
        return this == WARNING || this == BAN;
    }
}
