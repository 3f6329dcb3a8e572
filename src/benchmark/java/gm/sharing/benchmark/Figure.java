package gm.sharing.benchmark;

import java.util.Locale;
import java.util.Optional;

/**
 * One line of the result.
 *
 * @param ratio ours divided by the baseline, the median of the rounds
 * @param low the lowest ratio of a round; without a baseline the lowest value
 * @param high the highest
 * @param goal empty for a figure that explains others
 */
record Figure(
        String name,
        String unit,
        double ours,
        Optional<Double> baseline,
        Optional<Double> ratio,
        double low,
        double high,
        Optional<Goal> goal) {

    static final String HEADINGS = "figure,unit,ours,baseline,ratio,low,high,goal,met";

    boolean isMissed() {
        return goal.filter(set -> !set.isMetBy(ratio.orElse(ours))).isPresent();
    }

    String met() {
        return goal.map(set -> isMissed() ? "no" : "yes").orElse("");
    }

    String csv() {
        return String.join(
                ",",
                "\"" + name + "\"",
                unit,
                number(ours),
                baseline.map(Figure::number).orElse(""),
                ratio.map(Figure::number).orElse(""),
                number(low),
                number(high),
                goal.map(Goal::words).orElse(""),
                met());
    }

    String row() {
        return "| %s | %s | %s | %s | %s | %s–%s | %s | %s |"
                .formatted(
                        name,
                        unit,
                        number(ours),
                        baseline.map(Figure::number).orElse(""),
                        ratio.map(Figure::number).orElse(""),
                        number(low),
                        number(high),
                        goal.map(Goal::words).orElse(""),
                        met());
    }

    static String number(double value) {
        var format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
