package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** What the people of one partner said in a sign-off, in the order in which they said it, with the rows that belong to it. */
@Embeddable
public class Statements {

    private static final Words WORDS = Words.in("sign-off/four-eyes");

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_statement", joinColumns = @JoinColumn(name = "sign_off"))
    @OrderColumn(name = "position")
    private List<StoredStatement> said = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_condition", joinColumns = @JoinColumn(name = "sign_off"))
    @OrderColumn(name = "position")
    private List<ConditionStated> conditions = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_comment", joinColumns = @JoinColumn(name = "sign_off"))
    @OrderColumn(name = "position")
    private List<CommentStated> comments = new ArrayList<>();

    /** A row with the place of the statement that it belongs to. */
    @Embeddable
    record ConditionStated(int statement, @Enumerated(EnumType.STRING) Step step, StatedCondition condition) {}

    /** A row with the place of the statement that it belongs to. */
    @Embeddable
    record CommentStated(int statement, @Enumerated(EnumType.STRING) Step step, Comment comment) {}

    /** @throws Refused when the partner's people have signed it already */
    void requireUnsigned(String version) {
        if (has(Step.SIGNATURE)) {
            throw new Refused("Version " + version + " is signed already, so nobody can review it any more.");
        }
    }

    /** @throws Refused when nobody has reviewed it */
    void requireReview(String version) {
        if (!has(Step.REVIEW)) {
            throw new Refused("Your organisation has to review version " + version + " first.");
        }
    }

    /** @throws Refused when nobody has reviewed it, or whoever signs does not say that they may */
    void requireReadyToSign(boolean confirmed, String version) {
        requireReview(version);
        if (!confirmed) {
            throw new Refused("Confirm that you may decide for your organisation.");
        }
    }

    void requireNoAgreement(String version) {
        if (has(Step.CONFIDENTIAL_USE)) {
            throw new Refused("The Caldicott Guardian has already decided about version " + version + ".");
        }
    }

    void requireNoSignature(String version) {
        if (has(Step.SIGNATURE)) {
            throw new Refused("Version " + version + " has its first signature already.");
        }
    }

    void requireNoDissent(Signature signature, String version) {
        if (reviews().dissent() && signature.decision().isSignature()) {
            throw new Refused(
                    "Your organisation dissents from the DPIA of the lead organisation, so nobody can sign version "
                            + version + " for it before it takes another position in a later round.");
        }
    }

    /**
     * @param accounts all that this person has
     * @throws Refused when there is no first signature, or it is that of this person, under whichever account, or of whose deputy
     *     they are
     */
    void requireOtherSignatory(Person by, Set<String> accounts, ActedAs actedAs, String version) {
        var first = at(Step.SIGNATURE)
                .orElseThrow(() -> new Refused("Version " + version + " waits for its first signature."));
        if (Stream.of(by.id(), actedAs.deputyFor())
                .anyMatch(first.speaker().by().person()::equals)) {
            throw new Refused(
                    "The first signature is yours or that of the person whose deputy you are, so somebody else"
                            + " has to give the second one.");
        }
        if (accounts.contains(first.speaker().by().person())) {
            throw new Refused(WORDS.text("same-person"));
        }
    }

    void add(Statement statement) {
        var place = said.size();
        var step = statement.step();
        said.add(StoredStatement.of(statement));
        statement.conditions().forEach(condition -> conditions.add(new ConditionStated(place, step, condition)));
        statement.comments().forEach(comment -> comments.add(new CommentStated(place, step, comment)));
    }

    boolean has(Step step) {
        return said.stream().anyMatch(statement -> statement.step() == step);
    }

    /** What was said at this step, if it was reached: the last of several reviews. */
    public Optional<Statement> at(Step step) {
        return at(step, all());
    }

    private static Optional<Statement> at(Step step, List<Statement> all) {
        return all.stream().filter(statement -> statement.step() == step).reduce((earlier, later) -> later);
    }

    /** In the order in which they were given. */
    public List<Statement> all() {
        return IntStream.range(0, said.size()).mapToObj(this::statement).toList();
    }

    private Statement statement(int place) {
        return said.get(place)
                .with(
                        conditions.stream()
                                .filter(row -> row.statement() == place)
                                .map(ConditionStated::condition)
                                .toList(),
                        comments.stream()
                                .filter(row -> row.statement() == place)
                                .map(CommentStated::comment)
                                .toList());
    }

    /** What those who reviewed for the partner said. */
    public Reviews reviews() {
        return new Reviews(
                all().stream().filter(said -> said.step() == Step.REVIEW).toList());
    }

    /** The ids of the people who have said something. */
    public Set<String> people() {
        return all().stream().map(said -> said.speaker().by().person()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The one that holds the partner's decision: a withdrawal, then whatever asked for changes or refused first, then the
     * first signature once the last one was given.
     */
    Optional<Statement> decisive(int signatories) {
        List<Statement> all = all();
        return at(Step.WITHDRAWAL, all)
                .or(() -> all.stream().filter(Statement::isAgainst).findFirst())
                .or(() -> at(signatories > 1 ? Step.SECOND_SIGNATURE : Step.SIGNATURE, all)
                        .flatMap(last -> at(Step.SIGNATURE, all)));
    }
}
