package gm.sharing.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Bars below each other, drawn by the server in units of a narrow screen.
 *
 * @param description says in one text what it shows, for those who do not see it
 */
record Chart(String description, int height, List<Label> labels, List<Bar> bars) {

    /** As wide as every chart is. */
    static final int WIDTH = 320;

    private static final int LONGEST_BAR = 190;
    private static final int LINE = 18;
    private static final int BAR = 20;
    private static final int GAP = 10;
    private static final int LETTERS_IN_A_LINE = 38;

    /** Words above bars. */
    record Label(int y, String text) {}

    /**
     * A bar with its value beside it.
     *
     * @param series 1 for the first value of a group, 2 for the second
     */
    record Bar(int y, int width, int series, String text) {

        public int textX() {
            return width + 6;
        }

        public int textY() {
            return y + 12;
        }
    }

    /** Values about one thing. */
    record Group(String label, List<Value> values) {

        static Group of(String label, double amount) {
            return new Group(label, List.of(new Value(amount, Numbers.text(amount))));
        }
    }

    record Value(double amount, String text) {}

    static Chart of(List<Group> groups) {
        double most = groups.stream()
                .flatMap(group -> group.values().stream())
                .mapToDouble(Value::amount)
                .max()
                .orElse(0);
        List<Label> labels = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        int y = 0;
        for (Group group : groups) {
            for (String line : lines(group.label())) {
                y += LINE;
                labels.add(new Label(y - 4, line));
            }
            int series = 1;
            for (Value value : group.values()) {
                int width = most == 0 ? 0 : (int) Math.round(value.amount() / most * LONGEST_BAR);
                bars.add(new Bar(y, Math.max(width, 1), series++, value.text()));
                y += BAR;
            }
            y += GAP;
        }
        return new Chart(
                groups.stream()
                        .map(group -> group.label() + ": "
                                + group.values().stream().map(Value::text).collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; ")),
                y,
                labels,
                bars);
    }

    private static List<String> lines(String label) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : label.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= LETTERS_IN_A_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }
}
