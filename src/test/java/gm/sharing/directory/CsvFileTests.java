package gm.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as spreadsheets and registers write them. */
class CsvFileTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,name\nsale,Château Café\n",
                "\uFEFFcode,name\r\nsale,Château Café",
                "code;name\r\nsale;Château Café\r\n",
                "code\tname\nsale\tChâteau Café",
                "sep=;\ncode;name\nsale;Château Café",
                "\"code\",\"name\"\n\"sale\",\"Château Café\"\n\n,\n"
            })
    void areReadHoweverTheySeparate(String text) {
        assertThat(cells(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("code", "name"), List.of("sale", "Château Café"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8", "UTF-16", "UTF-16LE"})
    void areReadInWhateverLetters(String letters) {
        var text = (letters.equals("UTF-16LE") ? "\uFEFF" : "") + "code,name\nsale,“Château” – £5";
        assertThat(cells(text.getBytes(Charset.forName(letters))))
                .containsExactly(List.of("code", "name"), List.of("sale", "“Château” – £5"));
    }

    @Test
    void countLinesAsEditorsDo() {
        var rows =
                CsvFile.rows("code,address\na1,\"1 High Street\nSale\n\"\"M33\"\"\"\n\nb2,\"2, Low Street\"\r\nc3,x");

        assertThat(rows).extracting(CsvFile.Row::line).containsExactly(1, 2, 6, 7);
        assertThat(rows.get(1).cell(1)).isEqualTo("1 High Street\nSale\n\"M33\"");
        assertThat(CsvFile.rows("sep=,\ncode\na1"))
                .extracting(CsvFile.Row::line)
                .containsExactly(2, 3);
    }

    @Test
    void areRefusedWhereTheyAreNone() {
        refused(new byte[] {'P', 'K', 3, 4}, "Save it as CSV");
        refused(new byte[] {'a', 0, 'b'}, "This file is not text");
        refused(new byte[0], "The file is empty");
        refused(" \n".getBytes(StandardCharsets.UTF_8), "The file is empty");
        refused(new byte[CsvFile.MOST_BYTES + 1], "larger than 5 MB");
        assertThatThrownBy(() -> CsvFile.rows("code,name\nsale,\"never ends\nx"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Line 2 cannot be read");
        assertThatThrownBy(() -> CsvFile.rows("code,name\nsale,\"a\" b\n"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("quotation marks");
    }

    @Test
    void holdFiveThousandLinesBesideTheFirst() {
        assertThat(CsvFile.rows("code\n" + "sale\n".repeat(CsvFile.MOST_LINES))).hasSize(5_001);
        assertThatThrownBy(() -> CsvFile.rows("code\n" + "sale\n".repeat(CsvFile.MOST_LINES + 1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("more than 5,000 lines");
    }

    private static void refused(byte[] file, String why) {
        assertThatThrownBy(() -> CsvFile.text(file)).isInstanceOf(Refused.class).hasMessageContaining(why);
    }

    private static List<List<String>> cells(byte[] file) {
        return CsvFile.rows(CsvFile.text(file)).stream().map(CsvFile.Row::cells).toList();
    }
}
