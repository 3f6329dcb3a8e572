package gm.sharing.dpia;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What follows from the prior consultation with the Information Commissioner (Article 36 of UK GDPR). */
@WordsIn("dpia/names")
public enum ConsultationOutcome implements Coded, Worded {
    GO_ON,
    CHANGE,
    STOP
}
