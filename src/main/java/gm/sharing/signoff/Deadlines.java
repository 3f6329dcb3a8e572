package gm.sharing.signoff;

import gm.sharing.audit.Event;
import gm.sharing.deadline.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the time that partners have to decide: reminders, escalations, and when the Information Board is asked. */
@Service
@Transactional
public class Deadlines {

    private final SignOffLedger ledger;
    private final WorkingDays workingDays;
    private final Clock clock;

    Deadlines(SignOffLedger ledger, WorkingDays workingDays, Clock clock) {
        this.ledger = ledger;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** When the partner's decision is due. */
    @Transactional(readOnly = true)
    public Instant due(SignOffId id) {
        return ledger.get(id).due();
    }

    /** The partner was reminded. Saying so again, when it is due or when the partner has decided, changes nothing. */
    public void remindedOf(SignOffId id) {
        ledger.change(id, signOff -> {
            if (signOff.remindedOf(clock.instant())) {
                record(signOff, "signoff.reminded", "%s was reminded of version %s.");
            }
        });
    }

    /**
     * The partner has not decided in time. Saying so again, or when it has decided, changes nothing.
     *
     * @param boardDays working days from now until the Board is asked
     * @return when the Board is asked
     */
    public Instant escalated(SignOffId id, int boardDays) {
        var now = clock.instant();
        ledger.change(id, signOff -> {
            if (signOff.escalated(now)) {
                record(signOff, "signoff.escalated", "%s has not decided in time about version %s.");
            }
        });
        return workingDays.from(Date.from(now), boardDays).toInstant();
    }

    /** The Information Board is asked how the project goes on without the partner's decision. */
    public void boardAsked(SignOffId id) {
        record(
                ledger.get(id),
                "signoff.board-asked",
                "%s has still not decided about version %s. The Information Board was asked how the project goes on.");
    }

    private void record(SignOff signOff, String type, String what) {
        ledger.record(signOff, Event.SYSTEM, type, what.formatted(ledger.name(signOff), signOff.agreedVersion()));
    }
}
