package gm.sharing.organisation;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** How far an organisation is with the Cyber Essentials scheme. */
@WordsIn("organisation/names")
public enum CyberEssentials implements Worded {
    NONE,
    WORKING_TOWARDS,
    HELD,
    PLUS;

    /** Whether it counts for something yet. */
    boolean isCertificate() {
        return this == HELD || this == PLUS;
    }
}
