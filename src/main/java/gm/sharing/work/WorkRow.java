package gm.sharing.work;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a list as one: a task, and those beside it of the same project that wait for the same people. A project that asks for
 * seven things at once then leaves other work in sight.
 *
 * @param others after the first, in their order
 */
record WorkRow(WorkLine first, List<WorkLine> others) {

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
