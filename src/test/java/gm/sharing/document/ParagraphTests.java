package gm.sharing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphTests {

    @Test
    void separatesParagraphsByEmptyLinesAndKeepsLines() {
        assertThat(Paragraph.of("One\ntwo\r\n\r\n \nthree")).containsExactly(lines("One", "two"), lines("three"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "–",
                "•",
                "•\t",
                "◦",
                "+",
                "*",
                "o",
                "▪",
                "\uF0B7",
                "\uF0A7\t",
                "\uF0D8",
                "\uF0FC",
                "\uDBC0\uDC03"
            })
    void makesListsOfDashesAndBulletsOfWordProcessors(String mark) {
        assertThat(Paragraph.of("Purposes:\n%1$s one\n%1$s two\nEnd".formatted(mark)))
                .containsExactly(lines("Purposes:"), list(item("one"), item("two")), lines("End"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uF0A7", "•", "-"})
    void keepsWhatIsListedBelowAnItemThere(String mark) {
        assertThat(Paragraph.of("%1$s Local flows\no Acute\no Community\n%1$s National flows".formatted(mark)))
                .containsExactly(list(item("Local flows", item("Acute"), item("Community")), item("National flows")));
    }

    @Test
    void keepsIndentsOfListsAsDeepAsTheyAre() {
        assertThat(Paragraph.of("- one\n  - two\n\t- three\n  - four\n- five"))
                .containsExactly(list(item("one", item("two", item("three")), item("four")), item("five")));
    }

    @Test
    void takesAMarkThatHasNoFellowForAFootnoteOrAWord() {
        assertThat(Paragraph.of("* excludes under 18s")).containsExactly(lines("* excludes under 18s"));
        assertThat(Paragraph.of("o seja")).containsExactly(lines("o seja"));
        assertThat(Paragraph.of("- one*\n- two\n* excludes under 18s"))
                .containsExactly(list(item("one*"), item("two")), lines("* excludes under 18s"));
    }

    @Test
    void leavesNumbersAndHyphenatedWordsAlone() {
        assertThat(Paragraph.of("1. first\n-5 degrees\non time"))
                .containsExactly(lines("1. first", "-5 degrees", "on time"));
    }

    @Test
    void hasNothingToSayOfBlankText() {
        assertThat(Paragraph.of(" \n\n ")).isEmpty();
    }

    private static Paragraph lines(String... lines) {
        return new Paragraph(List.of(lines), List.of());
    }

    private static Paragraph list(Paragraph.Item... items) {
        return new Paragraph(List.of(), List.of(items));
    }

    private static Paragraph.Item item(String text, Paragraph.Item... below) {
        return new Paragraph.Item(text, List.of(below));
    }
}
