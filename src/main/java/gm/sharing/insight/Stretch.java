package gm.sharing.insight;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** The stretches of a journey whose time is counted: of a project from one milestone to another, or of a partner. */
@WordsIn("insight/names")
enum Stretch implements Worded {
    DESCRIBE(Milestone.PROPOSED, Milestone.DESCRIBED),
    ARRANGE(Milestone.DESCRIBED, Milestone.ARRANGED),
    SCREEN(Milestone.ARRANGED, Milestone.SCREENED),
    ASSESS(Milestone.SCREENED, Milestone.ASSESSED),
    DRAFT(Milestone.ASSESSED, Milestone.SENT),
    SIGN_OFF(Milestone.SENT, Milestone.PUBLISHED),
    WHOLE(Milestone.PROPOSED, Milestone.PUBLISHED),
    /** From being asked to the first review. */
    REVIEW(Milestone.ASKED, Milestone.REVIEWED),
    /** From the first review to what the Caldicott Guardian says. */
    CONFIDENTIAL_USE(Milestone.REVIEWED, Milestone.AGREED),
    /** From the review, or what the Caldicott Guardian says, to the signature. */
    SIGNATURE(Milestone.READY, Milestone.SIGNED),
    SECOND_SIGNATURE(Milestone.SIGNED, Milestone.COUNTERSIGNED),
    /** From being asked to the partner's decision, whatever it is. */
    DECISION(Milestone.ASKED, Milestone.DECIDED);

    private final Milestone from;
    private final Milestone to;

    Stretch(Milestone from, Milestone to) {
        this.from = from;
        this.to = to;
    }

    Milestone from() {
        return from;
    }

    Milestone to() {
        return to;
    }

    boolean isOfPartner() {
        return from.isOfPartner();
    }
}
