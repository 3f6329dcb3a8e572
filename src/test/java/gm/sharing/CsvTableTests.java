package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed is text in a spreadsheet, too. */
class CsvTableTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void keepsSpreadsheetsFromWorkingThingsOut(String typed) {
        assertThat(CsvTable.cell(typed)).isEqualTo("\"'" + typed + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Early help", "Müller, “O’Neill”", "10 – 12 = 3", "a\nb", ""})
    void leavesTheRestAsItIs(String typed) {
        assertThat(CsvTable.cell(typed)).isEqualTo("\"" + typed + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "a \"b\" c"})
    void doublesQuotes(String typed) {
        assertThat(CsvTable.cell(typed)).isEqualTo("\"" + typed.replace("\"", "\"\"") + "\"");
    }
}
