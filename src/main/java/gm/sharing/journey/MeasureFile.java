package gm.sharing.journey;

import gm.sharing.CsvTable;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Objects;

/** The register of measures as a table, days as ISO 8601. */
final class MeasureFile {

    private static final Words WORDS = Words.in("journey/headings");

    private static final List<String> COLUMNS = List.of(
            "measure",
            "for",
            "reference",
            "title",
            "owner",
            "due",
            "overdue",
            "status",
            "settled",
            "evidence",
            "delay");

    private final CsvTable table;

    MeasureFile(CsvTable table) {
        this.table = table;
    }

    static List<String> headings() {
        return COLUMNS.stream().map(WORDS::text).toList();
    }

    void add(List<MeasureLine> lines) {
        lines.forEach(line -> table.add(List.of(
                line.what(),
                line.origin(),
                line.reference(),
                line.projectTitle(),
                line.ownerName(),
                line.due() == null ? "" : line.due().toString(),
                line.overdue() ? WORDS.text("overdue") : "",
                line.status(),
                Objects.requireNonNullElse(line.settled(), ""),
                Objects.requireNonNullElse(line.evidence(), ""),
                Objects.requireNonNullElse(line.delayReason(), ""))));
    }
}
