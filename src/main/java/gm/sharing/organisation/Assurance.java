package gm.sharing.organisation;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation says of one assurance scheme: a result, or why the scheme does not apply to it.
 *
 * @param result a code of {@code assurance-results}; null where the scheme does not apply
 * @param edition of the scheme, such as {@code 2025-26} or {@code 2022}
 * @param validUntil the last day on which the result counts; null when it has none or none is known
 * @param evidence an address that begins with {@code https://}
 * @param notApplicable why the scheme does not apply; null where there is a result
 */
@Embeddable
public record Assurance(
        @Nullable String result,
        @Nullable String edition,
        @Nullable LocalDate reachedOn,
        @Nullable LocalDate validUntil,
        @Nullable String evidence,
        @Nullable String notApplicable) {

    /** A result of which nothing else is known. */
    static Assurance of(String result) {
        return new Assurance(result, null, null, null, null, null);
    }

    /** The result counts on its last day still. */
    public boolean isExpired(LocalDate on) {
        return validUntil != null && on.isAfter(validUntil);
    }
}
