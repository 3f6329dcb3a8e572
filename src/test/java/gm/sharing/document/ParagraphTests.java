package gm.sharing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphTests {

    @Test
    void separatesParagraphsByEmptyLinesAndKeepsLines() {
        assertThat(Paragraph.of("One\ntwo\r\n\r\n \nthree"))
                .containsExactly(new Paragraph(false, List.of("One", "two")), new Paragraph(false, List.of("three")));
    }

    @Test
    void makesListsOfDashesAndBulletsOfWordProcessors() {
        assertThat(Paragraph.of("Purposes:\n- one\n• two\n\uF0B7three\no four\nEnd"))
                .containsExactly(
                        new Paragraph(false, List.of("Purposes:")),
                        new Paragraph(true, List.of("one", "two", "three", "four")),
                        new Paragraph(false, List.of("End")));
    }

    @Test
    void leavesNumbersAndHyphenatedWordsAlone() {
        assertThat(Paragraph.of("1. first\n-5 degrees\non time"))
                .containsExactly(new Paragraph(false, List.of("1. first", "-5 degrees", "on time")));
    }

    @Test
    void hasNothingToSayOfBlankText() {
        assertThat(Paragraph.of(" \n\n ")).isEmpty();
    }
}
