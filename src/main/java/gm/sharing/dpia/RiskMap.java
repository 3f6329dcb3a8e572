package gm.sharing.dpia;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the risks lie by likelihood and severity, before their measures and with them in place. The picture of both is
 * {@code templates/dpia/risk-map.html}.
 *
 * @param before severest first
 * @param after with the measures in place, severest first
 * @param risks all of them, for the table behind the picture
 */
public record RiskMap(List<Row> before, List<Row> after, List<GradedRisk> risks) {

    public RiskMap {
        before = List.copyOf(before);
        after = List.copyOf(after);
        risks = List.copyOf(risks);
    }

    /** The map of these risks, for example those of {@link Dpia#risks()}. */
    public static RiskMap of(List<GradedRisk> risks) {
        return new RiskMap(
                rows(risks, Risk::likelihood, Risk::severity, GradedRisk::level),
                rows(risks, Risk::residualLikelihood, Risk::residualSeverity, GradedRisk::residualLevel),
                risks);
    }

    private static List<Row> rows(
            List<GradedRisk> risks,
            Function<Risk, Likelihood> likelihoodOf,
            Function<Risk, Severity> severityOf,
            Function<GradedRisk, @Nullable RiskLevel> levelOf) {
        return Stream.of(Severity.values())
                .sorted(Comparator.reverseOrder())
                .map(severity -> new Row(
                        severity,
                        Stream.of(Likelihood.values())
                                .map(likelihood -> cell(
                                        likelihood,
                                        risks.stream()
                                                .filter(graded -> likelihoodOf.apply(graded.risk()) == likelihood
                                                        && severityOf.apply(graded.risk()) == severity)
                                                .toList(),
                                        levelOf))
                                .toList()))
                .toList();
    }

    private static Cell cell(
            Likelihood likelihood, List<GradedRisk> inIt, Function<GradedRisk, @Nullable RiskLevel> levelOf) {
        return new Cell(
                likelihood,
                inIt.isEmpty() ? null : levelOf.apply(inIt.get(0)),
                inIt.stream().map(graded -> graded.risk().number()).toList());
    }

    public boolean isEmpty() {
        return risks.isEmpty();
    }

    /** One of the two pictures in words, for those who do not see it. */
    public static String inWords(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.cells().stream()
                        .filter(cell -> !cell.risks().isEmpty())
                        .map(cell -> "%s: %s and %s%s."
                                .formatted(
                                        String.join(", ", cell.labels()),
                                        lower(cell.likelihood().label()),
                                        lower(row.severity().label()),
                                        cell.level() == null
                                                ? ""
                                                : ", " + lower(cell.level().label()) + " risk")))
                .collect(joining(" "));
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.UK);
    }

    /** The cells of one severity, in the order of rising likelihood. */
    public record Row(Severity severity, List<Cell> cells) {}

    /**
     * Where one likelihood and one severity meet.
     *
     * @param level of the risks in it; null where there is none, or none that is graded
     * @param risks their numbers
     */
    public record Cell(Likelihood likelihood, @Nullable RiskLevel level, List<Integer> risks) {

        private static final int IN_A_LINE = 4;
        private static final int LINES = 3;

        List<String> labels() {
            return risks.stream().map(RiskNumber::written).toList();
        }

        /** The risks as lines that fit into a cell of the picture; the table holds those that do not. */
        public List<String> lines() {
            List<String> labels = labels();
            int shown = labels.size() <= IN_A_LINE * LINES ? labels.size() : IN_A_LINE * (LINES - 1);
            List<String> lines = new ArrayList<>();
            for (int start = 0; start < shown; start += IN_A_LINE) {
                lines.add(String.join("  ", labels.subList(start, Math.min(start + IN_A_LINE, shown))));
            }
            if (shown < labels.size()) {
                lines.add("and %d more".formatted(labels.size() - shown));
            }
            return lines;
        }
    }
}
