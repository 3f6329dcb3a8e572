package gm.sharing.dpia;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What the signatory of the lead organisation decides. */
@WordsIn("dpia/names")
public enum Verdict implements Coded, Worded {
    APPROVE,
    REJECT
}
