package gm.sharing.measure;

/** What measures ask of the process that follows them up. */
public interface FollowUps {

    /** Asks the owner of an open measure, with reminders. */
    void begin(Measure measure);

    /** Whether the owner is asked already. */
    boolean isAsked(Measure measure);

    /** Asks no more. Nothing happens when nobody is asked. */
    void end(Measure measure);
}
