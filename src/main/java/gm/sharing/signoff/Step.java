package gm.sharing.signoff;

/** The steps of a partner's sign-off, in their order. */
public enum Step {
    /** The IG officer's review; says what the signatory is advised to do, or ends the sign-off. */
    REVIEW,
    /** The Caldicott Guardian's agreement where confidential information flows. */
    CONFIDENTIAL_USE,
    /** The decision of the person who may bind the partner. */
    SIGNATURE,
    /** The decision of a second person who may bind the partner, where two have to sign. */
    SECOND_SIGNATURE,
    /** The partner takes its signature back. */
    WITHDRAWAL
}
