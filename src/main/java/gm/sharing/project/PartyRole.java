package gm.sharing.project;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What a partner is in the words of UK GDPR. */
@WordsIn("project/names")
public enum PartyRole implements Coded, Worded {
    CONTROLLER,
    JOINT_CONTROLLER,
    PROCESSOR
}
