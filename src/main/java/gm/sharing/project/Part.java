package gm.sharing.project;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What a partner does in the sharing. */
@WordsIn("project/names")
public enum Part implements Worded {
    PROVIDES,
    RECEIVES,
    BOTH;

    public boolean provides() {
        return this != RECEIVES;
    }

    public boolean receives() {
        return this != PROVIDES;
    }

    /** At least one of the two must be true. */
    static Part of(boolean provides, boolean receives) {
        if (!provides && !receives) {
            throw new IllegalArgumentException("A partner provides or receives");
        }
        if (provides && receives) {
            return BOTH;
        }
        return provides ? PROVIDES : RECEIVES;
    }
}
