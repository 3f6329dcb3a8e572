package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Tables of pages are read on a telephone as cards, each row with the names of its columns, so that nobody scrolls sideways.
 * A grid of risks is a picture, and a document is read as it is printed: they stay as they are.
 */
class TablesOnPhonesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TABLE =
            Pattern.compile("<table class=\"(govuk-table[^\"]*)\"(.*?)</table>", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("<th\\b[^>]*scope=\"col\"");
    private static final Pattern CELL = Pattern.compile("<td\\b(?:\"[^\"]*\"|[^>\"])*>");
    private static final Pattern WITHOUT_NAME = Pattern.compile("<td[^>]*header[^>]*></td>");

    @Test
    void everyTableOfAPageTurnsIntoCards() throws IOException {
        Map<String, MatchResult> tables = tables();

        assertThat(tables).hasSizeGreaterThan(20).allSatisfy((where, table) -> {
            assertThat(table.group(1)).as(where).contains("sj-cards");
            assertThat(table.group(2)).as(where).startsWith(" role=\"table\"");
        });
    }

    /** As blocks they would be no table any more for those who hear them. */
    @Test
    void everyCellOfACardSaysWhatItIs() throws IOException {
        tables().forEach((where, table) -> {
            var text = table.group(2);
            assertThat(COLUMN.matcher(text).results().count()).as(where).isPositive();
            var rows = text.substring(text.indexOf("<tbody"));
            var unnamed = CELL.matcher(rows)
                    .results()
                    .map(MatchResult::group)
                    .peek(cell -> assertThat(cell).as(where).contains("role=\"cell\""))
                    .filter(cell -> !cell.contains("data-label"))
                    .count();
            assertThat(unnamed)
                    .as("cells without the name of their column: %s", where)
                    .isEqualTo(WITHOUT_NAME.matcher(text).results().count());
        });
    }

    private static Map<String, MatchResult> tables() throws IOException {
        Map<String, MatchResult> tables = new TreeMap<>();
        try (var files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.endsWith("dpia/risk-map.html"))
                    .toList()) {
                TABLE.matcher(Files.readString(file))
                        .results()
                        .forEach(table -> tables.put(TEMPLATES.relativize(file) + ":" + table.start(), table));
            }
        }
        return tables;
    }
}
