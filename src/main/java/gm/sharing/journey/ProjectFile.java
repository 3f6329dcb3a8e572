package gm.sharing.journey;

import gm.sharing.CsvTable;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Objects;

/** Lists of projects as a table. */
final class ProjectFile {

    private static final Words WORDS = Words.in("journey/headings");

    private static final List<String> COLUMNS =
            List.of("list", "reference", "title", "led-by", "status", "stage", "waits-for", "task", "since", "urgency");

    private final CsvTable table;

    ProjectFile(CsvTable table) {
        this.table = table;
    }

    static List<String> headings() {
        return COLUMNS.stream().map(WORDS::text).toList();
    }

    void add(ProjectLists.Shown part) {
        for (ProjectLine line : part.lines()) {
            WaitsFor waits = line.waits();
            table.add(List.of(
                    part.heading(),
                    line.reference(),
                    line.title(),
                    line.ledBy(),
                    line.status(),
                    Objects.requireNonNullElse(line.stage(), ""),
                    waits == null ? "" : waits.whom(),
                    waits == null ? "" : waits.task(),
                    waits == null ? "" : waits.when(),
                    line.urgent() ? WORDS.text("urgent") : ""));
        }
    }
}
