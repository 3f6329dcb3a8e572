package gm.sharing.dpia;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** How high a risk is; in rising order. */
@WordsIn("dpia/names")
public enum RiskLevel implements Coded, Worded {
    LOW,
    MEDIUM,
    HIGH
}
