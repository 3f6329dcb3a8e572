package gm.sharing.dpia;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** The sections of the assessment: each is written, marked and sent back by itself. */
@WordsIn("dpia/names")
public enum DpiaSection implements Coded, Worded {
    NEED,
    NATURE,
    SCOPE,
    CONTEXT,
    PURPOSES,
    CONSULTATION,
    NECESSITY,
    RISKS;

    /** The table of codes that gives them labels in forms. */
    public static final String TABLE = "dpia-sections";
}
