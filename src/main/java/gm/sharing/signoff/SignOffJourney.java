package gm.sharing.signoff;

/** The process of one partner's sign-off, as far as the record has to tell it something. */
public interface SignOffJourney {

    /** The partner was given more time: its clock starts over with what the record says. */
    void deadlineMoved(SignOffId id);
}
