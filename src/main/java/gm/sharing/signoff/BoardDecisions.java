package gm.sharing.signoff;

import gm.sharing.Dates;
import gm.sharing.audit.AuditTrail;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.StalledDecision.Choice;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what the Information Board decides while a partner does not, and after one refused. */
@Service
@Transactional
public class BoardDecisions {

    private static final Words EVENTS = Words.in("sign-off/events");

    private final SignOffLedger ledger;
    private final Rounds rounds;
    private final StoredSignOffs signOffs;
    private final Projects projects;
    private final FourEyesRule fourEyes;
    private final AuditTrail events;
    private final WorkingDays workingDays;
    private final Clock clock;

    BoardDecisions(
            SignOffLedger ledger,
            Rounds rounds,
            StoredSignOffs signOffs,
            Projects projects,
            FourEyesRule fourEyes,
            AuditTrail events,
            WorkingDays workingDays,
            Clock clock) {
        this.ledger = ledger;
        this.rounds = rounds;
        this.signOffs = signOffs;
        this.projects = projects;
        this.fourEyes = fourEyes;
        this.events = events;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * The Information Board decides about a review that is stalled. To go on without the partner takes it out of the
     * project at once, so that the Board is told when that cannot be.
     *
     * @param chaseDays working days that the partner has when the Board asks again
     * @return when the Board looks at it again; empty when it ended the review
     */
    public Optional<Instant> aboutStalled(SignOffId id, StalledDecision decision, int chaseDays, Person by) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var made = BoardDecision.of(decision, By.of(by, now), today);
        var extendedTo = made.extendedTo();
        var until = decision.decision() == Choice.CHASE ? endOfWorkingDay(today, chaseDays) : endOf(extendedTo);
        var signOff = ledger.change(id, stalled -> stalled.boardDecided(made, until, fourEyes.of(id.reference())));
        ledger.record(
                signOff,
                by.id(),
                "signoff.board-decided",
                EVENTS.text(
                        extendedTo == null ? "board-decided" : "board-decided-until",
                        Map.of(
                                "partner", ledger.name(signOff),
                                "decision", decision.decision().label(),
                                "day", extendedTo == null ? "" : Dates.day(extendedTo),
                                "reasons", decision.reasons())));
        if (decision.decision() == Choice.GO_ON_WITHOUT) {
            projects.leaveOut(id.reference(), List.of(id.partner()));
        }
        return Optional.ofNullable(until);
    }

    private @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null ? null : endOfWorkingDay(day, 0);
    }

    private Instant endOfWorkingDay(LocalDate day, int days) {
        var start = Date.from(day.atStartOfDay(clock.getZone()).toInstant());
        return workingDays.from(start, days).toInstant();
    }

    /**
     * The Information Board decides after a partner refused. To go on without those who refused takes them out of the
     * project at once, so that the Board is told when that cannot be.
     */
    public void aboutRefusal(ProjectReference reference, int number, RefusalDecision decision, Person by) {
        rounds.change(reference, number, round -> round.rule(decision, by, fourEyes.of(reference), clock.instant()));
        events.record(
                reference.value(),
                by.id(),
                "round.board-decided",
                EVENTS.text(
                        "board-decided-about-round",
                        Map.of(
                                "number", number,
                                "decision", decision.decision().label(),
                                "reasons", decision.reasons())));
        projects.leaveOut(reference, rounds.leftOut(reference, number));
    }

    /** Whether the Information Board stopped the project in this round. */
    @Transactional(readOnly = true)
    public boolean stopped(ProjectReference reference, int number) {
        return signOffs.existsDecided(reference.value(), number, Choice.STOP);
    }

    /** Why the Information Board stopped the project in this round, in its own words; empty when it did not. */
    @Transactional(readOnly = true)
    public Optional<String> reasonsToStop(ProjectReference reference, int number) {
        return signOffs.findByProjectAndRoundOrderByPartner(reference.value(), number).stream()
                .flatMap(asked -> asked.delay().byBoard().stream())
                .filter(decision -> decision.decision() == Choice.STOP)
                .map(BoardDecision::reasons)
                .findFirst()
                .or(() -> rounds.get(reference, number)
                        .ruling()
                        .filter(ruling -> ruling.decision() == RefusalDecision.Choice.STOP)
                        .map(RefusalRuling::reasons));
    }
}
