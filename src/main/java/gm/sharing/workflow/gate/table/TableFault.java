package gm.sharing.workflow.gate.table;

import gm.sharing.Refused;

/** What a table answers is not what its contract promises: no fault of whoever asked, and for its process owner to put right. */
public final class TableFault extends Refused {

    public TableFault(String message) {
        super(message);
    }
}
