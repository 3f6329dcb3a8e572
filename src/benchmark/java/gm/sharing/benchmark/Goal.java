package gm.sharing.benchmark;

/** What a ratio, or a value that has no baseline, has to reach. */
record Goal(boolean atLeast, double limit) {

    static Goal atLeast(double limit) {
        return new Goal(true, limit);
    }

    static Goal atMost(double limit) {
        return new Goal(false, limit);
    }

    boolean isMetBy(double measured) {
        return atLeast ? measured >= limit : measured <= limit;
    }

    String words() {
        return (atLeast ? "≥ " : "≤ ") + Figure.number(limit);
    }
}
