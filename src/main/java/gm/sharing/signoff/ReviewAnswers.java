package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.wording.Words;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a review says beside its decision. What else a review has to say is a component here, a column and one of its words. */
@Embeddable
public record ReviewAnswers(@Nullable Position position, @Nullable PolicyDocument policyDocument) {

    /** Of a step at which nobody is asked. */
    static final ReviewAnswers NONE = new ReviewAnswers(null, null);

    private static final Words WORDS = Words.in("sign-off/review");

    /**
     * @param today decides whether the policy document is still to be reviewed
     * @throws Refused when the review does not say what it is asked, or more
     */
    static ReviewAnswers of(Review review, AskedBesides asked, LocalDate today) {
        return new ReviewAnswers(position(review, asked.position()), policyDocument(review, asked, today));
    }

    private static @Nullable Position position(Review review, boolean asked) {
        var taken = review.dpiaPosition();
        if (!asked) {
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

    private static @Nullable PolicyDocument policyDocument(Review review, AskedBesides asked, LocalDate today) {
        if (asked.policyDocument()) {
            return PolicyDocument.of(review, today).orElse(null);
        }
        if (review.policyDocument() != null || review.policyReview() != null) {
            throw Refused.of("policyDocument", "your organisation relies on none in this agreement.");
        }
        return null;
    }

    /** What both say, where a later review adds to this one: a dissent stands, otherwise the later one counts. */
    ReviewAnswers then(ReviewAnswers later) {
        return new ReviewAnswers(
                later.position == null || (position != null && position.isDissent()) ? position : later.position,
                later.policyDocument == null ? policyDocument : later.policyDocument);
    }

    /**
     * What the partner says in its own words, for everybody who decides about the agreement and for an annex of it.
     *
     * @param party the partner's name
     */
    public List<Fact> inItsWords(String party) {
        FactList words = new FactList();
        if (position != null && position.words() != null) {
            String key = position.isDissent() ? "dissent" : "adaptation";
            words.add(key, WORDS.text(key, Map.of("party", party)), position.words());
        }
        return words.facts();
    }
}
