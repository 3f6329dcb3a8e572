package gm.sharing.dpia;

import static gm.sharing.Changed.changed;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Risks with their measures, and how they are graded. */
public final class RiskFixture {

    private RiskFixture() {}

    /** The grades as the table has them: likelihood and severity add up. */
    static final RiskGrading GRADING = (likelihood, severity) -> {
        int sum = likelihood.ordinal() + severity.ordinal();
        return sum >= 3 ? RiskLevel.HIGH : sum == 2 ? RiskLevel.MEDIUM : RiskLevel.LOW;
    };

    static final UnaryOperator<String> OWNERS = owner -> "Project lead";

    /** A high risk that its measure makes medium. */
    public static Risk risk() {
        return risk(
                Effect.REDUCED, Likelihood.PROBABLE, Severity.SIGNIFICANT, Likelihood.POSSIBLE, Severity.SIGNIFICANT);
    }

    /** A risk that stays high. */
    public static Risk acceptedHighRisk() {
        return risk(Effect.ACCEPTED, Likelihood.PROBABLE, Severity.SEVERE, Likelihood.PROBABLE, Severity.SEVERE);
    }

    static Risk risk(
            Effect effect,
            Likelihood likelihood,
            Severity severity,
            Likelihood residualLikelihood,
            Severity residualSeverity) {
        return new Risk(
                0,
                "Records of two people are mixed up.",
                "A family is visited for somebody else's history.",
                likelihood,
                severity,
                "A person checks every match.",
                effect,
                residualLikelihood,
                residualSeverity,
                "lead",
                null);
    }

    /** A risk with a measure that somebody puts in place by a date. */
    public static Risk promised(int number, String measure, String owner, @Nullable LocalDate due) {
        Risk risk = risk();
        return changed(risk, "number", number, "measure", measure, "owner", owner, "dueDate", due);
    }
}
