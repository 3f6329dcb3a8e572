package gm.sharing.work;

import gm.sharing.document.Wording;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What stands in a list as one: a task, and those beside it of the same project that wait for the same people. A project that asks for
 * seven things at once then leaves other work in sight.
 *
 * @param others after the first, in their order
 */
record WorkRow(WorkLine first, List<WorkLine> others) {

    private static final Words WORDS = Words.in("work/lists");

    /** Fewer than this many stand each for itself. */
    static final int GATHERED = 3;

    /** Lines that are alike and follow each other are one row; the order stays. */
    static List<WorkRow> gathered(List<WorkLine> lines) {
        List<WorkRow> rows = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = endOfLike(lines, from);
            if (to - from >= GATHERED) {
                rows.add(new WorkRow(lines.get(from), lines.subList(from + 1, to)));
            } else {
                rows.addAll(each(lines.subList(from, to)));
            }
            from = to;
        }
        return rows;
    }

    /** Lines that ask the same of several organisations are one row, where the first of them stands. */
    static List<WorkRow> bySteps(List<WorkLine> lines) {
        List<List<WorkLine>> rows = new ArrayList<>();
        lines.forEach(line -> rows.stream()
                .filter(row -> row.get(0).asksTheSameAs(line))
                .findFirst()
                .ifPresentOrElse(row -> row.add(line), () -> rows.add(new ArrayList<>(List.of(line)))));
        return rows.stream()
                .map(row -> new WorkRow(row.get(0), row.subList(1, row.size())))
                .toList();
    }

    /** Who has it, or which offices of which organisations may take it. */
    public String whom() {
        AskedOffice asked = first.office();
        return others.isEmpty() || asked == null
                ? first.whom()
                : WORDS.text(
                        "offices",
                        Map.of(
                                "role",
                                asked.role(),
                                "organisations",
                                Wording.and(asked().map(office ->
                                                WORDS.text("of", Map.of("organisation", office.organisation())))
                                        .toList())));
    }

    /** To whom the person may give more time. */
    public List<AskedOffice> moreTime() {
        return asked().filter(AskedOffice::moreTime).toList();
    }

    private Stream<AskedOffice> asked() {
        return Stream.concat(Stream.of(first), others.stream()).flatMap(line -> Stream.ofNullable(line.office()));
    }

    /** Each line is a row. */
    static List<WorkRow> each(List<WorkLine> lines) {
        return lines.stream().map(line -> new WorkRow(line, List.of())).toList();
    }

    private static int endOfLike(List<WorkLine> lines, int from) {
        int to = from + 1;
        while (to < lines.size() && lines.get(to).isLike(lines.get(from))) {
            to++;
        }
        return to;
    }
}
