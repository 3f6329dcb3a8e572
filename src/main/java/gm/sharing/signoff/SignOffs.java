package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.Partner;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.StalledDecision.Choice;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/**
 * Puts versions of the agreement to the partners, round by round, and keeps what they decide. Everything is read from
 * here when a round is concluded, never from the process.
 */
@Service
@Transactional
public class SignOffs {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Rounds rounds;
    private final StoredSignOffs signOffs;
    private final Projects projects;
    private final SignOffRules rules;
    private final Directory directory;
    private final FourEyesRule fourEyes;
    private final Terms terms;
    private final Grounds grounds;
    private final AuditTrail events;
    private final WorkingDays workingDays;
    private final Clock clock;

    SignOffs(
            Rounds rounds,
            StoredSignOffs signOffs,
            Projects projects,
            SignOffRules rules,
            Directory directory,
            FourEyesRule fourEyes,
            Terms terms,
            Grounds grounds,
            AuditTrail events,
            WorkingDays workingDays,
            Clock clock) {
        this.rounds = rounds;
        this.signOffs = signOffs;
        this.projects = projects;
        this.rules = rules;
        this.directory = directory;
        this.fourEyes = fourEyes;
        this.terms = terms;
        this.grounds = grounds;
        this.events = events;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * Somebody reviews for the partner and takes its position on the lead organisation's assessment. Several may, each in the
     * office for which they have the task.
     *
     * @return what all say who reviewed this version for the partner
     */
    public Reviews review(SignOffId id, Review review, Person by, Role office) {
        var dissented = ofPartner(id)
                .filter(signOff -> signOff.statement(Step.REVIEW).isPresent())
                .reduce((earlier, later) -> later)
                .filter(SignOff::dissents)
                .isPresent();
        var signOff = change(
                id,
                asked -> asked.review(
                        review,
                        terms.of(review.conditions(), id),
                        by,
                        office,
                        fourEyes.of(id),
                        clock.instant(),
                        LocalDate.now(clock)));
        var said = signOff.statement(Step.REVIEW).orElseThrow();
        recordFor(
                signOff,
                by.id(),
                "signoff.reviewed",
                "The %s of %s reviewed version %s%s: %s%s."
                                .formatted(
                                        office.words(),
                                        name(signOff),
                                        signOff.agreedVersion(),
                                        signOff.reviews().given().size() > 1 ? " as well" : "",
                                        review.decision().isSignature() ? "to be " : "",
                                        outcome(signOff, review.decision()))
                        + words(signOff, Step.REVIEW));
        Optional.ofNullable(said.position()).ifPresent(position -> recordPosition(signOff, position, dissented, by));
        Optional.ofNullable(said.policyDocument())
                .ifPresent(document -> recordFor(
                        signOff,
                        by.id(),
                        "signoff.policy-document-named",
                        "%s named its appropriate policy document: %s, to be reviewed by %s."
                                .formatted(name(signOff), document.title(), DAY.format(document.reviewOn()))));
        return signOff.reviews();
    }

    private void recordPosition(SignOff signOff, Position position, boolean dissented, Person by) {
        recordFor(
                signOff,
                by.id(),
                "signoff.position-taken",
                "%s took a position on the DPIA with version %s: %s%s.%s"
                        .formatted(
                                name(signOff),
                                signOff.agreedVersion(),
                                StringUtils.uncapitalize(position.taken().label()),
                                dissented && !signOff.dissents() ? ", so its dissent is resolved" : "",
                                position.words() == null ? "" : " In its words: " + position.words()));
    }

    /** The Caldicott Guardian decides whether confidential information may flow from or to the partner. */
    public void agreeConfidentialUse(SignOffId id, ConfidentialUse use, Person by) {
        var signOff = change(id, asked -> asked.agreeConfidentialUse(use, by, fourEyes.of(id), clock.instant()));
        recordFor(
                signOff,
                by.id(),
                "signoff.confidential-use-decided",
                "The Caldicott Guardian of %s decided about version %s: %s."
                                .formatted(
                                        name(signOff),
                                        signOff.agreedVersion(),
                                        use.decision() == ConfidentialUse.Choice.AGREE
                                                ? "agreed"
                                                : outcome(
                                                        signOff, use.decision().decision()))
                        + words(signOff, Step.CONFIDENTIAL_USE));
    }

    /** The signatory decides for the partner. */
    public void sign(SignOffId id, Signature signature, Person by) {
        var signOff = change(
                id,
                asked -> asked.sign(
                        signature, terms.of(signature.conditions(), id), by, fourEyes.of(id), clock.instant()));
        recordFor(
                signOff,
                by.id(),
                "signoff.signature-decided",
                "The signatory of %s (%s) decided about version %s: %s."
                                .formatted(
                                        name(signOff),
                                        signature.role(),
                                        signOff.agreedVersion(),
                                        outcome(signOff, signature.decision()))
                        + words(signOff, Step.SIGNATURE));
    }

    private String words(SignOff signOff, Step step) {
        return signOff.statement(step)
                .map(said -> said.words(grounds::inWords)
                        + said.actedAs().words(directory::nameOf).stream()
                                .map(" "::concat)
                                .collect(Collectors.joining()))
                .orElse("");
    }

    private static String outcome(SignOff signOff, Decision decision) {
        return decision.label().toLowerCase(Locale.UK) + (signOff.isLate() ? ", late" : "");
    }

    /**
     * The Information Board decides about a review that is stalled. To go on without the partner takes it out of the
     * project at once, so that the Board is told when that cannot be.
     *
     * @param chaseDays working days that the partner has when the Board asks again
     * @return when the Board looks at it again; empty when it ended the review
     */
    public Optional<Instant> boardDecided(SignOffId id, StalledDecision decision, int chaseDays, Person by) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var made = BoardDecision.of(decision, By.of(by, now), today);
        var extendedTo = made.extendedTo();
        var until = decision.decision() == Choice.CHASE ? endOfWorkingDay(today, chaseDays) : endOf(extendedTo);
        var signOff = change(id, stalled -> stalled.boardDecided(made, until, fourEyes.of(id.reference())));
        recordFor(
                signOff,
                by.id(),
                "signoff.board-decided",
                "%s: the Information Board %s%s. Reasons: %s"
                        .formatted(
                                name(signOff),
                                decision.decision().words(),
                                extendedTo == null ? "" : ", until " + DAY.format(extendedTo),
                                decision.reasons()));
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
    public void refusalDecided(ProjectReference reference, int number, RefusalDecision decision, Person by) {
        var round = round(reference, number);
        round.rule(decision, by, fourEyes.of(reference), clock.instant());
        rounds.save(round);
        record(
                reference,
                by.id(),
                "round.board-decided",
                "Round %d: the Information Board %s. Reasons: %s"
                        .formatted(number, decision.decision().words(), decision.reasons()));
        projects.leaveOut(reference, leftOut(reference, number));
    }

    /**
     * Concludes the round from the recorded decisions and closes it. Concluding again gives the same outcome.
     *
     * @throws IllegalStateException when a partner can still decide and the Board has not stopped the project
     */
    public RoundOutcome conclude(ProjectReference reference, int number) {
        var round = round(reference, number);
        if (round.outcome().isPresent()) {
            return round.outcome().get();
        }
        var all = signOffs.findLockedByProjectOrderByRoundAscPartnerAsc(reference.value());
        var asked = all.stream().filter(signOff -> signOff.round() == number).toList();
        var withdrawn = standing(reference).stream().filter(SignOff::isSignatureWithdrawn);
        var outcome = round.conclude(
                Stream.concat(asked.stream(), withdrawn).distinct().toList(),
                rules.unneeded(round, asked),
                clock.instant());
        rounds.save(round);
        signOffs.saveAllAndFlush(asked);
        record(
                reference,
                Event.SYSTEM,
                "round.concluded",
                "Round %d about version %s ended: %s.".formatted(number, round.agreedVersion(), outcome.words()));
        return outcome;
    }

    /** Closes what is open, because the project ended or its agreement changes: nobody can decide any more. */
    public void end(ProjectReference reference) {
        for (var round : rounds.findByProjectOrderByNumber(reference.value())) {
            if (round.isOpen()) {
                var asked = signOffs.findLockedByProjectAndRoundOrderByPartner(reference.value(), round.number());
                round.close(asked, clock.instant());
                rounds.save(round);
                signOffs.saveAllAndFlush(asked);
            }
        }
    }

    /** Whether the Information Board stopped the project in this round. */
    @Transactional(readOnly = true)
    public boolean stopped(ProjectReference reference, int number) {
        return signOffs.existsDecided(reference.value(), number, Choice.STOP);
    }

    /**
     * Without whom the project goes on after this round: those whom the rule of sign-off does not need, those for whom the
     * Information Board gave up waiting and, when it ruled so, those who refused.
     */
    @Transactional(readOnly = true)
    public List<OrganisationCode> leftOut(ProjectReference reference, int number) {
        var withoutRefusers = round(reference, number)
                .ruling()
                .filter(ruling -> ruling.decision() == RefusalDecision.Choice.GO_ON_WITHOUT)
                .isPresent();
        return signOffs.findByProjectAndRoundOrderByPartner(reference.value(), number).stream()
                .filter(asked -> asked.isNotNeeded()
                        || asked.wasDecidedByBoard(Choice.GO_ON_WITHOUT)
                        || (withoutRefusers && asked.state() == SignOffState.REFUSED))
                .map(SignOff::partner)
                .toList();
    }

    /** Why the Information Board stopped the project in this round, in its own words; empty when it did not. */
    @Transactional(readOnly = true)
    public Optional<String> reasonsToStop(ProjectReference reference, int number) {
        return signOffs.findByProjectAndRoundOrderByPartner(reference.value(), number).stream()
                .flatMap(asked -> asked.boardDecisions().stream())
                .filter(decision -> decision.decision() == Choice.STOP)
                .map(BoardDecision::reasons)
                .findFirst()
                .or(() -> round(reference, number)
                        .ruling()
                        .filter(ruling -> ruling.decision() == RefusalDecision.Choice.STOP)
                        .map(RefusalRuling::reasons));
    }

    /** Every sign-off of the project, by round and partner. */
    @Transactional(readOnly = true)
    public List<SignOff> of(ProjectReference reference) {
        return signOffs.findByProjectOrderByRoundAscPartnerAsc(reference.value());
    }

    /**
     * The latest decision of each partner that the project has now, over all rounds, by partner. A partner that never
     * decided is absent.
     */
    @Transactional(readOnly = true)
    public List<SignOff> standing(ProjectReference reference) {
        return latest(reference, signOff -> signOff.decision().isPresent());
    }

    /**
     * The sign-offs in which partners of now dissent from the lead organisation's assessment, by partner. A dissent stands
     * until the partner reviews a later version.
     */
    @Transactional(readOnly = true)
    public List<SignOff> dissents(ProjectReference reference) {
        return reviewed(reference).filter(SignOff::dissents).toList();
    }

    /** The position of each partner of now on the lead organisation's assessment, as it took it last. */
    @Transactional(readOnly = true)
    public Map<OrganisationCode, Position> positions(ProjectReference reference) {
        Map<OrganisationCode, Position> positions = new TreeMap<>();
        reviewed(reference).forEach(signOff -> signOff.position()
                .ifPresent(position -> positions.put(signOff.partner(), position)));
        return positions;
    }

    private Stream<SignOff> reviewed(ProjectReference reference) {
        return latest(reference, signOff -> signOff.statement(Step.REVIEW).isPresent()).stream();
    }

    /** The latest of these for each partner that the project has now, by partner. */
    private List<SignOff> latest(ProjectReference reference, Predicate<SignOff> which) {
        var partners = projects.get(reference).partners().stream()
                .map(Partner::organisation)
                .collect(Collectors.toSet());
        Map<OrganisationCode, SignOff> latest = new TreeMap<>();
        of(reference).stream()
                .filter(which.and(signOff -> partners.contains(signOff.partner())))
                .forEach(signOff -> latest.put(signOff.partner(), signOff));
        return List.copyOf(latest.values());
    }

    /** What the partner was asked last before this round; empty when this is its first. */
    @Transactional(readOnly = true)
    public Optional<SignOff> askedBefore(SignOffId id) {
        return ofPartner(id).filter(signOff -> signOff.round() < id.round()).reduce((earlier, later) -> later);
    }

    /** What the partner signed last before this round; empty when it signed nothing. */
    @Transactional(readOnly = true)
    public Optional<SignOff> signedBefore(SignOffId id) {
        return ofPartner(id)
                .filter(signOff -> signOff.round() < id.round() && signOff.isSigned())
                .reduce((earlier, later) -> later);
    }

    /** What this partner was asked in all rounds, oldest first; nothing of the others is read. */
    private Stream<SignOff> ofPartner(SignOffId id) {
        return signOffs.findByProjectAndPartnerOrderByRound(id.reference().value(), id.partner()).stream();
    }

    /** The rounds of the project, oldest first. */
    @Transactional(readOnly = true)
    public List<Round> rounds(ProjectReference reference) {
        return rounds.findByProjectOrderByNumber(reference.value());
    }

    @Transactional(readOnly = true)
    public Round round(ProjectReference reference, int number) {
        return rounds.findByProjectAndNumber(reference.value(), number)
                .orElseThrow(() -> new Refused("%s has no round %d of sign-off.".formatted(reference, number)));
    }

    @Transactional(readOnly = true)
    public SignOff get(SignOffId id) {
        return signOffs.findByProjectAndRoundAndPartner(id.reference().value(), id.round(), id.partner())
                .orElseThrow(() -> new Refused("%s was not asked in round %d of %s."
                        .formatted(directory.nameOf(id.partner()), id.round(), id.reference())));
    }

    private SignOff change(SignOffId id, Consumer<SignOff> change) {
        var signOff = get(id);
        change.accept(signOff);
        try {
            return signOffs.saveAndFlush(signOff);
        } catch (ConcurrencyFailureException e) {
            throw new Refused("Somebody else decided about this at the same moment. Open it again to see what stands.");
        }
    }

    private void record(ProjectReference reference, String who, String type, String what) {
        events.record(reference.value(), who, type, what);
    }

    private void recordFor(SignOff signOff, String who, String type, String what) {
        events.record(signOff.reference().value(), who, type, what, signOff.partner());
    }

    private String name(SignOff signOff) {
        return directory.nameOf(signOff.partner());
    }
}
