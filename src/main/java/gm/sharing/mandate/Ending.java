package gm.sharing.mandate;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** Why a mandate is over. */
@WordsIn("mandate/endings")
public enum Ending implements Worded {
    REVOKED,
    RAN_OUT,
    /** Whoever gave it is no signatory of the organisation any more. */
    GIVER_LEFT,
    ORGANISATION_ENDED
}
