package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
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
    private Asking asking;

    /** Excluded from the version: a timer must not take a decision from the person making it. */
    @Embedded
    @OptimisticLock(excluded = true)
    private ReviewClock clock;

    @Embedded
    private Ending ending = new Ending();

    @Embedded
    private Statements statements = new Statements();

    @Embedded
    private QuestionsToLead questions = new QuestionsToLead();

    @Embedded
    private DecidedAboutDelay delay = new DecidedAboutDelay();

    protected SignOff() {}

    SignOff(Round round, RoundPlan.Asked asked, Instant due, AskedBesides besides) {
        this.project = round.reference().value();
        this.round = round.number();
        this.partner = asked.partner();
        this.asking = Asking.of(round, asked, besides);
        this.clock = new ReviewClock(due);
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
        var speaker = Speaker.of(by, fourEyes.capacity(by, office, partner), now);
        statements.reviews().refuseAnother(by, speaker.actedAs());
        give(Statement.of(review, conditions, ReviewAnswers.of(review, asking.besides(), today), office, speaker));
    }

    /** Several may review at the same time, so one of them may have asked for changes before the other says anything. */
    private void requireReviewing() {
        if (decisive().filter(said -> said.step() == Step.REVIEW).isEmpty() || ending.isClosed()) {
            ending.requireNone(decision(), agreedVersion());
        }
        statements.requireUnsigned(agreedVersion());
    }

    void agreeConfidentialUse(ConfidentialUse use, Person by, FourEyes fourEyes, Instant now) {
        var speaker = allow(by, Role.CALDICOTT_GUARDIAN, fourEyes, now);
        statements.requireReview(agreedVersion());
        statements.requireNoAgreement(agreedVersion());
        give(Statement.of(use, speaker));
    }

    /** @param conditions of the signature, as they are kept */
    void sign(Signature signature, List<StatedCondition> conditions, Person by, FourEyes fourEyes, Instant now) {
        statements.requireNoDissent(signature, agreedVersion());
        var speaker = allowToSign(by, signature.confirmed(), fourEyes, now);
        statements.requireNoSignature(agreedVersion());
        give(Statement.of(signature, conditions, speaker));
    }

    /** An officer of the partner signs in the place of its signatory. */
    void sign(MandateUse use, FourEyes fourEyes, Instant now) {
        use.requireTwoPeople(fourEyes);
        give(use.statement(this, allow(use.officer(), use.office(), fourEyes, now)));
    }

    /** Another person than the first signatory decides on the conditions of the first signature. */
    void countersign(Countersignature countersignature, Person by, FourEyes fourEyes, Instant now) {
        var speaker = allowToSign(by, countersignature.confirmed(), fourEyes, now);
        statements.requireOtherSignatory(by, fourEyes.accounts().apply(by), speaker.actedAs(), agreedVersion());
        give(Statement.of(countersignature, speaker));
    }

    private Speaker allowToSign(Person by, boolean confirmed, FourEyes fourEyes, Instant now) {
        var speaker = allow(by, Role.SIGNATORY, fourEyes, now);
        statements.requireReadyToSign(confirmed, agreedVersion());
        return statements.reviews().letSign(by, speaker, fourEyes);
    }

    /** Takes the partner's signature back; it counts no more, also when it was given in an earlier round. */
    void withdrawSignature(String reason, Person by, FourEyes fourEyes, Instant now) {
        if (!isSigned()) {
            throw new Refused("There is no signature on version " + agreedVersion() + " that could be withdrawn.");
        }
        var speaker = Speaker.of(by, fourEyes.capacity(by, Role.SIGNATORY, partner), now);
        statements.add(Statement.withdrawing(reason, speaker));
    }

    private void give(Statement statement) {
        boolean before = decision().isPresent();
        statements.add(statement);
        if (!before && decision().isPresent()) {
            ending.decided(statement.speaker().by().at().isAfter(clock.due()));
        }
    }

    private Speaker allow(Person by, Role role, FourEyes fourEyes, Instant now) {
        ending.requireNone(decision(), agreedVersion());
        return Speaker.of(by, fourEyes.capacity(by, role, partner), now);
    }

    private void requireUndecided() {
        if (!isOpen()) {
            throw new Refused("The partner’s sign-off has ended in the meantime: there is nothing left to decide.");
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

    /** @param until when the Board looks at it again; null when it ended the review */
    void boardDecided(BoardDecision boardDecision, @Nullable Instant until, FourEyes fourEyes) {
        requireUndecided();
        delay.decide(boardDecision, until, fourEyes, clock);
        if (boardDecision.decision().endsTheReview()) {
            ending.close(boardDecision.by().at());
        }
    }

    /** The agreement goes on without this partner, because the rule of sign-off does not need it. */
    void goOnWithout(Instant now) {
        ending.withoutThePartner();
        close(now);
    }

    /** @param newDue the end of the day until which more time was given */
    void giveMoreTime(MoreTime given, Instant newDue) {
        requireUndecided();
        delay.give(given, newDue, clock);
    }

    /** Somebody who has to decide in the role asks the lead first: the clock stands still. */
    void ask(QuestionToLead question, Person by, FourEyes fourEyes) {
        var speaker = allow(by, question.askedAs(), fourEyes, question.by().at());
        if (question.step() == Step.REVIEW) {
            statements.reviews().refuseAnother(by, speaker.actedAs());
        }
        questions.ask(question);
        clock.stop(question.by().at());
    }

    void answer(String answer, By by) {
        requireUndecided();
        questions.answer(answer, by);
    }

    /** Takes no decision from now on. */
    void close(Instant now) {
        if (isOpen()) {
            ending.close(now);
        }
    }

    /** Whether the partner can still decide. */
    public boolean isOpen() {
        return !ending.isClosed() && decision().isEmpty();
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
        return statements.decisive(asking.signatories());
    }

    public boolean isSigned() {
        return decision().filter(Decision::isSignature).isPresent();
    }

    public SignOffState state() {
        return SignOffState.of(this);
    }

    /** What the partner's people said. */
    public Statements said() {
        return statements;
    }

    /** The conditions on which the partner signed, in its order; empty while its signature does not count. */
    public List<StatedCondition> conditions() {
        return isSigned() ? statements.at(Step.SIGNATURE).orElseThrow().conditions() : List.of();
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

    public Asking asking() {
        return asking;
    }

    /** The version of the agreement that the partner is asked about. */
    public String agreedVersion() {
        return asking.agreedVersion();
    }

    /** Whether the agreement goes on without this partner because the rule of sign-off does not need it. */
    public boolean isNotNeeded() {
        return ending.isNotNeeded();
    }

    /** The time that the partner has. */
    public ReviewClock clock() {
        return clock;
    }

    /** What its people asked the lead. */
    public QuestionsToLead questions() {
        return questions;
    }

    /** What was decided because the partner takes longer than it has. */
    public DecidedAboutDelay delay() {
        return delay;
    }

    /** Whether the decision came after it was due. */
    public boolean isLate() {
        return ending.isLate();
    }
}
