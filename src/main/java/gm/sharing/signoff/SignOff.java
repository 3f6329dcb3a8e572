package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/**
 * What one partner is asked in one round, and what its people and the Information Board said to it. All that a partner
 * decides is written here and nowhere else, so that partners never wait for each other.
 */
@Entity
@DynamicUpdate
@Table(name = "sign_off")
public class SignOff {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private @Nullable Long version;

    private String project;

    private int round;

    private OrganisationCode partner;

    private String agreedVersion;

    private String digest;

    private Instant askedAt;

    /** Excluded from the version: a timer must not take a decision from the person making it. */
    @Embedded
    @OptimisticLock(excluded = true)
    private ReviewClock clock;

    private boolean late;

    private @Nullable Instant closedAt;

    @Column(columnDefinition = "text")
    private @Nullable String because;

    private boolean notNeeded;

    private int signatories;

    @Embedded
    private Questions questions;

    @Embedded
    private Statements statements = new Statements();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_board_decision", joinColumns = @JoinColumn(name = "sign_off"))
    @OrderColumn(name = "position")
    private List<BoardDecision> boardDecisions = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_more_time", joinColumns = @JoinColumn(name = "sign_off"))
    @OrderColumn(name = "position")
    private List<MoreTime> moreTime = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_question", joinColumns = @JoinColumn(name = "sign_off"))
    @OrderColumn(name = "position")
    private List<Question> questionsToLead = new ArrayList<>();

    protected SignOff() {}

    SignOff(Round round, RoundPlan.Asked asked, Instant due, Questions questions) {
        this.project = round.reference().value();
        this.round = round.number();
        this.partner = asked.partner();
        this.because = asked.because();
        this.signatories = asked.signatories();
        this.agreedVersion = round.agreedVersion();
        this.digest = round.digest();
        this.askedAt = round.openedAt();
        this.clock = new ReviewClock(due);
        this.questions = questions;
    }

    /**
     * @param conditions of the review, as they are kept
     * @param office in which the person reviews
     * @param today decides whether the partner's policy document is still to be reviewed
     */
    void review(
            Review review,
            List<StatedCondition> conditions,
            Person by,
            Role office,
            FourEyes fourEyes,
            Instant now,
            LocalDate today) {
        requireReviewing();
        var actedAs = ActedAs.of(fourEyes.capacity(by, office, partner));
        reviews().refuseAnother(by, actedAs);
        give(Statement.of(review, conditions, position(review), policyDocument(review, today), by, office, now)
                .as(actedAs));
    }

    /** Several may review at the same time, so one of them may have asked for changes before the other says anything. */
    private void requireReviewing() {
        if (decisive().filter(said -> said.step() == Step.REVIEW).isEmpty() || closedAt != null) {
            requireOpen();
        }
        if (statements.has(Step.SIGNATURE)) {
            throw new Refused("Version " + agreedVersion + " is signed already, so nobody can review it any more.");
        }
    }

    private @Nullable Position position(Review review) {
        var taken = review.dpiaPosition();
        if (!questions.position()) {
            if (taken != null || review.adaptation() != null || review.dissent() != null) {
                throw Refused.of("dpiaPosition", "your organisation is not asked for one.");
            }
            return null;
        }
        if (taken == null) {
            throw Refused.of(
                    "dpiaPosition",
                    "say whether your organisation adopts the DPIA of the lead"
                            + " organisation, adapts it or dissents from it.");
        }
        return Position.of(taken, review);
    }

    private @Nullable PolicyDocument policyDocument(Review review, LocalDate today) {
        if (questions.policyDocument()) {
            return PolicyDocument.of(review, today).orElse(null);
        }
        if (review.policyDocument() != null || review.policyReview() != null) {
            throw Refused.of("policyDocument", "your organisation relies on none in this agreement.");
        }
        return null;
    }

    void agreeConfidentialUse(ConfidentialUse use, Person by, FourEyes fourEyes, Instant now) {
        var actedAs = allow(by, Role.CALDICOTT_GUARDIAN, fourEyes);
        requireReview();
        if (statements.has(Step.CONFIDENTIAL_USE)) {
            throw new Refused("The Caldicott Guardian has already decided about version " + agreedVersion + ".");
        }
        give(Statement.of(use, by, now).as(actedAs));
    }

    /** @param conditions of the signature, as they are kept */
    void sign(Signature signature, List<StatedCondition> conditions, Person by, FourEyes fourEyes, Instant now) {
        if (dissents() && signature.decision().isSignature()) {
            throw new Refused(
                    "Your organisation dissents from the DPIA of the lead organisation, so nobody can sign version "
                            + agreedVersion + " for it before it takes another position in a later round.");
        }
        var actedAs = allowToSign(by, signature.confirmed(), fourEyes);
        if (statements.has(Step.SIGNATURE)) {
            throw new Refused("Version " + agreedVersion + " has its first signature already.");
        }
        give(Statement.of(signature, conditions, by, now).as(actedAs));
    }

