package gm.sharing.fault;

/** What a fault is about, and so whom it concerns. */
public enum FaultKind {
    /** A background step or a timer fails. */
    JOB("Journeys that are stopped", true, false),
    /** A step behind somebody's form fails, so that they cannot complete it. */
    STEP("Forms that cannot be completed", true, true),
    /** A task waits for nobody. */
    TASK("Tasks that nobody can do", true, false),
    /** A notice of a model reaches nobody or cannot be made. */
    NOTICE("Notices that cannot be made", true, true),
    /** A model, table or form in force breaks a rule. */
    MODEL("Models in force that break a rule", true, false),
    /** A packaged file is not in force, because a process owner's version is. */
    SKIPPED("Packaged versions that are not in force", true, false),
    /** An account or a membership is odd. */
    ACCOUNT("Accounts", false, false),
    /** Somebody gets no notices, because there is no address or it is refused. */
    ADDRESS("People whom notices do not reach", false, true),
    /** A start could not prepare something. */
    START("What the last start left out", false, false);

    private final String heading;
    private final boolean aboutModels;
    private final boolean settledByHand;

    FaultKind(String heading, boolean aboutModels, boolean settledByHand) {
        this.heading = heading;
        this.aboutModels = aboutModels;
        this.settledByHand = settledByHand;
    }

    public String heading() {
        return heading;
    }

    /** Whether it concerns process owners; administrators are concerned by everything. */
    public boolean aboutModels() {
        return aboutModels;
    }

    /** Whether nothing but a person can say that it is over. */
    public boolean settledByHand() {
        return settledByHand;
    }
}
