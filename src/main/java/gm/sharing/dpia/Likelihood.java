package gm.sharing.dpia;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** How likely harm is; in rising order. */
@WordsIn("dpia/names")
public enum Likelihood implements Coded, Worded {
    REMOTE,
    POSSIBLE,
    PROBABLE;

    /** The table of codes that gives them labels in forms. */
    public static final String TABLE = "likelihoods";
}
