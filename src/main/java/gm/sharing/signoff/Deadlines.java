package gm.sharing.signoff;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.Event;
import gm.sharing.deadline.Postponement;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the time that partners have to decide: reminders, escalations, more time, and when their clock stands still. */
@Service
@Transactional
public class Deadlines {

    private static final Words EVENTS = Words.in("sign-off/events");

    private final SignOffLedger ledger;
    private final SignOffJourney journey;
    private final WorkingDays workingDays;
    private final Clock clock;

    Deadlines(SignOffLedger ledger, SignOffJourney journey, WorkingDays workingDays, Clock clock) {
        this.ledger = ledger;
        this.journey = journey;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The time that the partner has. */
    @Transactional(readOnly = true)
    public ReviewClock clockOf(SignOffId id) {
        return ledger.get(id).clock();
    }

    /** The partner was reminded. Saying so again, when it is due or when the partner has decided, changes nothing. */
    public void remindedOf(SignOffId id) {
        ledger.change(id, signOff -> {
            if (signOff.remindedOf(clock.instant())) {
                record(signOff, "signoff.reminded", "reminded", Map.of());
            }
        });
    }

    /**
     * The partner has not decided in time. Saying so again, or when it has decided, changes nothing.
     *
     * @param boardDays working days from now until the Board is asked
     * @return when the Board is asked, also for a process that is behind the partner's decision
     */
    public Instant escalated(SignOffId id, int boardDays) {
        var now = clock.instant();
        var askBoardAt = workingDays.from(Date.from(now), boardDays).toInstant();
        ledger.change(id, signOff -> {
            if (signOff.escalated(now, askBoardAt)) {
                record(signOff, "signoff.escalated", "escalated", Map.of("day", day(askBoardAt)));
            }
        });
        return clockOf(id).boardAt().orElse(askBoardAt);
    }

    /** The Information Board is asked how the project goes on without the partner's decision. */
    public void boardAsked(SignOffId id) {
        record(ledger.get(id), "signoff.board-asked", "board-asked", Map.of());
    }

    /**
     * The lead or the Information Board gives the partner more time.
     *
     * @param until the last day that the partner has: later than the present one, within a year
     * @throws Refused for anybody else, without a reason, and when the partner's sign-off has ended
     */
    @RetriedOnConflict
    public void giveMoreTime(SignOffId id, @Nullable LocalDate until, @Nullable String reason, Person by) {
        var lead = ledger.isLedBy(id, by);
        if (!lead && !by.holds(Role.INFORMATION_BOARD)) {
            throw new Refused("Only the project’s lead and the Information Board give a partner more time.");
        }
        var now = clock.instant();
        var signOff = ledger.change(id, asked -> {
            var given = MoreTime.of(
                    until,
                    reason,
                    By.of(by, now),
                    dayOf(now),
                    dayOf(asked.clock().due()));
            asked.giveMoreTime(given, endOf(given.until()));
        });
        ledger.record(
                signOff,
                by.id(),
                "signoff.more-time",
                EVENTS.text(
                        lead ? "more-time-from-lead" : "more-time-from-board",
                        Map.of(
                                "partner", ledger.name(signOff),
                                "day", day(signOff.clock().due()),
                                "version", signOff.agreedVersion(),
                                "reason", reason)));
        journey.deadlineMoved(id);
    }

    /** The partner's clock runs on after its question was answered. */
    public void runOn(SignOffId id) {
        var signOff = ledger.change(id, asked -> asked.clock().runOn(clock.instant(), workingDays));
        record(
                signOff,
                "signoff.clock-runs",
                "clock-runs",
                Map.of("day", day(signOff.clock().due())));
    }

    /**
     * A new bank holiday: what the partner has to do until then or later is due later.
     *
     * @param board whether the moment at which the Board is asked passes over it, too
     */
    public ReviewClock postpone(SignOffId id, Postponement postponement, boolean board) {
        return ledger.change(id, asked -> {
                    if (asked.isOpen()) {
                        asked.clock().postpone(postponement, asked.delay().chosenDays(), board);
                    }
                })
                .clock();
    }

    private void record(SignOff signOff, String type, String key, Map<String, String> further) {
        Map<String, Object> values = new HashMap<>(further);
        values.put("partner", ledger.name(signOff));
        values.put("version", signOff.agreedVersion());
        ledger.record(signOff, Event.SYSTEM, type, EVENTS.text(key, values));
    }

    /** A day without work ends with the next working day. */
    private Instant endOf(LocalDate day) {
        return workingDays.endOf(workingDays.from(day, 0)).toInstant();
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private String day(Instant moment) {
        return Dates.day(dayOf(moment));
    }
}
