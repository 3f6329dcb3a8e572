package gm.sharing.onboarding;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** How far one thing of a checklist is; what is better comes later. */
@WordsIn("onboarding/checklist")
public enum ItemState implements Worded {
    NOT_YET,
    EXPIRED,
    DONE;

    ItemState better(ItemState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
