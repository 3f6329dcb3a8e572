package gm.sharing.measure;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** Whether what was promised is done. */
@WordsIn("measure/names")
public enum MeasureStatus implements Worded {
    /** Its owner has to put it in place by a date. */
    OPEN,
    /** Its owner said that it is in place, and how that can be seen. */
    IN_PLACE,
    /** The assessment promises it no longer, or the project has ended without sharing. */
    DROPPED
}
