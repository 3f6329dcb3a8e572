package gm.sharing.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed is text in a spreadsheet, too. */
class RegisterFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void keepsSpreadsheetsFromWorkingThingsOut(String typed) {
        assertThat(RegisterFile.cell(typed)).isEqualTo("\"'" + typed + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Early help", "Müller, “O’Neill”", "10 – 12 = 3", "a\nb", ""})
    void leavesTheRestAsItIs(String typed) {
        assertThat(RegisterFile.cell(typed)).isEqualTo("\"" + typed + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "a \"b\" c"})
    void doublesQuotes(String typed) {
        assertThat(RegisterFile.cell(typed)).isEqualTo("\"" + typed.replace("\"", "\"\"") + "\"");
    }
}
