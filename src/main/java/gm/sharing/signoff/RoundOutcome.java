package gm.sharing.signoff;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/**
 * What came of a round. When several apply, the first in this order counts: the Board's stop ends everything; a refusal
 * goes to the Board whatever the others say; requested changes make a new version; and only then does the agreement go on
 * without those whom the Board leaves out.
 */
@WordsIn("sign-off/names")
public enum RoundOutcome implements Coded, Worded {
    STOPPED,
    REFUSED,
    CHANGES_REQUESTED,
    GO_ON_WITHOUT,
    ALL_SIGNED
}
