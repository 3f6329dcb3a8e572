package gm.sharing.dpia;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What the criteria that a project meets mean for it; decided by the table {@code dpia-screening}. */
@WordsIn("dpia/names")
public enum ScreeningOutcome implements Worded {
    REQUIRED,
    DPO_REVIEW,
    DPO_CONFIRMS
}
