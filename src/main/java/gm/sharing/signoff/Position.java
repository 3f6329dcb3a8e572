package gm.sharing.signoff;

import gm.sharing.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The position that a partner takes on the lead organisation's assessment. Every controller answers for its own
 * processing, so each says whether one assessment will do for it (UK GDPR, Article 35(1)).
 *
 * @param words what differs for a partner that adapts, why a partner dissents; null when it adopts
 */
@Embeddable
public record Position(
        @Column(name = "dpia_position") @Enumerated(EnumType.STRING) DpiaPosition taken,
        @Column(name = "dpia_position_words", columnDefinition = "text") @Nullable String words) {

    static Position of(DpiaPosition taken, Review review) {
        require(
                "adaptation",
                taken == DpiaPosition.ADAPT,
                review.adaptation(),
                "say what differs for your organisation from the DPIA.",
                "choose to adapt the DPIA, or leave them out.");
        require(
                "dissent",
                taken == DpiaPosition.DISSENT,
                review.dissent(),
                "say what the DPIA would have to change for your organisation to adopt it.",
                "choose to dissent, or leave them out.");
        if (taken == DpiaPosition.DISSENT && review.decision().isSignature()) {
            throw Refused.of(
                    "decision",
                    "your organisation dissents from the DPIA, so it cannot sign. Ask for" + " changes or refuse.");
        }
        return new Position(taken, taken == DpiaPosition.ADAPT ? review.adaptation() : review.dissent());
    }

    private static void require(
            String field, boolean needed, @Nullable String text, String whenMissing, String whenOdd) {
        if (needed == (text == null || text.isBlank())) {
            throw Refused.of(field, needed ? whenMissing : whenOdd);
        }
    }

    public boolean isDissent() {
        return taken == DpiaPosition.DISSENT;
    }

    /** What differs for this partner; becomes its annex to the agreement. */
    public Optional<String> adaptation() {
        return Optional.ofNullable(taken == DpiaPosition.ADAPT ? words : null);
    }
}
