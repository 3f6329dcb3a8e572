package gm.sharing.signoff;

import gm.sharing.organisation.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Statement} without its rows, which are stored beside it. */
@Embeddable
record StoredStatement(
        @Enumerated(EnumType.STRING) Step step,
        @Enumerated(EnumType.STRING) @Nullable Role office,
        @Enumerated(EnumType.STRING) Decision decision,
        @Embedded @Nullable Position position,
        @Embedded @Nullable PolicyDocument policyDocument,
        @Nullable String refusalGround,
        @Column(columnDefinition = "text") @Nullable String provision,
        String person,
        String personName,
        @Nullable String personRole,
        @Column(name = "given_at") Instant at,
        @Embedded ActedAs actedAs) {

    static StoredStatement of(Statement statement) {
        return new StoredStatement(
                statement.step(),
                statement.office(),
                statement.decision(),
                statement.position(),
                statement.policyDocument(),
                statement.refusalGround(),
                statement.provision(),
                statement.person(),
                statement.personName(),
                statement.personRole(),
                statement.at(),
                statement.actedAs());
    }

    Statement with(List<StatedCondition> conditions, List<Comment> comments) {
        return new Statement(
                step,
                office,
                decision,
                conditions,
                comments,
                position,
                policyDocument,
                refusalGround,
                provision,
                person,
                personName,
                personRole,
                at,
                actedAs);
    }
}
