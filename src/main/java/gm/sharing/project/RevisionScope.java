package gm.sharing.project;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** What the lead wants to change in a revision; the process goes on there. */
@WordsIn("project/names")
public enum RevisionScope implements Coded, Worded {
    SHARING,
    ARRANGEMENTS,
    DPIA
}
