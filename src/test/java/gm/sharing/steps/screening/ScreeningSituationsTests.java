package gm.sharing.steps.screening;

import static gm.sharing.Changed.changed;
import static gm.sharing.dpia.ScreeningOutcome.REQUIRED;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import gm.sharing.code.ShippedCodes;
import gm.sharing.dpia.AutomatedDecisions;
import gm.sharing.dpia.CriteriaList;
import gm.sharing.dpia.Criterion;
import gm.sharing.dpia.Screening;
import gm.sharing.dpia.ScreeningOutcome;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import gm.sharing.project.DataItem;
import gm.sharing.project.DataKinds;
import gm.sharing.project.Flow;
import gm.sharing.project.FlowList;
import gm.sharing.project.Identifiability;
import gm.sharing.project.Law;
import gm.sharing.project.Needs;
import gm.sharing.project.PartnerList;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.SharingProject;
import gm.sharing.workflow.step.Row;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the screening finds in real situations: the examples that the Information Commissioner publishes of processing
 * likely to result in high risk, the kinds of projects that Greater Manchester's organisations run, and agreements that
 * were really made. Each goes from what its lead says through the facts and the tables that process owners edit.
 */
class ScreeningSituationsTests extends Situations {

    private static final DataKinds KINDS = new Law(ShippedCodes.all()).kinds();
    private static final OrganisationCode RECIPIENT = new OrganisationCode("recipient");
    private static final Set<String> ROWS_THAT_FITTED = new TreeSet<>();
    private static final DmnEngine ENGINE = engine();
    private static final DmnDecision GROUPS = table("people-groups");
    private static final DmnDecision CRITERIA = table("dpia-criteria");
    private static final DmnDecision OUTCOMES = table("dpia-screening");

    private static DmnEngine engine() {
        DmnDecisionTableEvaluationListener listener = event -> event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .forEach(ROWS_THAT_FITTED::add);
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
        return configuration.buildEngine();
    }

    private static DmnDecision table(String name) {
        return ENGINE.parseDecision(name, Dmn.readModelFromFile(file(name)));
    }

    private static File file(String table) {
        return Shipped.file(table + ".dmn").toFile();
    }

