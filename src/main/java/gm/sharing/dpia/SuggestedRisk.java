package gm.sharing.dpia;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A risk that was suggested to the lead, with a measure that usually helps.
 *
 * @param number that it has when the lead takes it up
 * @param code by which the table {@code risk-suggestions} knows it
 * @param offered whether it still waits for the lead, who keeps or removes its row
 */
@Embeddable
public record SuggestedRisk(
        int number,
        String code,
        @Column(columnDefinition = "text") String source,
        @Column(columnDefinition = "text") String impact,
        @Enumerated(EnumType.STRING) Likelihood likelihood,
        @Enumerated(EnumType.STRING) Severity severity,
        @Column(columnDefinition = "text") String measure,
        boolean offered) {

    SuggestedRisk settled() {
        return new SuggestedRisk(number, code, source, impact, likelihood, severity, measure, false);
    }

    /** How people call it: "R3". */
    public String label() {
        return RiskNumber.written(number);
    }
}
