package gm.sharing.dpia;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What the data protection officer advises. */
@WordsIn("dpia/names")
public enum DpoView implements Coded, Worded {
    ACCEPT,
    ACCEPT_WITH_CONDITIONS,
    AGAINST,
    SEND_BACK
}
