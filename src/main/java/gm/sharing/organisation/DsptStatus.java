package gm.sharing.organisation;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What an organisation published in the NHS Data Security and Protection Toolkit. */
@WordsIn("organisation/names")
public enum DsptStatus implements Worded {
    STANDARDS_EXCEEDED,
    STANDARDS_MET,
    APPROACHING_STANDARDS,
    STANDARDS_NOT_MET,
    NOT_PUBLISHED
}
