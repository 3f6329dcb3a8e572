package gm.sharing.dpia;

import gm.sharing.wording.Words;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * A risk with its levels.
 *
 * @param ownerName who sees to the measure, as people know them
 * @param level before the measure; null until it is graded
 * @param residualLevel with the measure in place; null until it is graded
 */
@Embeddable
public record GradedRisk(
        Risk risk,
        String ownerName,
        @Nullable @Enumerated(EnumType.STRING) RiskLevel level,
        @Nullable @Enumerated(EnumType.STRING) RiskLevel residualLevel) {

    GradedRisk by(RiskGrading grading) {
        return new GradedRisk(
                risk,
                ownerName,
                grading.level(risk.likelihood(), risk.severity()),
                grading.level(risk.residualLikelihood(), risk.residualSeverity()));
    }

    static GradedRisk notYet(Risk risk, String ownerName) {
        return new GradedRisk(risk, ownerName, null, null);
    }

    boolean isGraded() {
        return level != null && residualLevel != null;
    }

    boolean isEliminated() {
        return risk.effect() == Effect.ELIMINATED;
    }

    /** What is left of it with the measure in place: "Medium", "Eliminated". */
    public String residualLabel() {
        if (isEliminated()) {
            return risk.effect().label();
        }
        return residualLevel == null ? Words.in("dpia/headings").text("not-graded") : residualLevel.label();
    }

    public boolean staysHigh() {
        return residualLevel == RiskLevel.HIGH;
    }
}
