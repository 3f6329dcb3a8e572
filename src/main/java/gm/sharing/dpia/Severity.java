package gm.sharing.dpia;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** How serious harm would be; in rising order. */
@WordsIn("dpia/names")
public enum Severity implements Coded, Worded {
    MINIMAL,
    SIGNIFICANT,
    SEVERE;

    /** The table of codes that gives them labels in forms. */
    public static final String TABLE = "severities";
}