    static Stream<Situation> situations() {
        return Stream.of(PublishedExamples.all(), SharingInGreaterManchester.all(), AgreementsThatWereMade.all())
                .flatMap(situations -> situations);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void findsTheCriteriaAndWhatFollows(Situation situation) {
        FoundCriteria found = found(situation);

        assertThat(found.all())
                .extracting(criterion -> criterion.words().split(":", 2)[0])
                .containsExactlyInAnyOrderElementsOf(situation.criteria());
        assertThat(found.all()).extracting(Criterion::because).allMatch(because -> because.endsWith("."));
        assertThat(outcome(found)).isEqualTo(situation.outcome());
    }

    @Test
    void coversEveryRowOfTheTable() {
        situations().forEach(ScreeningSituationsTests::found);

        Set<String> rows = Dmn.readModelFromFile(file("dpia-criteria")).getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .collect(Collectors.toSet());
        assertThat(ROWS_THAT_FITTED).containsAll(rows);
    }

    @Test
    void saysWhatLedToACriterion() {
        Situation hub = new Situation(
                "Hub",
                List.of(HEALTH, CRIME),
                List.of("children", "victims"),
                "population",
                Set.of("matching"),
                3,
                REQUIRED,
                List.of());

        assertThat(found(hub).all())
                .extracting(Criterion::because)
                .containsExactly(
                        "The data includes special category data: health. It is about a whole population. The data"
                                + " includes criminal offence data. It is about a whole population.",
                        "Records about the same person are linked or matched from 3 organisations.",
                        "The data includes special category data: health. The data includes criminal offence data.",
                        "The information concerns a whole population.",
                        "Among the people are: children, victims and witnesses.");
    }

    @ParameterizedTest
    @ValueSource(strings = {HEALTH, POLITICS, GENES, CRIME})
    void keepsTheCategoryOfWhatIsPseudonymised(String kind) {
        var found = found(new DataItem("Data set", kind, Identifiability.PSEUDONYMISED), false);

        assertThat(found.all()).extracting(Criterion::words).contains(SENSITIVE_AT_SCALE, SENSITIVE);
        assertThat(outcome(found)).isEqualTo(REQUIRED);
    }

    @Test
    void takesAConditionOfArticle9ForSpecialCategoryData() {
        var plain = new DataItem("Hospital episodes", PLAIN);

        assertThat(found(plain, false).all()).extracting(Criterion::words).doesNotContain(SENSITIVE_AT_SCALE);
        assertThat(found(plain, true).all()).extracting(Criterion::words).contains(SENSITIVE_AT_SCALE);
        assertThat(outcome(found(plain, true))).isEqualTo(REQUIRED);
    }

    private static FoundCriteria found(DataItem item, boolean article9) {
        Needs needs = ProjectFixture.needs();
        SharingProject project = ProjectFixture.described(
                "Data sets",
                BOLTON,
                code -> Organisation.legalEntity(code, code.value(), Sector.OTHER),
                changed(
                        needs,
                        "groups",
                        List.of("residents"),
                        "scale",
                        "population",
                        "matching",
                        false,
                        "dataItems",
                        List.of(item)),
                new PartnerList(List.of(BOLTON), List.of(RECIPIENT), List.of(), false, null, "By a new version."),
                new FlowList(
                        List.of(flow(List.of(BOLTON), List.of(RECIPIENT), article9 || KINDS.special(item))), List.of()),
                ProjectFixture.arrangements());
        Map<String, Object> facts = new Facts(ScreeningSituationsTests::group, KINDS)
                .of(project, Optional.of(screening(Set.of())))
                .inputs();
        return Criteria.from(rows(CRITERIA, facts));
    }

    @Test
    void takesWhatNobodySaidYetAsNotBeingSo() {
        Map<String, Object> facts = new Facts(code -> new PeopleGroup(true, code), KINDS)
                .of(ProjectFixture.justProposed(), Optional.empty())
                .inputs();
        assertThat(Criteria.from(rows(CRITERIA, facts)).all()).isEmpty();

        assertThat(facts)
                .containsEntry("automatedDecisions", "none")
                .containsEntry("scale", "")
                .containsEntry("providers", 0)
                .containsEntry("groups", List.of())
                .containsEntry("directCare", true);
        assertThat(facts.entrySet().stream()
                        .filter(fact -> Boolean.TRUE.equals(fact.getValue()))
                        .map(Map.Entry::getKey))
                .containsExactly("directCare");
    }

    private static FoundCriteria found(Situation situation) {
        Map<String, Object> facts = new Facts(ScreeningSituationsTests::group, KINDS)
                .of(project(situation), Optional.of(screening(situation.answers())))
                .inputs();
        return Criteria.from(rows(CRITERIA, facts));
    }

    private static PeopleGroup group(String code) {
        return PeopleGroup.of(rows(GROUPS, Map.of("group", code)).get(0));
    }

    private static List<Row> rows(DmnDecision table, Map<String, Object> facts) {
        return ENGINE.evaluateDecisionTable(table, facts).stream()
                .map(row -> new Row(row.getEntryMap()))
                .toList();
    }

    private static ScreeningOutcome outcome(FoundCriteria found) {
        DmnDecisionTableResult result = ENGINE.evaluateDecisionTable(
                OUTCOMES,
                Map.of(
                        "criteriaAlways", found.count(CriteriaList.ALWAYS),
                        "criteriaIco", found.count(CriteriaList.ICO),
                        "criteriaIcoPlus", found.count(CriteriaList.ICO_PLUS),
                        "criteriaWp248", found.count(CriteriaList.WP248)));
        return ScreeningOutcome.valueOf(result.getSingleResult().getEntry("outcome"));
    }

    private static SharingProject project(Situation situation) {
        Needs needs = ProjectFixture.needs();
        List<OrganisationCode> senders = IntStream.range(0, situation.senders())
                .mapToObj(number -> number == 0 ? BOLTON : new OrganisationCode("sender" + number))
                .toList();
        List<OrganisationCode> recipients = List.of(RECIPIENT);
        return ProjectFixture.described(
                situation.name(),
                BOLTON,
                code -> Organisation.legalEntity(code, code.value(), Sector.OTHER),
                changed(
                        needs,
                        "groups",
                        situation.groups(),
                        "scale",
                        situation.scale(),
                        "matching",
                        situation.answers().contains("matching"),
                        "dataItems",
                        situation.kinds().stream()
                                .map(ScreeningSituationsTests::item)
                                .toList()),
                new PartnerList(senders, recipients, List.of(), false, null, "By a new version."),
                new FlowList(
                        List.of(flow(
                                senders,
                                recipients,
                                situation.kinds().stream().anyMatch(kind -> kind.startsWith("special")))),
                        List.of()),
                ProjectFixture.arrangements());
    }

    private static DataItem item(String kind) {
        return kind.equals(NOBODY)
                ? new DataItem("Figures", PLAIN, Identifiability.ANONYMOUS)
                : new DataItem("What is shared: " + kind, kind);
    }

    /** With conditions that stand for whatever kind of information. */
    private static Flow flow(List<OrganisationCode> from, List<OrganisationCode> to, boolean special) {
        return changed(
                ProjectFixture.flow(from, to), "article9", special ? "9(2)(a)" : null, "schedule1", "sch1-part3-29");
    }

    private static Screening screening(Set<String> yes) {
        AutomatedDecisions decisions = Arrays.stream(AutomatedDecisions.values())
                .filter(one -> yes.contains(one.code()))
                .findFirst()
                .orElse(AutomatedDecisions.NONE);
        return new Screening(
                decisions,
                yes.contains("profiling"),
                yes.contains("ai"),
                yes.contains("algorithmicTool"),
                yes.contains("deniesService"),
                yes.contains("monitoring"),
                yes.contains("publicArea"),
                yes.contains("tracking"),
                yes.contains("invisible"),
                yes.contains("innovative"),
                yes.contains("targeting"),
                yes.contains("unexpected"),
                yes.contains("directCare"),
                yes.contains("physicalHarm"),
                false,
                null,
                null,
                null);
    }
}
