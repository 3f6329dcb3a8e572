package gm.sharing.consultation;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What a request for consultation has to hold (UK GDPR Article 36(3)). */
@WordsIn("consultation/names")
public enum SentItem implements Coded, Worded {
    RESPONSIBILITIES,
    PURPOSES,
    SAFEGUARDS,
    DPO_CONTACT,
    DPIA
}
