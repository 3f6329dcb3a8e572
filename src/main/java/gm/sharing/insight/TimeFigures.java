package gm.sharing.insight;

import gm.sharing.insight.Chart.Group;
import gm.sharing.insight.Chart.Value;
import gm.sharing.insight.Figure.Kind;
import gm.sharing.insight.Table.Row;
import gm.sharing.organisation.Sector;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers times, and makes figures of them. */
final class TimeFigures {

    private static final Words WORDS = Words.in("insight/figures");

    private final Asked asked;
    private final Map<Stretch, Days> all = new EnumMap<>(Stretch.class);
    private final Map<Stretch, Map<Sector, Days>> byKind = new EnumMap<>(Stretch.class);
    private final Map<Stretch, Days> before = new EnumMap<>(Stretch.class);
    private final Map<Stretch, Days> after = new EnumMap<>(Stretch.class);
    private final Map<Sector, Integer> late = new EnumMap<>(Sector.class);

    TimeFigures(Asked asked) {
        this.asked = asked;
    }

    void add(TimeTaken time) {
        all.computeIfAbsent(time.stretch(), none -> new Days()).add(time.days());
        byKind.computeIfAbsent(time.stretch(), none -> new EnumMap<>(Sector.class))
                .computeIfAbsent(time.kind(), none -> new Days())
                .add(time.days());
        if (asked.change() != null) {
            (time.begun().isBefore(asked.change().deployed()) ? before : after)
                    .computeIfAbsent(time.stretch(), none -> new Days())
                    .add(time.days());
        }
        if (time.stretch() == Stretch.DECISION && time.late()) {
            late.merge(time.kind(), 1, Integer::sum);
        }
    }

    /** How many working days each stretch took. */
    Figure times() {
        List<Row> rows = new ArrayList<>();
        all.forEach((stretch, days) -> {
            rows.add(Row.of(
                    stretch.label(),
                    WORDS.text("every-kind"),
                    days.number(),
                    Numbers.text(days.median()),
                    days.ninetieth()));
            byKind.getOrDefault(stretch, Map.of())
                    .forEach((kind, ofKind) -> rows.add(Row.of(
                            stretch.label(),
                            kind.label(),
                            ofKind.number(),
                            Numbers.text(ofKind.median()),
                            ofKind.ninetieth())));
        });
        return new Figure(
                Kind.TIMES,
                Chart.of(all.entrySet().stream()
                        .map(one -> new Group(
                                one.getKey().label(),
                                List.of(
                                        value("median-of", one.getValue().median()),
                                        value("ninetieth-of", one.getValue().ninetieth()))))
                        .toList()),
                new Table(
                        List.of(
                                WORDS.text("stretch"),
                                WORDS.text("kind"),
                                WORDS.text("number"),
                                WORDS.text("median"),
                                WORDS.text("ninetieth")),
                        rows));
    }

    /** The same of what began before a version of a model was deployed, and of what began afterwards. */
    Figure comparison() {
        List<Stretch> stretches = all.keySet().stream().toList();
        return new Figure(
                Kind.COMPARISON,
                Chart.of(stretches.stream()
                        .map(stretch -> new Group(stretch.label(), medians(stretch)))
                        .toList()),
                new Table(
                        List.of(
                                WORDS.text("stretch"),
                                WORDS.text("number-before"),
                                WORDS.text("median-before"),
                                WORDS.text("ninetieth-before"),
                                WORDS.text("number-after"),
                                WORDS.text("median-after"),
                                WORDS.text("ninetieth-after")),
                        stretches.stream().map(this::compared).toList()));
    }

    private List<Value> medians(Stretch stretch) {
        return List.of(
                before.containsKey(stretch)
                        ? value("before", before.get(stretch).median())
                        : new Value(0, WORDS.text("none-before")),
                after.containsKey(stretch)
                        ? value("after", after.get(stretch).median())
                        : new Value(0, WORDS.text("none-after")));
    }

    private Row compared(Stretch stretch) {
        List<String> cells = new ArrayList<>();
        for (Map<Stretch, Days> part : List.of(before, after)) {
            Days days = part.get(stretch);
            cells.add(days == null ? "0" : String.valueOf(days.number()));
            cells.add(days == null ? "" : Numbers.text(days.median()));
            cells.add(days == null ? "" : String.valueOf(days.ninetieth()));
        }
        return new Row(stretch.label(), cells);
    }

    /** How many partners decided. */
    int decided(Sector kind) {
        Days days = byKind.getOrDefault(Stretch.DECISION, Map.of()).get(kind);
        return days == null ? 0 : days.number();
    }

    /** How many of these did so after it was due. */
    int late(Sector kind) {
        return late.getOrDefault(kind, 0);
    }

    private static Value value(String key, double days) {
        return new Value(days, WORDS.text(key, Map.of("days", Numbers.text(days))));
    }
}
