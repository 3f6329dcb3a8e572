package gm.sharing.work;

import gm.sharing.CsvTable;
import gm.sharing.Dates;
import gm.sharing.wording.Words;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list of work as a table, days as ISO 8601. */
final class WorkFile {

    private static final Words WORDS = Words.in("work/headings");

    private static final List<String> COLUMNS =
            List.of("task", "about", "reference", "waits-for", "since", "due", "why");

    private final CsvTable table;

    WorkFile(CsvTable table) {
        this.table = table;
    }

    static List<String> headings() {
        return COLUMNS.stream().map(WORDS::text).toList();
    }

    void add(List<WorkLine> lines) {
        lines.forEach(line -> table.add(List.of(
                line.name(),
                line.about(),
                Objects.requireNonNullElse(line.reference(), ""),
                line.whom(),
                day(line.since()),
                day(line.due()),
                line.why())));
    }

    private static String day(@Nullable Instant moment) {
        return moment == null ? "" : Dates.on(moment).toString();
    }
}
