package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the Information Board decided about a stalled review, and when.
 *
 * @param extendedTo the last day that the partner has, when the Board extended
 */
@Embeddable
public record BoardDecision(
        @Enumerated(EnumType.STRING) StalledDecision.Choice decision,
        @Nullable LocalDate extendedTo,
        @Column(columnDefinition = "text") String reasons,
        @AttributeOverride(name = "name", column = @Column(name = "person_name"))
                @AttributeOverride(name = "at", column = @Column(name = "decided_at"))
                By by) {

    static BoardDecision of(StalledDecision decision, By by, LocalDate today) {
        var extending = decision.decision() == StalledDecision.Choice.EXTEND;
        var extendTo = decision.extendTo();
        if (extending && (extendTo == null || !extendTo.isAfter(today) || extendTo.isAfter(today.plusYears(1)))) {
            throw Refused.of("extendTo", "give a day after today, within a year.");
        }
        return new BoardDecision(decision.decision(), extending ? extendTo : null, decision.reasons(), by);
    }
}
