package gm.sharing.signoff;

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
import java.util.stream.IntStream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** What the people of one partner said in a sign-off, in the order in which they said it, with the rows that belong to it. */
@Embeddable
class Statements {

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

    /** The last at this step. */
    Optional<Statement> at(Step step) {
        return at(step, all());
    }

    private static Optional<Statement> at(Step step, List<Statement> all) {
        return all.stream().filter(statement -> statement.step() == step).reduce((earlier, later) -> later);
    }

    /** In the order in which they were given. */
    List<Statement> all() {
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

    Reviews reviews() {
        return new Reviews(
                all().stream().filter(said -> said.step() == Step.REVIEW).toList());
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
