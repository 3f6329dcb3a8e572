package gm.sharing.dpia;

/** Why a version of the assessment is kept. */
public enum Occasion {
    NOT_REQUIRED("Not required"),
    APPROVED("Approved"),
    REJECTED("Rejected"),
    STOPPED("Stopped"),
    REOPENED("Opened again"),
    SENT_BACK("Sent back by the data protection officer"),
    TO_MEND("Sent back by the signatory");

    private final String label;

    Occasion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it was decided then, and its document is no draft. */
    public boolean decided() {
        return this != REOPENED && !isRound();
    }

    /** Whether the project goes on with it, so that its partners read it. */
    public boolean settled() {
        return this == APPROVED || this == NOT_REQUIRED;
    }

    /** Whether it is one round of advice on the way to a decision. */
    public boolean isRound() {
        return this == SENT_BACK || this == TO_MEND;
    }
}
