package gm.sharing.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gm.sharing.code.Coded;
import gm.sharing.dpia.Likelihood;
import gm.sharing.dpia.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which risks are suggested for which facts of a project. */
class RiskSuggestionsTests {

    private static final DmnEngine ENGINE = new DefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TABLE =
            ENGINE.parseDecision("risk-suggestions", Dmn.readModelFromFile(Models.file("risk-suggestions.dmn")));

    static Stream<Arguments> facts() {
        return Stream.of(
                fact(Map.of()),
                fact(Map.of("personalData", false)),
                fact(Map.of("personalData", true), "over-sharing", "staff-look", "function-creep", "not-told"),
                fact(Map.of("matching", true), "wrong-person-matched"),
                fact(
                        Map.of("matching", true, "specialCategory", true),
                        "wrong-person-matched",
                        "match-reveals-new-facts",
                        "stigma"),
                fact(Map.of("pseudonymised", true), "re-identification"),
                fact(Map.of("pseudonymised", false)),
                fact(
                        Map.of("scale", "under-1000", "personalData", true),
                        "small-numbers",
                        "over-sharing",
                        "staff-look",
                        "function-creep",
                        "not-told"),
                fact(Map.of("scale", "1000-10000")),
                fact(
                        Map.of("scale", "over-10000", "personalData", true, "recipients", 2),
                        "over-sharing",
                        "staff-look",
                        "function-creep",
                        "not-told",
                        "nobody-answers",
                        "mass-breach"),
                fact(
                        Map.of("scale", "population", "personalData", true, "recipients", 1),
                        "over-sharing",
                        "staff-look",
                        "function-creep",
                        "not-told",
                        "mass-breach"),
                fact(Map.of("highlyPersonal", true), "third-parties"),
                fact(Map.of("groups", List.of("victims", "residents")), "address-found"),
                fact(Map.of("groups", List.of("suspects-offenders")), "suspicion-spreads"),
                fact(Map.of("groups", List.of("employees")), "employees-watched"),
                fact(Map.of("groups", List.of("tenants")), "tenants-enforcement"),
                fact(Map.of("groups", List.of("asylum-seekers")), "asylum-exposed"),
                fact(Map.of("groups", List.of("homeless")), "homeless-no-address"),
                fact(Map.of("groups", List.of())),
                fact(Map.of("location", true), "movements-known"),
                fact(
                        Map.of("location", true, "children", true),
                        "movements-known",
                        "children-labelled",
                        "child-found-by-parent"),
                fact(Map.of("confidentialCare", true), "trust-in-care"),
                fact(Map.of("criminalOffence", true), "allegation-as-fact"),
                fact(Map.of("lawEnforcement", true), "chilling-effect"),
                fact(Map.of("vulnerable", true), "cannot-speak-up"),
                fact(Map.of("automatedDecisions", "none")),
                fact(Map.of("automatedDecisions", "support"), "inaccurate-decision", "rubber-stamp"),
                fact(Map.of("automatedDecisions", "alone"), "inaccurate-decision", "no-human-decides"),
                fact(Map.of("ai", true), "unfair-model"),
                fact(Map.of("profiling", true), "score-follows"),
                fact(Map.of("deniesService", true), "service-refused"),
                fact(Map.of("monitoring", true), "watched-in-public"),
                fact(Map.of("publicArea", true), "watched-in-public"),
                fact(Map.of("tracking", true), "behaviour-tracked"),
                fact(Map.of("targeting", true), "targeted"),
                fact(Map.of("physicalHarm", true), "physical-harm"),
                fact(Map.of("biometric", true), "biometric-stolen"),
                fact(Map.of("genetic", true), "genetic-relatives"),
                fact(Map.of("innovative", true), "new-technology"),
                fact(Map.of("copies", true), "insecure-transfer", "copies-drift", "kept-too-long"),
                fact(Map.of("invisible", true), "not-told-at-all"),
                fact(Map.of("processors", true), "processor-breach"));
    }

    private static Arguments fact(Map<String, Object> facts, String... codes) {
        return arguments(facts, Set.of(codes));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void suggestsWhatTheFactsCallFor(Map<String, Object> facts, Set<String> codes) {
        assertThat(codes(decide(facts))).isEqualTo(codes);
    }

    @Test
    void hasARowForEveryCodeThatIsProvenAndNoOther() {
        Set<String> proven = facts().flatMap(row -> ((Set<?>) row.get()[1]).stream())
                .map(Object::toString)
                .collect(Collectors.toSet());

        assertThat(Dmn.readModelFromFile(Models.file("risk-suggestions.dmn")).getModelElementsByType(Rule.class))
                .hasSameSizeAs(proven)
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void fillsEveryFieldWithWhatTheFormTakes(Map<String, Object> facts) {
        assertThat(decide(facts)).allSatisfy(row -> {
            assertThat(row.<String>getEntry("source")).isNotBlank();
            assertThat(row.<String>getEntry("impact")).isNotBlank();
            assertThat(row.<String>getEntry("measure")).isNotBlank();
            assertThat(Coded.of(Likelihood.class, row.getEntry("likelihood"))).isNotNull();
            assertThat(Coded.of(Severity.class, row.getEntry("severity"))).isNotNull();
        });
    }

    private static Set<String> codes(DmnDecisionTableResult result) {
        return result.stream().map(row -> row.<String>getEntry("code")).collect(Collectors.toSet());
    }

    private static DmnDecisionTableResult decide(Map<String, Object> facts) {
        return ENGINE.evaluateDecisionTable(TABLE, facts);
    }
}
