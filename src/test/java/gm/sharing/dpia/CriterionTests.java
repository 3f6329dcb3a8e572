package gm.sharing.dpia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a criterion reads to people. */
class CriterionTests {

    @Test
    void saysWhatLedToIt() {
        assertThat(criterion("Data matching", "Records come from two councils.").inWords())
                .isEqualTo("Data matching. Records come from two councils.");
    }

    @Test
    void doesNotSayTheSameTwice() {
        var criterion = criterion(
                "Evaluation or scoring: people are profiled, rated or predicted",
                "People are profiled, rated or predicted.");

        assertThat(criterion.isExplained()).isFalse();
        assertThat(criterion.inWords()).isEqualTo("Evaluation or scoring: people are profiled, rated or predicted.");
    }

    private static Criterion criterion(String words, String because) {
        return new Criterion(CriteriaList.WP248, words, because);
    }
}
