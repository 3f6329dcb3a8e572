package gm.sharing.dpia;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What a measure does to its risk. */
@WordsIn("dpia/names")
public enum Effect implements Coded, Worded {
    ELIMINATED,
    REDUCED,
    ACCEPTED
}
