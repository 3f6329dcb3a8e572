package gm.sharing.code;

/** Where the tables of codes come from. */
public interface CodesInForce {

    /** The tables that the process owner deployed last. Ask once for each thing that is done, so that it sees one state. */
    Codes now();
}
