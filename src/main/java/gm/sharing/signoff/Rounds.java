package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.StalledDecision.Choice;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the rounds in which a version is put to partners: how each ends is read from what they decided, never from the process. */
@Service
@Transactional
public class Rounds {

    private static final Words EVENTS = Words.in("sign-off/events");

    private final StoredRounds rounds;
    private final StoredSignOffs signOffs;
    private final SignOffs decided;
    private final SignOffRules rules;
    private final AuditTrail events;
    private final Clock clock;

    Rounds(
            StoredRounds rounds,
            StoredSignOffs signOffs,
            SignOffs decided,
            SignOffRules rules,
            AuditTrail events,
            Clock clock) {
        this.rounds = rounds;
        this.signOffs = signOffs;
        this.decided = decided;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /** The rounds of the project, oldest first. */
    @Transactional(readOnly = true)
    public List<Round> of(ProjectReference reference) {
        return rounds.findByProjectOrderByNumber(reference.value());
    }

    /**
     * One round of a project.
     *
     * @throws Refused when there is none of this number
     */
    @Transactional(readOnly = true)
    public Round get(ProjectReference reference, int number) {
        return rounds.findByProjectAndNumber(reference.value(), number)
                .orElseThrow(() -> new Refused("%s has no round %d of sign-off.".formatted(reference, number)));
    }

    void change(ProjectReference reference, int number, Consumer<Round> change) {
        var round = get(reference, number);
        change.accept(round);
        rounds.save(round);
    }

    /**
     * Concludes the round from the recorded decisions and closes it. Concluding again gives the same outcome.
     *
     * @throws IllegalStateException when a partner can still decide and the Board has not stopped the project
     */
    public RoundOutcome conclude(ProjectReference reference, int number) {
        var round = get(reference, number);
        if (round.outcome().isPresent()) {
            return round.outcome().get();
        }
        var all = signOffs.findLockedByProjectOrderByRoundAscPartnerAsc(reference.value());
        var asked = all.stream().filter(signOff -> signOff.round() == number).toList();
        var withdrawn = decided.standing(reference).stream()
                .filter(signOff -> signOff.said().has(Step.WITHDRAWAL));
        var outcome = round.conclude(
                Stream.concat(asked.stream(), withdrawn).distinct().toList(),
                rules.unneeded(round, asked),
                clock.instant());
        rounds.save(round);
        signOffs.saveAllAndFlush(asked);
        events.record(
                reference.value(),
                Event.SYSTEM,
                "round.concluded",
                EVENTS.text(
                        "round-ended",
                        Map.of("number", number, "version", round.agreedVersion(), "outcome", outcome.label())));
        return outcome;
    }

    /** Closes what is open, because the project ended or its agreement changes: nobody can decide any more. */
    public void end(ProjectReference reference) {
        for (var round : of(reference)) {
            if (round.isOpen()) {
                var asked = signOffs.findLockedByProjectAndRoundOrderByPartner(reference.value(), round.number());
                round.close(asked, clock.instant());
                rounds.save(round);
                signOffs.saveAllAndFlush(asked);
            }
        }
    }

    /**
     * Without whom the project goes on after this round: those whom the rule of sign-off does not need, those for whom the
     * Information Board gave up waiting and, when it ruled so, those who refused.
     */
    @Transactional(readOnly = true)
    public List<OrganisationCode> leftOut(ProjectReference reference, int number) {
        var withoutRefusers = get(reference, number)
                .ruling()
                .filter(ruling -> ruling.decision() == RefusalDecision.Choice.GO_ON_WITHOUT)
                .isPresent();
        return signOffs.findByProjectAndRoundOrderByPartner(reference.value(), number).stream()
                .filter(asked -> asked.isNotNeeded()
                        || asked.delay().isDecided(Choice.GO_ON_WITHOUT)
                        || (withoutRefusers && asked.state() == SignOffState.REFUSED))
                .map(SignOff::partner)
                .toList();
    }
}
