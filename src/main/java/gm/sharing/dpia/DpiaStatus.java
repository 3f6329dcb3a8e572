package gm.sharing.dpia;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** Where a project's assessment stands. */
@WordsIn("dpia/names")
public enum DpiaStatus implements Worded {
    IN_PROGRESS,
    APPROVED,
    REJECTED,
    NOT_REQUIRED,
    /** The project ends after the consultation with the Information Commissioner. */
    STOPPED;

    /** Whether it cannot be changed until it is opened again. */
    boolean isDecided() {
        return this != IN_PROGRESS;
    }
}
