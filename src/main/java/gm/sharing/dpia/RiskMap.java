package gm.sharing.dpia;

import gm.sharing.document.Block;
import gm.sharing.wording.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the risks lie by likelihood and severity, before their measures and with them in place. The picture of both is
 * {@code templates/dpia/risk-map.html}.
 *
 * @param before severest first
 * @param after with the measures in place, severest first; without the risks that they eliminate
 * @param risks all of them, for the table behind the picture
 */
public record RiskMap(Block.Matrix before, Block.Matrix after, List<GradedRisk> risks) {

    private static final Words HEADINGS = Words.in("dpia/headings");

    public RiskMap {
        risks = List.copyOf(risks);
    }

    /** The map of these risks, for example those of {@link Dpia#risks()}. */
    public static RiskMap of(List<GradedRisk> risks) {
        return new RiskMap(
                matrix(
                        HEADINGS.text("before-the-measures"),
                        risks,
                        Risk::likelihood,
                        Risk::severity,
                        GradedRisk::level),
                matrix(
                        HEADINGS.text("with-the-measures-in-place"),
                        risks.stream().filter(graded -> !graded.isEliminated()).toList(),
                        Risk::residualLikelihood,
                        Risk::residualSeverity,
                        GradedRisk::residualLevel),
                risks);
    }

    private static Block.Matrix matrix(
            String name,
            List<GradedRisk> risks,
            Function<Risk, Likelihood> likelihoodOf,
            Function<Risk, Severity> severityOf,
            Function<GradedRisk, @Nullable RiskLevel> levelOf) {
        return new Block.Matrix(
                name,
                "Severity",
                "Likelihood",
                Stream.of(Likelihood.values()).map(Likelihood::label).toList(),
                Stream.of(Severity.values())
                        .sorted(Comparator.reverseOrder())
                        .map(severity -> new Block.Matrix.Row(
                                severity.label(),
                                Stream.of(Likelihood.values())
                                        .map(likelihood -> cell(
                                                risks.stream()
                                                        .filter(graded ->
                                                                likelihoodOf.apply(graded.risk()) == likelihood
                                                                        && severityOf.apply(graded.risk()) == severity)
                                                        .toList(),
                                                levelOf))
                                        .toList()))
                        .toList());
    }

    private static Block.Matrix.Cell cell(List<GradedRisk> inIt, Function<GradedRisk, @Nullable RiskLevel> levelOf) {
        RiskLevel level = inIt.isEmpty() ? null : levelOf.apply(inIt.get(0));
        return new Block.Matrix.Cell(
                level == null ? "" : level.code(),
                inIt.stream().map(graded -> graded.risk().label()).toList());
    }

    public boolean isEmpty() {
        return risks.isEmpty();
    }
}
