package gm.sharing.onboarding;

/** What renewals ask of the process that follows them. */
public interface RenewalProcess {

    /** Asks the organisation's administrators, and tells others when the fact runs out. */
    void begin(Renewal renewal, int dueDays);

    /** Asks no more. Nothing happens when nobody is asked. */
    void end(Renewal renewal);
}
