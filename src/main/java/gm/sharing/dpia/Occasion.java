package gm.sharing.dpia;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** Why a version of the assessment is kept. */
@WordsIn("dpia/names")
public enum Occasion implements Worded {
    NOT_REQUIRED,
    APPROVED,
    REJECTED,
    STOPPED,
    REOPENED,
    SENT_BACK,
    TO_MEND;

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
