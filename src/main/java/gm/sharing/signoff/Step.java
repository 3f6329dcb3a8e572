package gm.sharing.signoff;

import gm.sharing.organisation.Role;

/** The steps of a partner's sign-off, in their order. */
public enum Step {
    /** A review, of which there may be several; advises the signatory, or ends the sign-off. */
    REVIEW(Role.IG_OFFICER),
    /** The Caldicott Guardian's agreement where confidential information flows. */
    CONFIDENTIAL_USE(Role.CALDICOTT_GUARDIAN),
    /** The decision of the person who may bind the partner. */
    SIGNATURE(Role.SIGNATORY),
    /** The decision of a second person who may bind the partner, where two have to sign. */
    SECOND_SIGNATURE(Role.SIGNATORY),
    /** The partner takes its signature back. */
    WITHDRAWAL(Role.SIGNATORY);

    private final Role office;

    Step(Role office) {
        this.office = office;
    }

    /** Whose step it is; a review is the IG officer's unless the model gives it to another office. */
    public Role office() {
        return office;
    }
}
