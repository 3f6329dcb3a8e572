package gm.sharing.standing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * A standing condition with its answer, as it is told to whoever reviews.
 *
 * @param condition in the words of the table's owner
 * @param about of which recipients or flows this is the answer, in words; null when it is the same for all of them
 */
@Embeddable
public record ToldCondition(
        @Column(name = "stated", columnDefinition = "text") String condition,
        @Enumerated(EnumType.STRING) StandingAnswer answer,
        @Column(columnDefinition = "text") @Nullable String about,
        @Column(columnDefinition = "text") String reason) {}
