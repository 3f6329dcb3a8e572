package gm.sharing.dpia;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** Where the advice of a data protection officer stands. */
@WordsIn("dpia/names")
public enum AdviceState implements Worded {
    /** Asked for, about what is written now. */
    REQUESTED,
    GIVEN,
    /** Asked for and not given by the time it was closed. */
    UNANSWERED
}