    /** Another person than the first signatory decides on the conditions of the first signature. */
    void countersign(Countersignature countersignature, Person by, FourEyes fourEyes, Instant now) {
        var actedAs = allowToSign(by, countersignature.confirmed(), fourEyes);
        var first = statement(Step.SIGNATURE)
                .orElseThrow(() -> new Refused("Version " + agreedVersion + " waits for its first signature."));
        if (Stream.of(by.id(), actedAs.deputyFor()).anyMatch(first.person()::equals)) {
            throw new Refused(
                    "The first signature is yours or that of the person whose deputy you are, so somebody else"
                            + " has to give the second one.");
        }
        give(Statement.of(countersignature, by, now).as(actedAs));
    }

    private ActedAs allowToSign(Person by, boolean confirmed, FourEyes fourEyes) {
        var actedAs = allow(by, Role.SIGNATORY, fourEyes);
        requireReview();
        if (!confirmed) {
            throw new Refused("Confirm that you may decide for your organisation.");
        }
        return reviews().wereGivenBy(by.id()) ? fourEyes.letSignWhatTheyReviewed(by, actedAs) : actedAs;
    }

    /** Takes the partner's signature back; it counts no more, also when it was given in an earlier round. */
    void withdrawSignature(String reason, Person by, FourEyes fourEyes, Instant now) {
        if (!isSigned()) {
            throw new Refused("There is no signature on version " + agreedVersion + " that could be withdrawn.");
        }
        var actedAs = ActedAs.of(fourEyes.capacity(by, Role.SIGNATORY, partner));
        statements.add(Statement.withdrawing(reason, by, now).as(actedAs));
    }

    private void give(Statement statement) {
        var decided = decision().isPresent();
        statements.add(statement);
        late = decided ? late : decision().isPresent() && statement.at().isAfter(due());
    }

    private ActedAs allow(Person by, Role role, FourEyes fourEyes) {
        requireOpen();
        return ActedAs.of(fourEyes.capacity(by, role, partner));
    }

    private void requireOpen() {
        decision().ifPresent(decision -> {
            throw new Refused("Your organisation has already decided about version " + agreedVersion + ": "
                    + decision.label().toLowerCase(Locale.UK) + ".");
        });
        if (closedAt != null) {
            throw new Refused("Version " + agreedVersion + " is not open for sign-off any more.");
        }
    }

    private void requireUndecided() {
        if (!isOpen()) {
            throw new Refused("The partner's sign-off has ended in the meantime: there is nothing left to decide.");
        }
    }

    private void requireReview() {
        if (!statements.has(Step.REVIEW)) {
            throw new Refused("Your organisation has to review version " + agreedVersion + " first.");
        }
    }

    /** Marks the partner as reminded; false when it was already, has decided, or a reminder comes too late. */
    boolean remindedOf(Instant now) {
        return isOpen() && clock.remind(now);
    }

    /** Marks the review as escalated; false when it was already, or has ended. */
    boolean escalated(Instant now, Instant askBoardAt) {
        return isOpen() && clock.escalate(now, askBoardAt);
    }

    /**
     * The Information Board decided about the stalled review.
     *
     * @param until when the Board looks at it again, which is when an extension ends; null when it ended the review
     */
    void boardDecided(BoardDecision boardDecision, @Nullable Instant until, FourEyes fourEyes) {
        requireUndecided();
        if (fourEyes.leads(boardDecision.by().person())) {
            throw new Refused("You lead this project, so somebody else on the Information Board has to decide.");
        }
        boardDecisions.add(boardDecision);
        if (until != null && boardDecision.decision() == StalledDecision.Choice.EXTEND) {
            if (!until.isAfter(due())) {
                throw Refused.of("extendTo", "the partner has at least as long already. Give a later day.");
            }
            clock.startOver(until);
        } else if (until != null) {
            clock.askBoardAt(until);
        }
        if (boardDecision.decision().endsTheReview()) {
            closedAt = boardDecision.by().at();
        }
    }

    /** The agreement goes on without this partner, because the rule of sign-off does not need it. */
    void goOnWithout(Instant now) {
        notNeeded = true;
        close(now);
    }

    /** @param newDue the end of the day until which more time was given */
    void giveMoreTime(MoreTime given, Instant newDue) {
        requireUndecided();
        moreTime.add(given);
        clock.startOver(newDue);
    }

    /** Somebody who has to decide in the role asks the lead first: the clock stands still. */
    void ask(Question question, Person by, FourEyes fourEyes) {
        allow(by, question.askedAs(), fourEyes);
        if (openQuestion().isPresent()) {
            throw new Refused("A question of your organisation already waits for the lead's answer.");
        }
        questionsToLead.add(question);
        clock.stop(question.by().at());
    }

    void answer(String answer, By by) {
        requireUndecided();
        var open = openQuestion().orElseThrow(() -> new Refused("This question was answered already."));
        questionsToLead.set(questionsToLead.indexOf(open), open.answered(answer, by));
    }

