package gm.sharing.signoff;

import gm.sharing.organisation.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Statement} without its rows, which are stored beside it. */
@Embeddable
record StoredStatement(
        @Enumerated(EnumType.STRING) Step step,
        @Enumerated(EnumType.STRING) @Nullable Role office,
        @Enumerated(EnumType.STRING) Decision decision,
        @Nullable ReviewAnswers besides,
        @Nullable String refusalGround,
        @Column(columnDefinition = "text") @Nullable String provision,
        Speaker speaker) {

    static StoredStatement of(Statement statement) {
        return new StoredStatement(
                statement.step(),
                statement.office(),
                statement.decision(),
                statement.besides(),
                statement.refusalGround(),
                statement.provision(),
                statement.speaker());
    }

    Statement with(List<StatedCondition> conditions, List<Comment> comments) {
        return new Statement(
                step,
                office,
                decision,
                conditions,
                comments,
                Objects.requireNonNullElse(besides, ReviewAnswers.NONE),
                refusalGround,
                provision,
                speaker);
    }
}
