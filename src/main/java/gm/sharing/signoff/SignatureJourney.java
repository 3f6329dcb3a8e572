package gm.sharing.signoff;

/** What the withdrawal of a signature asks of the process that drives the project. */
public interface SignatureJourney {

    /** Tells those concerned that the partner withdrew its signature. */
    void withdrawn(SignOffId id);
}
