package gm.sharing.signoff;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What a partner, or one of its people, says about a version of the agreement. */
@WordsIn("sign-off/names")
public enum Decision implements Coded, Worded {
    SIGN,
    SIGN_WITH_CONDITIONS,
    REQUEST_CHANGES,
    REFUSE;

    /** Whether the partner is bound by the version, with or without conditions. */
    public boolean isSignature() {
        return this == SIGN || this == SIGN_WITH_CONDITIONS;
    }
}
