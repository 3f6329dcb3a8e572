package gm.sharing.fault;

import gm.sharing.notification.Reached;
import gm.sharing.notification.Unreached;
import gm.sharing.organisation.Offices;
import gm.sharing.organisation.People;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells administrators of people whom notices do not reach, until one does. */
@Component
class PeopleNotReached {

    private final Faults faults;
    private final People people;
    private final Offices offices;
    private final Clock clock;

    PeopleNotReached(Faults faults, People people, Offices offices, Clock clock) {
        this.faults = faults;
        this.people = people;
        this.offices = offices;
        this.clock = clock;
    }

    @EventListener
    void report(Unreached missed) {
        String held = people.find(missed.account()).map(offices::of).orElse("");
        faults.report(new Fault(
                about(missed.account()),
                FaultKind.ADDRESS,
                missed.reference(),
                "Account " + missed.account() + (held.isEmpty() ? "" : " (" + held + ")"),
                cause(missed.why()),
                nextStep(missed.why()),
                clock.instant(),
                Fault.Tell.AT_ONCE));
    }

    @EventListener
    void settle(Reached reached) {
        faults.settle(about(reached.account()));
    }

    private static String about(String account) {
        return "address:" + account;
    }

    private static String cause(Unreached.Why why) {
        return switch (why) {
            case NO_ACCOUNT -> "A notice was for this account, which does not exist or is disabled.";
            case NO_ADDRESS -> "A notice could not be sent: the account has no email address.";
            case REFUSED ->
                "A notice could not be sent: the email address of the account is not valid, or the mail server refuses it for good.";
            case GIVEN_UP -> "A notice could not be sent for days: the mail server did not take it.";
        };
    }

    private static String nextStep(Unreached.Why why) {
        return (why == Unreached.Why.NO_ACCOUNT
                        ? "Find out who does this work now, give that person the role, and have the tasks of this account passed on."
                        : "Ask the person or the organisation for the right address and enter it in Admin.")
                + " Tell the person what waits, and send the notices again on “People we cannot reach” when it is fixed. This ends when a notice"
                + " reaches the account, or when you say that it is settled.";
    }
}
