package gm.sharing.dpia;

import static gm.sharing.dpia.DpiaFixture.BY_LEAD;
import static gm.sharing.dpia.DpiaFixture.approved;
import static gm.sharing.dpia.DpiaFixture.screened;
import static gm.sharing.dpia.RiskFixture.OWNERS;
import static gm.sharing.dpia.RiskFixture.risk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.Refused;
import gm.sharing.document.Section;
import gm.sharing.question.FurtherAnswers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The numbers of risks, and the risks that are suggested. */
class RisksOfADpiaTests {

    @Test
    void numbersNewRisksInTheirOrder() {
        var dpia = screened();

        write(dpia, List.of(risk(), risk()));

        assertThat(numbers(dpia)).containsExactly(1, 2);
        assertThat(dpia.risks()).extracting(GradedRisk::ownerName).containsOnly("Project lead");
    }

    @Test
    void keepsTheNumberOfARiskAndNeverGivesItAgain() {
        var dpia = screened();
        write(dpia, List.of(risk(), risk(), risk()));

        write(dpia, List.of(risk().numbered(3), risk().numbered(1)));
        write(dpia, List.of(risk().numbered(3), risk().numbered(1), risk()));

        assertThat(numbers(dpia)).containsExactly(3, 1, 4);
    }

    @Test
    void refusesANumberThatTheAssessmentDoesNotKnowAndChangesNothing() {
        var dpia = screened();
        write(dpia, List.of(risk()));

        assertRefused(dpia, List.of(risk().numbered(1), risk().numbered(7)), "R7 is not");
        assertRefused(dpia, List.of(risk().numbered(1), risk().numbered(1)), "R1 is not");

        assertThat(numbers(dpia)).containsExactly(1);
    }

    @Test
    void offersASuggestionOnceWhateverBecameOfIt() {
        var dpia = screened();
        assertThat(dpia.suggestRisks(List.of(suggestion("kept"), suggestion("removed"))))
                .isEqualTo(2);
        assertThat(dpia.riskRegister().openSuggestions())
                .extracting(SuggestedRisk::label, SuggestedRisk::code)
                .containsExactly(tuple("R1", "kept"), tuple("R2", "removed"));

        write(dpia, List.of(risk().numbered(1), risk()));

        assertThat(numbers(dpia)).containsExactly(1, 3);
        assertThat(dpia.riskRegister().openSuggestions()).isEmpty();
        assertThat(dpia.suggestRisks(List.of(suggestion("kept"), suggestion("removed"), suggestion("new"))))
                .isEqualTo(1);
        assertThat(dpia.riskRegister().openSuggestions())
                .extracting(SuggestedRisk::label, SuggestedRisk::code)
                .containsExactly(tuple("R4", "new"));
    }

    @Test
    void saysWhichSuggestionsWereLeftOut() {
        var dpia = screened();
        dpia.suggestRisks(List.of(suggestion("kept"), suggestion("removed")));
        assertThat(dpia.riskRegister().leftOutSuggestions()).isEmpty();

        write(dpia, List.of(risk().numbered(1), risk()));
        dpia.suggestRisks(List.of(suggestion("offered")));

        var sections =
                new DpiaText(dpia, FurtherAnswers.NONE).of(DpiaSection.RISKS).sections();
        assertThat(sections)
                .extracting(Section::title)
                .containsExactly("Risk R1", "Risk R3", "Suggested risks that were left out");
        assertThat(sections.get(2).text()).isEqualTo("- R2: A wrong match. Harm");
    }

    @Test
    void saysNothingOfSuggestionsWhenNoneWasLeftOut() {
        var dpia = screened();
        dpia.suggestRisks(List.of(suggestion("kept")));
        write(dpia, List.of(risk().numbered(1)));

        assertThat(new DpiaText(dpia, FurtherAnswers.NONE).of(DpiaSection.RISKS).sections())
                .extracting(Section::title)
                .containsExactly("Risk R1");
    }

    @Test
    void doesNotTakeUpASuggestionThatWasRemovedBefore() {
        var dpia = screened();
        dpia.suggestRisks(List.of(suggestion("removed")));
        write(dpia, List.of(risk()));

        assertRefused(dpia, List.of(risk().numbered(1)), "R1 is not");
    }

    @Test
    void suggestsNothingForADecidedAssessment() {
        var dpia = approved();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dpia.suggestRisks(List.of(suggestion("late"))))
                .withMessageContaining("is decided");
    }

    private static RiskSuggestion suggestion(String code) {
        return new RiskSuggestion(
                code, "A wrong match", "Harm", Likelihood.POSSIBLE, Severity.SEVERE, "Somebody checks.");
    }

    private static void write(Dpia dpia, List<Risk> risks) {
        dpia.open(Set.of(DpiaSection.RISKS));
        dpia.assessRisks(risks, OWNERS, BY_LEAD);
    }

    private static List<Integer> numbers(Dpia dpia) {
        return dpia.risks().stream().map(graded -> graded.risk().number()).toList();
    }

    private static void assertRefused(Dpia dpia, List<Risk> risks, String message) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> write(dpia, risks))
                .withMessageContaining(message);
    }
}
