package gm.sharing.signoff;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** How a partner stands to the lead organisation's data protection impact assessment. */
@WordsIn("sign-off/names")
public enum DpiaPosition implements Coded, Worded {
    ADOPT,
    ADAPT,
    DISSENT
}