    /** The clock runs on after a question was answered. */
    void runOn(Instant now, WorkingDays workingDays) {
        clock.runOn(now, workingDays);
    }

    /** Takes no decision from now on. */
    void close(Instant now) {
        if (isOpen()) {
            closedAt = now;
        }
    }

    /** Whether the partner can still decide. */
    public boolean isOpen() {
        return closedAt == null && decision().isEmpty();
    }

    /**
     * What the partner decided: the signatory's decision, or that of the IG officer or the Caldicott Guardian when they
     * asked for changes or refused. A partner that withdrew its signature asks for changes.
     */
    public Optional<Decision> decision() {
        return decisive().map(Statement::decision);
    }

    /** The statement that holds the partner's decision. */
    public Optional<Statement> decisive() {
        return statements.decisive(signatories);
    }

    /** How many people sign for the partner. */
    public int signatories() {
        return signatories;
    }

    public boolean isSigned() {
        return decision().filter(Decision::isSignature).isPresent();
    }

    boolean wasDecidedByBoard(StalledDecision.Choice choice) {
        return boardDecisions.stream().anyMatch(decision -> decision.decision() == choice);
    }

    boolean isSignatureWithdrawn() {
        return statements.has(Step.WITHDRAWAL);
    }

    public SignOffState state() {
        if (isSignatureWithdrawn()) {
            return SignOffState.SIGNATURE_WITHDRAWN;
        }
        if (decision().isPresent()) {
            return SignOffState.of(decision().get());
        }
        if (wasDecidedByBoard(StalledDecision.Choice.GO_ON_WITHOUT)) {
            return SignOffState.LEFT_OUT;
        }
        if (notNeeded) {
            return SignOffState.NOT_NEEDED;
        }
        if (closedAt != null) {
            return SignOffState.ENDED;
        }
        if (statements.has(Step.SIGNATURE)) {
            return SignOffState.WITH_SECOND_SIGNATORY;
        }
        return statements.has(Step.REVIEW) ? SignOffState.WITH_SIGNATORY : SignOffState.IN_REVIEW;
    }

    /** The ids of the people of the partner who have said something. */
    public Set<String> deciders() {
        return statements.all().stream().map(Statement::person).collect(Collectors.toUnmodifiableSet());
    }

    /** What was said at the step, if it was reached: the last of several reviews. */
    public Optional<Statement> statement(Step step) {
        return statements.at(step);
    }

    /** All that the partner's people said, oldest first. */
    public List<Statement> statements() {
        return statements.all();
    }

    /** What those who reviewed for the partner said. */
    public Reviews reviews() {
        return statements.reviews();
    }

    /** The conditions on which the partner signed, in its order; empty while its signature does not count. */
    public List<StatedCondition> conditions() {
        return isSigned() ? statement(Step.SIGNATURE).orElseThrow().conditions() : List.of();
    }

    /** What the partner's review answers beside its decision. */
    public Questions questions() {
        return questions;
    }

    /** The partner's position on the lead organisation's assessment, once it has taken one. */
    public Optional<Position> position() {
        return reviews().position();
    }

    public boolean dissents() {
        return position().filter(Position::isDissent).isPresent();
    }

    /** The partner's own appropriate policy document, once it has named one. */
    public Optional<PolicyDocument> policyDocument() {
        return reviews().policyDocument();
    }

    /** What the Information Board decided while the review was stalled, oldest first. */
    public List<BoardDecision> boardDecisions() {
        return List.copyOf(boardDecisions);
    }

    /** The name of this sign-off. */
    public SignOffId id() {
        return new SignOffId(reference(), round, partner);
    }

    public ProjectReference reference() {
        return new ProjectReference(project);
    }

    public int round() {
        return round;
    }

    public OrganisationCode partner() {
        return partner;
    }

    /** The version of the agreement that the partner is asked about. */
    public String agreedVersion() {
        return agreedVersion;
    }

    /** The digest of that version's content. */
    public String digest() {
        return digest;
    }

    /** Why the partner is asked in this round; empty for rounds before reasons were kept. */
    public Optional<String> because() {
        return Optional.ofNullable(because);
    }

    /** Whether the agreement goes on without this partner because the rule of sign-off does not need it. */
    public boolean isNotNeeded() {
        return notNeeded;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** When the partner's decision is due; moves when the partner gets more time, and while a question waits. */
    public Instant due() {
        return clock.due();
    }

    /** The time that the partner has. */
    public ReviewClock clock() {
        return clock;
    }

    /** What its people asked the lead, oldest first. */
    public List<Question> questionsToLead() {
        return List.copyOf(questionsToLead);
    }

    /** The question that waits for the lead's answer. */
    public Optional<Question> openQuestion() {
        return questionsToLead.stream().filter(Question::isOpen).findFirst();
    }

    /** More time that the lead or the Board gave outside a decision about a stalled review, oldest first. */
    public List<MoreTime> moreTime() {
        return List.copyOf(moreTime);
    }

    /** Whether the decision came after it was due. */
    public boolean isLate() {
        return late;
    }
}
