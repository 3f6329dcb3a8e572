package gm.sharing.consultation;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** Where a prior consultation stands. */
@WordsIn("consultation/names")
public enum ConsultationState implements Worded {
    TO_SUBMIT,
    SUBMITTED,
    RETURNED,
    CLOCK_RUNS,
    CLOCK_STOPPED,
    INFORMATION_ASKED,
    ADVISED,
    DECLINED,
    UNANSWERED,
    ENDED
}
