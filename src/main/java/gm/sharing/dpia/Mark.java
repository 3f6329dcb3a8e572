package gm.sharing.dpia;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What a data protection officer makes of a section; the marks of the CNIL's tool for impact assessments. */
@WordsIn("dpia/names")
public enum Mark implements Coded, Worded {
    /** Goes back to the lead. */
    TO_FIX,
    /** Good enough; what remains to be done is followed up. */
    IMPROVABLE,
    ACCEPTABLE;

    /** The table of codes that gives them labels in forms. */
    public static final String TABLE = "section-marks";
}
