package gm.sharing.signoff;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a partner is asked in a round.
 *
 * @param digest of the version's content
 * @param because why it is asked, as people read it; null for rounds before reasons were kept
 * @param signatories how many people sign for it
 * @param besides what its review answers beside the decision
 */
@Embeddable
public record Asking(
        String agreedVersion,
        String digest,
        @Column(name = "asked_at") Instant at,
        @Column(columnDefinition = "text") @Nullable String because,
        int signatories,
        AskedBesides besides) {

    static Asking of(Round round, RoundPlan.Asked asked, AskedBesides besides) {
        return new Asking(
                round.agreedVersion(), round.digest(), round.openedAt(), asked.because(), asked.signatories(), besides);
    }
}
