package gm.sharing.insight;

import java.util.Arrays;

/** Numbers of working days, of which each counts; of none nothing can be said. */
final class Days {

    private int[] days = new int[16];
    private int number;

    void add(int one) {
        if (number == days.length) {
            days = Arrays.copyOf(days, number * 2);
        }
        days[number++] = one;
    }

    int number() {
        return number;
    }

    /** The middle one, or half-way between the two in the middle. */
    double median() {
        int[] sorted = sorted();
        return (sorted[(number - 1) / 2] + sorted[number / 2]) / 2.0;
    }

    /** The smallest number that at least nine of ten do not exceed. */
    int ninetieth() {
        return sorted()[(number * 9 + 9) / 10 - 1];
    }

    private int[] sorted() {
        int[] sorted = Arrays.copyOf(days, number);
        Arrays.sort(sorted);
        return sorted;
    }
}
