package gm.sharing.benchmark;

import java.util.Collection;
import java.util.List;

/** Values of one kind, in order of size. */
record Samples(List<Double> sorted) {

    static Samples of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        return new Samples(values.stream().sorted().toList());
    }

    double median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double lowest() {
        return sorted.get(0);
    }

    double highest() {
        return sorted.get(sorted.size() - 1);
    }
}
