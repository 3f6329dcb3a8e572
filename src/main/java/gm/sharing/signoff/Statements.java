package gm.sharing.signoff;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** What the people of one partner said in a sign-off, at most once for each step, with the rows that belong to it. */
@Embeddable
class Statements {

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_statement", joinColumns = @JoinColumn(name = "sign_off"))
    @MapKeyColumn(name = "step")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<Step, StoredStatement> said = new EnumMap<>(Step.class);

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_condition", joinColumns = @JoinColumn(name = "sign_off"))
    @OrderColumn(name = "position")
    private List<ConditionAtStep> conditions = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_comment", joinColumns = @JoinColumn(name = "sign_off"))
    @OrderColumn(name = "position")
    private List<CommentAtStep> comments = new ArrayList<>();

    /** A row with the step whose statement it belongs to. */
    @Embeddable
    record ConditionAtStep(@Enumerated(EnumType.STRING) Step step, StatedCondition condition) {}

    /** A row with the step whose statement it belongs to. */
    @Embeddable
    record CommentAtStep(@Enumerated(EnumType.STRING) Step step, Comment comment) {}

    void add(Step step, Statement statement) {
        said.put(step, StoredStatement.of(statement));
        statement.conditions().forEach(condition -> conditions.add(new ConditionAtStep(step, condition)));
        statement.comments().forEach(comment -> comments.add(new CommentAtStep(step, comment)));
    }

    boolean has(Step step) {
        return said.containsKey(step);
    }

    Optional<Statement> at(Step step) {
        return Optional.ofNullable(said.get(step))
                .map(statement -> statement.with(
                        conditions.stream()
                                .filter(row -> row.step() == step)
                                .map(ConditionAtStep::condition)
                                .toList(),
                        comments.stream()
                                .filter(row -> row.step() == step)
                                .map(CommentAtStep::comment)
                                .toList()));
    }

    /** In the order of the steps. */
    Stream<Statement> all() {
        return Stream.of(Step.values()).map(this::at).flatMap(Optional::stream);
    }
}
