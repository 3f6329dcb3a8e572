package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste stays as they see it; what nobody sees does not get in. */
class PlainTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Early help for families in Salford",
                "بچوں کی حفاظت کے\u200Cلیے",
                "مانچسٹر\u200F (GM)",
                "ক্\u200Dষ বাংলা",
                "ਪੰਜਾਬੀ",
                "👩\u200D👩\u200D👧 family 👍🏽 ❤\uFE0F",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F England",
                "Müller, O’Neill, 10 °C ≥ 5 %",
                "a\u00A0b",
                "co\u00ADoperate"
            })
    void keepsWhatPeopleWrite(String typed) {
        assertThat(PlainText.of(typed, false))
                .isEqualTo(java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "a\u0000b",
                "a\u0001",
                "\u001B[2J",
                "a\u0007",
                "\u007F",
                "a\u009Bb",
                "\uD800",
                "x\uDC00y",
                "\uDBFF!",
                "\uFFFF",
                "\uFFFE",
                "\uFDD0",
                "\uD83F\uDFFF"
            })
    void refusesWhatCannotBeShown(String typed) {
        assertThatThrownBy(() -> PlainText.of(typed, true))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot be shown");
    }

    @Test
    void saysWhichCharacterCannotBeShown() {
        assertThatThrownBy(() -> PlainText.of("👍ab\u0002", true))
                .hasMessage("character 4 (U+0002) cannot be shown. Delete it, or type the text again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202Eab",
                "a\u202Db",
                "a\u2066b\u2069",
                "\u2067ab",
                "a\u202A\u202Cb",
                "\uFEFFab",
                "a\u200Bb",
                "a\u2060b",
                "a\uFFF9b",
                "a\uDB40\uDC41b",
                "\u00A0ab\u00A0",
                "ab\u3000",
                "\u180Eab"
            })
    void leavesOutWhatNobodySees(String typed) {
        assertThat(PlainText.of(typed, false)).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "\u200B",
                "\u200D",
                "\u200E\u200F",
                "\u00AD",
                "\uFEFF",
                "\u3164",
                "\u2800",
                "\u115F",
                "\u0301",
                "\uFE0F",
                "\u2003\u200B\u00A0",
                "\n\t\n",
                "\uDB40\uDD00"
            })
    void isEmptyWhenNothingIsToBeSeen(String typed) {
        assertThat(PlainText.of(typed, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\rb", "a\u2028b", "a\u2029b", "a\u0085b", "a\u000Bb", "a\fb"})
    void knowsOneKindOfLineBreakAndNoneInAFieldOfOneLine(String typed) {
        assertThat(PlainText.of(typed, true)).isEqualTo("a\nb");
        assertThatThrownBy(() -> PlainText.of(typed, false)).hasMessage("write it in one line");
    }

    @ParameterizedTest
    @CsvSource({"a\tb, true, a\tb", "a\tb, false, a b"})
    void keepsTabsWhereThereAreLines(String typed, boolean lines, String kept) {
        assertThat(PlainText.of(typed, lines)).isEqualTo(kept);
    }

    @Test
    void refusesMoreMarksOnALetterThanAnyWritingHas() {
        assertThat(PlainText.of("a" + "\u0316".repeat(30), false)).hasSize(31);
        assertThatThrownBy(() -> PlainText.of("a" + "\u0316\u200B".repeat(31), false))
                .hasMessageContaining("cannot be shown");
    }

    @Test
    void composesLetters() {
        assertThat(PlainText.of("Mu\u0308ller", false)).isEqualTo("Müller");
    }

    @Test
    void findsNothingWithWhatCannotBeKept() {
        assertThat(PlainText.sought("a\u0000")).isEmpty();
        assertThat(PlainText.sought(" homes ")).contains("homes");
    }
}
