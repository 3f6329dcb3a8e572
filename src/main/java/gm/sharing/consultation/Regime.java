package gm.sharing.consultation;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** The law under which the Commissioner is consulted; the periods differ. */
@WordsIn("consultation/names")
public enum Regime implements Coded, Worded {
    UK_GDPR,
    LAW_ENFORCEMENT
}
