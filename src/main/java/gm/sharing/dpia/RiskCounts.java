package gm.sharing.dpia;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how many risks there are of each level: "0 high, 2 medium, 1 low". */
final class RiskCounts {

    private RiskCounts() {}

    static String before(List<GradedRisk> risks) {
        return levels(risks, GradedRisk::level);
    }

    /** Those that remain, and how many the measures eliminate. */
    static String withMeasures(List<GradedRisk> risks) {
        var left = risks.stream().filter(risk -> !risk.isEliminated()).toList();
        int eliminated = risks.size() - left.size();
        return levels(left, GradedRisk::residualLevel) + (eliminated == 0 ? "" : ", " + eliminated + " eliminated");
    }

    private static String levels(List<GradedRisk> risks, Function<GradedRisk, @Nullable RiskLevel> levelOf) {
        return Stream.of(RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.LOW)
                .map(level -> risks.stream()
                                .filter(risk -> levelOf.apply(risk) == level)
                                .count() + " " + level.label().toLowerCase(Locale.UK))
                .reduce((some, more) -> some + ", " + more)
                .orElseThrow();
    }
}
