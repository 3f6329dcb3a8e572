package gm.sharing.journey;

import gm.sharing.CsvTable;
import gm.sharing.Dates;
import gm.sharing.wording.Words;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What happened to a project as a table, moments as ISO 8601 by the clocks of London. */
final class HistoryFile {

    private static final Words WORDS = Words.in("journey/headings");

    private static final List<String> COLUMNS = List.of("when", "what", "who", "roles");

    private final CsvTable table;

    HistoryFile(CsvTable table) {
        this.table = table;
    }

    static List<String> headings() {
        return COLUMNS.stream().map(WORDS::text).toList();
    }

    void add(ProjectRecord.Happening happening) {
        table.add(List.of(
                happening
                        .at()
                        .atZone(Dates.LONDON)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                happening.what(),
                happening.who(),
                happening.roles()));
    }
}
