package gm.sharing.organisation;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** How far an organisation's information security is assured; shown wherever a partner's name is shown. */
@WordsIn("organisation/names")
public enum AssuranceLevel implements Worded {
    SIGNIFICANT,
    LIMITED,
    NONE,
    NOT_SUBMITTED,
    EXPIRED
}
