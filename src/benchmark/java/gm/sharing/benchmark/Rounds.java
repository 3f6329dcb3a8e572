package gm.sharing.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What was measured round by round; with a baseline, each round has the value of both, one right after the other. */
final class Rounds {

    private final String name;
    private final String unit;
    private final Optional<Goal> goal;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> baseline = new ArrayList<>();

    private Rounds(String name, String unit, Optional<Goal> goal) {
        this.name = name;
        this.unit = unit;
        this.goal = goal;
    }

    static Rounds of(String name, String unit, Goal goal) {
        return new Rounds(name, unit, Optional.of(goal));
    }

    /** For a figure that explains others. */
    static Rounds of(String name, String unit) {
        return new Rounds(name, unit, Optional.empty());
    }

    void add(double ours, double baseline) {
        this.ours.add(ours);
        this.baseline.add(baseline);
    }

    void add(double ours) {
        this.ours.add(ours);
    }

    String name() {
        return name;
    }

    String unit() {
        return unit;
    }

    List<Double> ours() {
        return ours;
    }

    List<Double> baseline() {
        return baseline;
    }

    /** By medians; what a round's ratio is made of was measured side by side. */
    Figure figure() {
        if (baseline.isEmpty()) {
            return new Figure(
                    name,
                    unit,
                    median(ours),
                    Optional.empty(),
                    Optional.empty(),
                    Samples.of(ours).lowest(),
                    Samples.of(ours).highest(),
                    goal);
        }
        var ratios = Samples.of(IntStream.range(0, ours.size())
                .mapToObj(round -> ours.get(round) / baseline.get(round))
                .toList());
        return new Figure(
                name,
                unit,
                median(ours),
                Optional.of(median(baseline)),
                Optional.of(ratios.median()),
                ratios.lowest(),
                ratios.highest(),
                goal);
    }

    private static double median(List<Double> values) {
        return Samples.of(values).median();
    }
}
