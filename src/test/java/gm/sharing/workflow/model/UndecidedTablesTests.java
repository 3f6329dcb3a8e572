package gm.sharing.workflow.model;

import static gm.sharing.workflow.model.TablesByHand.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the decision tables say where a row fits only together with others, and where none does. */
class UndecidedTablesTests {

    @Test
    void saysWhyADpiaIsRequired() {
        var inputs =
                Map.<String, Object>of("criteriaAlways", 1, "criteriaIco", 0, "criteriaIcoPlus", 0, "criteriaWp248", 0);

        assertThat(decide("dpia-screening", inputs).getSingleResult().<String>getEntry("reason"))
                .contains("Article 35(3)");
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0,0", "0,0,0,-2"})
    void leavesACountThatCannotBeUndecided(int always, int ico, int icoPlus, int wp248) {
        var inputs = Map.<String, Object>of(
                "criteriaAlways", always, "criteriaIco", ico, "criteriaIcoPlus", icoPlus, "criteriaWp248", wp248);

        assertThat(decide("dpia-screening", inputs)).isEmpty();
    }

    @Test
    void leavesAScreeningWithoutAnswersUndecided() {
        Map<String, Object> inputs = new HashMap<>();
        for (String count : List.of("criteriaAlways", "criteriaIco", "criteriaIcoPlus", "criteriaWp248")) {
            inputs.put(count, null);
        }

        assertThat(decide("dpia-screening", inputs)).isEmpty();
    }

    @Test
    void refusesACountThatIsNoNumber() {
        var inputs = Map.<String, Object>of(
                "criteriaAlways", "many", "criteriaIco", 0, "criteriaIcoPlus", 0, "criteriaWp248", 0);

        assertThatExceptionOfType(DmnEngineException.class).isThrownBy(() -> decide("dpia-screening", inputs));
    }

    @ParameterizedTest
    @CsvSource({"sign-off,soon", "sign-off,", "dpo-advice,", "lunch,normal", ",urgent", "Sign-off,normal"})
    void knowsNoDeadlineForAnUnknownKindOrUrgency(String kind, String urgency) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("kind", kind);
        inputs.put("urgency", urgency);

        assertThat(decide("review-deadlines", inputs)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"observer,true,false", ",false,false", "controller,,false", "controller,true,"})
    void doesNotGuessWhoSignsForAnUnknownRole(String role, Boolean confidentialCare, Boolean residualHigh) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("role", role);
        inputs.put("confidentialCare", confidentialCare);
        inputs.put("residualHigh", residualHigh);

        assertThat(decide("sign-off-roles", inputs)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"certain,severe", "probable,fatal", ",severe", "probable,", "Probable,Severe"})
    void doesNotGradeARiskOutsideTheScale(String likelihood, String severity) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("likelihood", likelihood);
        inputs.put("severity", severity);

        assertThat(decide("dpia-risk", inputs)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"eu-gdpr", "UK-GDPR", "''"})
    void knowsNoTimesOfAConsultationUnderAnotherLaw(String regime) {
        assertThat(decide("consultation-periods", Map.of("regime", regime))).isEmpty();
    }

    @Test
    void asksEverybodyWhenTheSectionIsMissing() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("section", null);

        assertThat(decide("materiality", inputs).<String>getSingleEntry()).isEqualTo("all");
    }

    @Test
    void neverGradesAMoreLikelyOrMoreSevereRiskLower() {
        List<String> likelihoods = List.of("remote", "possible", "probable");
        List<String> severities = List.of("minimal", "significant", "severe");

        for (String severity : severities) {
            assertThat(likelihoods.stream().map(likelihood -> grade(likelihood, severity)))
                    .isSorted();
        }
        for (String likelihood : likelihoods) {
            assertThat(severities.stream().map(severity -> grade(likelihood, severity)))
                    .isSorted();
        }
    }

    private int grade(String likelihood, String severity) {
        String level = decide("dpia-risk", Map.of("likelihood", likelihood, "severity", severity))
                .getSingleEntry();
        return List.of("low", "medium", "high").indexOf(level);
    }

    @ParameterizedTest
    @CsvSource({"normal", "urgent"})
    void remindsBeforeTheDecisionIsDueAndAsksTheBoardAfterwards(String urgency) {
        var days = decide("review-deadlines", Map.of("kind", "sign-off", "urgency", urgency))
                .getSingleResult();

        assertThat(List.<Integer>of(
                        days.getEntry("reminderDays"), days.getEntry("dueDays"), days.getEntry("boardDays")))
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
