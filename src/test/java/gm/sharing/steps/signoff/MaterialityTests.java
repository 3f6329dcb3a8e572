package gm.sharing.steps.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Shipped;
import gm.sharing.document.Change;
import gm.sharing.organisation.OrganisationCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a change of each section of the agreement asks again: Bolton and Bury share, Wigan takes part elsewhere. */
class MaterialityTests {

    /** Every section that an agreement can have, and some that it has no more. */
    static final Set<String> SECTIONS = Set.of(
            "title",
            "partner",
            "partner-details",
            "lead",
            "controllers",
            "sign-off-rule",
            "other-organisations",
            "joining-and-leaving",
            "vision",
            "purpose",
            "necessity",
            "benefits",
            "data-subjects",
            "volume",
            "data-items",
            "flow",
            "lawful-basis",
            "contact",
            "complaints",
            "arrangements",
            "retention",
            "dpia",
            "algorithm");

    private static final OrganisationCode BOLTON = new OrganisationCode("bolton");
    private static final OrganisationCode BURY = new OrganisationCode("bury");
    private static final OrganisationCode WIGAN = new OrganisationCode("wigan");

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "title, nobody",
        "contact, nobody",
        "complaints, nobody",
        "partner-details, nobody",
        "sign-off-rule, nobody",
        "partner, touched",
        "flow, touched",
        "lawful-basis, touched",
        "vision, everybody",
        "purpose, everybody",
        "necessity, everybody",
        "benefits, everybody",
        "data-items, everybody",
        "data-subjects, everybody",
        "volume, everybody",
        "dpia, everybody",
        "algorithm, everybody",
        "lead, everybody",
        "controllers, everybody",
        "other-organisations, everybody",
        "joining-and-leaving, everybody",
        "arrangements, everybody",
        "retention, everybody",
        "something-new, everybody",
    })
    void asksThoseAgainWhomTheChangeConcerns(String section, String whom) {
        var change = new Change(section, "Title", "Before", "Now", Set.of(BOLTON, BURY));
        var materiality = materiality(section);

        assertThat(Stream.of(BOLTON, BURY, WIGAN).filter(partner -> materiality.concerns(change, partner)))
                .containsExactlyElementsOf(
                        switch (whom) {
                            case "nobody" -> List.of();
                            case "touched" -> List.of(BOLTON, BURY);
                            default -> List.of(BOLTON, BURY, WIGAN);
                        });
    }

    @Test
    void asksEverybodyWhenAChangeOfAFlowConcernsNobodyInParticular() {
        var change = new Change("flow", "Title", "Before", "Now", Set.of());

        assertThat(materiality("flow").concerns(change, WIGAN)).isTrue();
    }

    @Test
    void namesEverySectionInTheTable() {
        var table = Dmn.readModelFromFile(Shipped.file("materiality.dmn").toFile());
        assertThat(SECTIONS)
                .allSatisfy(section -> assertThat(Dmn.convertToString(table)).contains("\"" + section + "\""));
    }

    @Test
    void doesNotGuessAtAWordThatItDoesNotKnow() {
        assertThatThrownBy(() -> Materiality.of("some"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("“some”");
    }

    private Materiality materiality(String section) {
        return Materiality.of(engine.evaluateDecisionTable(
                        "materiality",
                        Dmn.readModelFromFile(Shipped.file("materiality.dmn").toFile()),
                        Map.of("section", section))
                .getSingleEntry());
    }
}
