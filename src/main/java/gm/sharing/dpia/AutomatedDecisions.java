package gm.sharing.dpia;

import gm.sharing.code.Coded;

/** What a machine has to do with decisions about people. */
public enum AutomatedDecisions implements Coded {
    NONE,
    /** It proposes, sorts or scores, and a person decides. */
    SUPPORT,
    /** It decides something of legal or similar effect, and no person looks at each case. */
    ALONE
}
