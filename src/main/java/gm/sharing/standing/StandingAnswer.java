package gm.sharing.standing;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What a table says of a standing condition. It decides nothing: whoever reviews does. The gravest comes first. */
@WordsIn("standing/names")
public enum StandingAnswer implements Coded, Worded {
    NOT_MET,
    /** A person must look: also wherever something is not known. */
    LOOK,
    MET
}
