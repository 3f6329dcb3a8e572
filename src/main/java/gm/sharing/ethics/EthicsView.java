package gm.sharing.ethics;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What the ethics panel advises. */
@WordsIn("ethics/names")
public enum EthicsView implements Coded, Worded {
    SUPPORT,
    SUPPORT_WITH_CONDITIONS,
    AGAINST
}
