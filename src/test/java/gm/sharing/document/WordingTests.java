package gm.sharing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTests {

    @Test
    void joinsNames() {
        assertThat(Wording.and(List.of())).isEmpty();
        assertThat(Wording.and(List.of("Bolton"))).isEqualTo("Bolton");
        assertThat(Wording.and(List.of("Bolton", "Bury", "Wigan"))).isEqualTo("Bolton, Bury and Wigan");
    }

    @Test
    void keepsNamesApartThatLookLikeTwo() {
        assertThat(Wording.items(List.of("Name", "Address"))).isEqualTo("Name and Address");
        assertThat(Wording.items(List.of("Date and cause of death", "Births: date, place")))
                .isEqualTo("Date and cause of death; Births: date, place");
    }

    @Test
    void namesOneOfManyInAHeading() {
        assertThat(Wording.brief(List.of("Bolton", "Bury", "Wigan", "Salford"))).isEqualTo("Bolton and 3 others");
    }

    @Test
    void saysPeriodsInWords() {
        assertThat(Wording.period(Period.parse("P1Y6M"))).isEqualTo("1 year and 6 months");
        assertThat(Wording.period(Period.parse("P2W"))).isEqualTo("14 days");
    }

    @Test
    void opensWithTheFirstParagraphCutBetweenWords() {
        assertThat(Wording.opening("First.\n \nSecond.")).isEqualTo("First.");
        assertThat(Wording.opening("word ".repeat(1_000))).hasSizeLessThan(410).endsWith("word …");
        assertThat(Wording.opening("x".repeat(1_000))).hasSizeLessThan(410).endsWith("x …");
    }
}
