package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.project.PolicyReview;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The appropriate policy document of one partner: how it keeps to the principles and for how long it keeps what it
 * processes on a condition that asks for such a document (Data Protection Act 2018, Schedule 1, Part 4).
 *
 * @param reviewOn by when the partner reviews it
 */
@Embeddable
public record PolicyDocument(
        @Column(name = "policy_document") String title, @Column(name = "policy_review") LocalDate reviewOn) {

    /** Empty when the review names none, which it may where the partner does not go on to sign. */
    static Optional<PolicyDocument> of(Review review, LocalDate today) {
        var title = review.policyDocument();
        var reviewOn = review.policyReview();
        if (title == null && reviewOn == null && !review.decision().isSignature()) {
            return Optional.empty();
        }
        if (title == null || title.isBlank()) {
            throw Refused.of(
                    "policyDocument",
                    "give the title of your organisation’s own; without one nobody" + " can sign for it.");
        }
        return Optional.of(new PolicyDocument(title, inFuture(reviewOn, today)));
    }

    private static LocalDate inFuture(@Nullable LocalDate reviewOn, LocalDate today) {
        if (reviewOn == null) {
            throw Refused.of("policyReview", "say by when your organisation reviews it.");
        }
        PolicyReview.complaint(reviewOn, today).ifPresent(complaint -> {
            throw Refused.of("policyReview", complaint);
        });
        return reviewOn;
    }
}
