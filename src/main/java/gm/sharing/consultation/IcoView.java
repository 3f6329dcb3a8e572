package gm.sharing.consultation;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What the Commissioner thinks of the processing (UK GDPR Articles 36(2) and 58). */
@WordsIn("consultation/names")
public enum IcoView implements Coded, Worded {
    NO_CONCERNS,
    MEASURES,
    WARNING,
    BAN;

    /** Whether the processing may not begin as it is. */
    public boolean isAgainst() {
        return this == WARNING || this == BAN;
    }
}
