package gm.sharing.consultation;

import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was sent to the Commissioner, and what came back about it. Fields as in {@link Submission} and
 * {@link Acceptance}; those of the answer are null until it is there.
 */
@Embeddable
public record Request(
        @Enumerated(EnumType.STRING) Regime regime,
        LocalDate submittedOn,
        @Nullable @Column(columnDefinition = "text") String alsoSent,
        @AttributeOverride(name = "person", column = @Column(name = "submitted_by"))
                @AttributeOverride(name = "name", column = @Column(name = "submitted_name"))
                @AttributeOverride(name = "at", column = @Column(name = "submitted_at"))
                By submitted,
        @Enumerated(EnumType.STRING) Acceptance.@Nullable Answer acceptance,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate receivedOn,
        @Nullable String icoReference,
        @Nullable @Column(columnDefinition = "text") String explanation,
        @AttributeOverride(name = "person", column = @Column(name = "answered_by"))
                @AttributeOverride(name = "name", column = @Column(name = "answered_name"))
                @AttributeOverride(name = "at", column = @Column(name = "answered_at"))
                @Nullable By answered) {

    static Request of(Submission submission, By by) {
        return new Request(
                submission.regime(),
                submission.submittedOn(),
                submission.alsoSent(),
                by,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Request answered(Acceptance answer, By by) {
        return new Request(
                regime,
                submittedOn,
                alsoSent,
                submitted,
                answer.acceptance(),
                answer.answeredOn(),
                answer.receivedOn(),
                answer.icoReference(),
                answer.explanation(),
                by);
    }
}
