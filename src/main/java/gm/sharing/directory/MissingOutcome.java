package gm.sharing.directory;

import gm.sharing.code.Coded;

/** What came of asking for an organisation that a lead did not find; the process goes on there. */
public enum MissingOutcome implements Coded {
    ADDED,
    THERE_ALREADY,
    NOT_ADDED
}
