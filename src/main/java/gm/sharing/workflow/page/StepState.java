package gm.sharing.workflow.page;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** How far a step of a form is. */
@WordsIn("form/names")
public enum StepState implements Worded {
    COMPLETED,
    IN_PROGRESS,
    NOT_STARTED,
    /** Somebody went on from it, and something in it is to be put right. */
    PROBLEM;

    /** Whether nothing is to be done in it. */
    public boolean isDone() {
        return this == COMPLETED;
    }
}
