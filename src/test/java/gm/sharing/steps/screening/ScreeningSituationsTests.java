package gm.sharing.steps.screening;

import static gm.sharing.dpia.ScreeningOutcome.DPO_CONFIRMS;
import static gm.sharing.dpia.ScreeningOutcome.DPO_REVIEW;
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
import java.util.LinkedHashSet;
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
class ScreeningSituationsTests {

    private static final DataKinds KINDS = new Law(ShippedCodes.all()).kinds();

    private static final OrganisationCode RECIPIENT = new OrganisationCode("recipient");
    private static final String PLAIN = "personal";
    private static final String PLACE = "personal-location";
    private static final String MONEY = "personal-finances";
    private static final String HOME = "personal-private-life";
    private static final String HEALTH = "special-category-health";
    private static final String POLITICS = "special-category-politics";
    private static final String GENES = "special-category-genetic";
    private static final String BODY = "special-category-biometric";
    private static final String CRIME = "criminal-offence";
    private static final String NOBODY = "nobody";

    private static final String EVALUATES =
            "Systematic and extensive automated evaluation of people, with legal or similar effect";
    private static final String SENSITIVE_AT_SCALE = "Special category or criminal offence data on a large scale";
    private static final String PUBLIC_AREA = "Systematic monitoring of a public area on a large scale";
    private static final String DENIAL = "Denial of service";
    private static final String PROFILING_AT_SCALE = "Large-scale profiling";
    private static final String MATCHING = "Data matching";
    private static final String TARGETING = "Targeting of children or other vulnerable people";
    private static final String HARM = "Risk of physical harm";
    private static final String NEW_TECHNOLOGY = "Innovative technology, or a new use of existing technology";
    private static final String BIOMETRIC = "Biometric data";
    private static final String GENETIC = "Genetic data";
    private static final String INVISIBLE = "Invisible processing";
    private static final String TRACKING = "Tracking";
    private static final String SCORING = "Evaluation or scoring";
    private static final String DECISIONS = "Automated decisions with legal or similar effect";
    private static final String MONITORING = "Systematic monitoring";
    private static final String SENSITIVE = "Sensitive or highly personal data";
    private static final String LARGE = "Large scale";
    private static final String UNEXPECTED = "Matching or combining data sets in a way that people would not expect";
    private static final String VULNERABLE = "Vulnerable people";
    private static final String NEW_USE = "Innovative use";
    private static final String PREVENTS = "Prevents a right, a service or a contract";

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

    /**
     * A project as its lead describes it.
     *
     * @param answers questions of the screening that the lead says yes to, {@code matching} of the description, and
     *     {@code support} or {@code alone} where a machine has to do with decisions
     */
    private record Situation(
            String name,
            List<String> kinds,
            List<String> groups,
            String scale,
            Set<String> answers,
            int senders,
            ScreeningOutcome outcome,
            List<String> criteria) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Situation situation(
            String name,
            List<String> kinds,
            String groups,
            String scale,
            String answers,
            ScreeningOutcome outcome,
            String... criteria) {
        return new Situation(
                name, kinds, words(groups), scale, new LinkedHashSet<>(words(answers)), 1, outcome, List.of(criteria));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    static Stream<Situation> situations() {
        return Stream.of(publishedExamples(), sharingInGreaterManchester(), agreementsThatWereMade())
                .flatMap(situations -> situations);
    }

    /** After the list under Article 35(4) of UK GDPR, which names areas of application for each criterion. */
    private static Stream<Situation> publishedExamples() {
        return Stream.of(
                situation(
                        "Artificial intelligence sorts the calls to a contact centre",
                        List.of(PLAIN),
                        "residents",
                        "population",
                        "ai support",
                        REQUIRED,
                        NEW_TECHNOLOGY,
                        LARGE,
                        NEW_USE),
                situation(
                        "Driverless shuttles film the streets they use",
                        List.of(PLACE),
                        "residents",
                        "population",
                        "ai innovative monitoring publicArea tracking",
                        REQUIRED,
                        PUBLIC_AREA,
                        NEW_TECHNOLOGY,
                        TRACKING,
                        MONITORING,
                        SENSITIVE,
                        LARGE,
                        NEW_USE),
                situation(
                        "Cameras read number plates to manage traffic",
                        List.of(PLACE),
                        "residents",
                        "population",
                        "monitoring publicArea tracking invisible",
                        REQUIRED,
                        PUBLIC_AREA,
                        INVISIBLE,
                        TRACKING,
                        MONITORING,
                        SENSITIVE,
                        LARGE),
                situation(
                        "Wearables watch the breathing of patients at home",
                        List.of(HEALTH),
                        "patients",
                        "under-1000",
                        "innovative monitoring",
                        REQUIRED,
                        NEW_TECHNOLOGY,
                        MONITORING,
                        SENSITIVE,
                        VULNERABLE,
                        NEW_USE),
                situation(
                        "Sensors in a few council offices tell which rooms are empty, in a new way",
                        List.of(PLAIN),
                        "other",
                        "under-1000",
                        "innovative",
                        DPO_REVIEW,
                        NEW_TECHNOLOGY,
                        NEW_USE),
                situation(
                        "A credit check decides who gets a rent deposit bond",
                        List.of(MONEY),
                        "tenants",
                        "1000-10000",
                        "support profiling deniesService",
                        REQUIRED,
                        EVALUATES,
                        DENIAL,
                        SCORING,
                        SENSITIVE,
                        PREVENTS),
                situation(
                        "Officers decide on parking badges for people with a disability",
                        List.of(HEALTH),
                        "vulnerable-adults",
                        "over-10000",
                        "deniesService",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        DENIAL,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE,
                        PREVENTS),
                situation(
                        "An insurer of tenants' contents checks applicants before a contract",
                        List.of(PLAIN),
                        "tenants",
                        "1000-10000",
                        "support deniesService",
                        REQUIRED,
                        DENIAL,
                        PREVENTS),
                situation(
                        "A risk score suspends a benefit before anybody looks at it",
                        List.of(MONEY),
                        "residents",
                        "over-10000",
                        "alone profiling deniesService",
                        REQUIRED,
                        EVALUATES,
                        DENIAL,
                        PROFILING_AT_SCALE,
                        SCORING,
                        DECISIONS,
                        SENSITIVE,
                        LARGE,
                        PREVENTS),
                situation(
                        "Smart meters tell who may not afford heating",
                        List.of(HOME),
                        "tenants",
                        "over-10000",
                        "profiling tracking",
                        REQUIRED,
                        PROFILING_AT_SCALE,
                        TRACKING,
                        SCORING,
                        MONITORING,
                        SENSITIVE,
                        LARGE),
                situation(
                        "An app for fitness rates the lifestyle of residents",
                        List.of(HEALTH),
                        "residents",
                        "over-10000",
                        "profiling tracking",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        PROFILING_AT_SCALE,
                        TRACKING,
                        SCORING,
                        MONITORING,
                        SENSITIVE,
                        LARGE),
                situation(
                        "Police compare faces in the city centre with a list of suspects",
                        List.of(BODY, CRIME),
                        "suspects-offenders residents",
                        "population",
                        "ai innovative monitoring publicArea invisible support",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        PUBLIC_AREA,
                        NEW_TECHNOLOGY,
                        BIOMETRIC,
                        INVISIBLE,
                        MONITORING,
                        SENSITIVE,
                        LARGE,
                        NEW_USE),
                situation(
                        "Fingerprints open the doors of an office to its staff",
                        List.of(BODY),
                        "employees",
                        "under-1000",
                        "",
                        REQUIRED,
                        BIOMETRIC,
                        SENSITIVE,
                        VULNERABLE),
                situation(
                        "Callers are known by their voice",
                        List.of(BODY),
                        "residents",
                        "over-10000",
                        "",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        BIOMETRIC,
                        SENSITIVE,
                        LARGE),
                situation(
                        "A university studies the genes of patients with a rare disease",
                        List.of(GENES, HEALTH),
                        "patients",
                        "1000-10000",
                        "",
                        REQUIRED,
                        GENETIC,
                        SENSITIVE,
                        VULNERABLE),
                situation(
                        "A doctor has the genes of her own patients tested",
                        List.of(GENES),
                        "patients",
                        "under-1000",
                        "directCare",
                        REQUIRED,
                        SENSITIVE,
                        VULNERABLE),
                situation(
                        "Take-up of free school meals is checked against benefits",
                        List.of(MONEY),
                        "children",
                        "over-10000",
                        "matching",
                        REQUIRED,
                        MATCHING,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE),
                situation(
                        "One sign-in proves who somebody is to ten councils",
                        List.of(PLAIN),
                        "residents",
                        "over-10000",
                        "matching",
                        REQUIRED,
                        MATCHING,
                        LARGE),
                situation(
                        "A theatre adds a bought list of addresses to its own for its mailings",
                        List.of(PLAIN),
                        "residents",
                        "over-10000",
                        "matching unexpected invisible",
                        REQUIRED,
                        MATCHING,
                        INVISIBLE,
                        LARGE,
                        UNEXPECTED),
                situation(
                        "What people publish of themselves is collected to learn what they think of a plan",
                        List.of(PLAIN, POLITICS),
                        "residents",
                        "1000-10000",
                        "invisible profiling",
                        REQUIRED,
                        INVISIBLE,
                        SCORING,
                        SENSITIVE),
                situation(
                        "A society keeps the names of historic benefactors that it read in newspapers",
                        List.of(PLAIN),
                        "other",
                        "under-1000",
                        "invisible",
                        DPO_REVIEW,
                        INVISIBLE),
                situation(
                        "Phones are counted along the high street by their identifiers",
                        List.of(PLACE),
                        "residents",
                        "over-10000",
                        "tracking monitoring publicArea invisible",
                        REQUIRED,
                        PUBLIC_AREA,
                        INVISIBLE,
                        TRACKING,
                        MONITORING,
                        SENSITIVE,
                        LARGE),
                situation(
                        "Advertisers follow visitors of a council's web pages",
                        List.of(PLAIN),
                        "residents",
                        "population",
                        "tracking invisible profiling",
                        REQUIRED,
                        PROFILING_AT_SCALE,
                        INVISIBLE,
                        TRACKING,
                        SCORING,
                        MONITORING,
                        LARGE),
                situation(
                        "The eyes of thirty volunteers are followed while they use a form",
                        List.of(PLAIN),
                        "other",
                        "under-1000",
                        "tracking",
                        DPO_REVIEW,
                        TRACKING,
                        MONITORING),
                situation(
                        "The cars of care workers report where they are",
                        List.of(PLACE),
                        "employees",
                        "under-1000",
                        "tracking monitoring",
                        REQUIRED,
                        TRACKING,
                        MONITORING,
                        SENSITIVE,
                        VULNERABLE),
                situation(
                        "Software counts the keystrokes of those who work from home",
                        List.of(PLAIN),
                        "employees",
                        "1000-10000",
                        "tracking monitoring",
                        REQUIRED,
                        TRACKING,
                        MONITORING,
                        VULNERABLE),
                situation(
                        "A loyalty card for buses and trams keeps every journey",
                        List.of(PLACE),
                        "residents",
                        "over-10000",
                        "tracking",
                        REQUIRED,
                        TRACKING,
                        MONITORING,
                        SENSITIVE,
                        LARGE),
                situation(
                        "People who owe council tax are traced to their new address",
                        List.of(MONEY),
                        "residents",
                        "1000-10000",
                        "matching unexpected invisible",
                        REQUIRED,
                        MATCHING,
                        INVISIBLE,
                        SENSITIVE,
                        UNEXPECTED),
                situation(
                        "Libraries lend toys that are connected to the internet",
                        List.of(PLAIN),
                        "children",
                        "under-1000",
                        "targeting",
                        REQUIRED,
                        TARGETING,
                        VULNERABLE),
                situation(
                        "Young people talk about their mental health on a web site",
                        List.of(HEALTH),
                        "children",
                        "1000-10000",
                        "targeting",
                        REQUIRED,
                        TARGETING,
                        SENSITIVE,
                        VULNERABLE),
                situation(
                        "Staff of three authorities report wrongdoing to one office",
                        List.of(PLAIN),
                        "employees",
                        "under-1000",
                        "physicalHarm",
                        REQUIRED,
                        HARM,
                        VULNERABLE),
                situation(
                        "Records of children in care go with them to another borough",
                        List.of(HEALTH, HOME),
                        "children care-users",
                        "1000-10000",
                        "physicalHarm",
                        REQUIRED,
                        HARM,
                        SENSITIVE,
                        VULNERABLE));
    }

    private static Stream<Situation> sharingInGreaterManchester() {
        return Stream.of(
                situation(
                        "The record of a child's early years is kept once for parents, nurseries and health visitors",
                        List.of(HEALTH, PLAIN),
                        "children",
                        "over-10000",
                        "matching",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        MATCHING,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE),
                situation(
                        "Care plans of people with dementia or frailty are seen by everybody who treats them",
                        List.of(HEALTH),
                        "patients vulnerable-adults",
                        "over-10000",
                        "matching",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        MATCHING,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE),
                situation(
                        "One care record of all residents is used to plan services",
                        List.of(HEALTH),
                        "patients",
                        "population",
                        "matching profiling invisible",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        PROFILING_AT_SCALE,
                        MATCHING,
                        TARGETING,
                        INVISIBLE,
                        SCORING,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE),
                situation(
                        "Hostels and councils find a bed for everybody who sleeps rough",
                        List.of(PLAIN, HEALTH, CRIME),
                        "homeless",
                        "1000-10000",
                        "matching physicalHarm",
                        REQUIRED,
                        MATCHING,
                        HARM,
                        SENSITIVE,
                        VULNERABLE),
                situation(
                        "A safeguarding hub puts together what police, schools and health know of a child",
                        List.of(HEALTH, CRIME, HOME),
                        "children victims",
                        "over-10000",
                        "matching physicalHarm invisible",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        MATCHING,
                        HARM,
                        INVISIBLE,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE),
                situation(
                        "Rent arrears of several landlords predict who may lose a home",
                        List.of(MONEY),
                        "tenants",
                        "over-10000",
                        "matching unexpected profiling ai support",
                        REQUIRED,
                        EVALUATES,
                        PROFILING_AT_SCALE,
                        MATCHING,
                        NEW_TECHNOLOGY,
                        SCORING,
                        SENSITIVE,
                        LARGE,
                        UNEXPECTED,
                        NEW_USE),
                situation(
                        "Families with several needs are found in the lists of many agencies",
                        List.of(HEALTH, CRIME),
                        "children",
                        "over-10000",
                        "matching profiling",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        PROFILING_AT_SCALE,
                        MATCHING,
                        TARGETING,
                        SCORING,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE),
                situation(
                        "Agencies meet about people at high risk of domestic abuse",
                        List.of(HEALTH, CRIME),
                        "victims suspects-offenders children",
                        "1000-10000",
                        "matching physicalHarm invisible",
                        REQUIRED,
                        MATCHING,
                        HARM,
                        INVISIBLE,
                        SENSITIVE,
                        VULNERABLE),
                situation(
                        "The fire service visits older people whom surgeries name to it",
                        List.of(PLAIN),
                        "vulnerable-adults",
                        "over-10000",
                        "",
                        REQUIRED,
                        LARGE,
                        VULNERABLE),
                situation(
                        "Police and probation rate who is most likely to offend again",
                        List.of(CRIME),
                        "suspects-offenders",
                        "1000-10000",
                        "matching profiling",
                        REQUIRED,
                        MATCHING,
                        SCORING,
                        SENSITIVE),
                situation(
                        "Places at secondary schools are given out by a program",
                        List.of(PLAIN),
                        "children",
                        "over-10000",
                        "alone deniesService",
                        REQUIRED,
                        DENIAL,
                        TARGETING,
                        DECISIONS,
                        LARGE,
                        VULNERABLE,
                        PREVENTS),
                situation(
                        "Councils tell the transport authority who is old enough for a free pass",
                        List.of(PLAIN),
                        "residents",
                        "over-10000",
                        "",
                        DPO_REVIEW,
                        LARGE),
                situation(
                        "Two fire stations share the rota of their crews",
                        List.of(PLAIN),
                        "employees",
                        "under-1000",
                        "",
                        DPO_REVIEW,
                        VULNERABLE),
                situation(
                        "Support workers tell one another which tenants are unwell",
                        List.of(HEALTH),
                        "tenants",
                        "under-1000",
                        "",
                        DPO_REVIEW,
                        SENSITIVE),
                situation(
                        "Partners keep a list of each other's contacts",
                        List.of(PLAIN),
                        "other",
                        "under-1000",
                        "",
                        DPO_CONFIRMS),
                situation(
                        "A landlord tells the council which homes need repair, with the tenants' names",
                        List.of(PLAIN),
                        "tenants",
                        "1000-10000",
                        "",
                        DPO_CONFIRMS),
                situation(
                        "Only the number of people who sleep rough is told",
                        List.of(NOBODY),
                        "homeless",
                        "population",
                        "matching",
                        DPO_CONFIRMS),
                situation(
                        "Figures of crime by ward are published",
                        List.of(NOBODY),
                        "victims residents",
                        "population",
                        "",
                        DPO_CONFIRMS));
    }

    /** By their entries in the registers of NHS Digital's releases and of the Digital Economy Act. */
    private static Stream<Situation> agreementsThatWereMade() {
        return Stream.of(
                situation(
                        "DARS-NIC-193456: 28 commissioners plan services and predict admissions from linked pseudonyms",
                        List.of(HEALTH),
                        "patients",
                        "population",
                        "matching profiling support",
                        REQUIRED,
                        EVALUATES,
                        SENSITIVE_AT_SCALE,
                        PROFILING_AT_SCALE,
                        MATCHING,
                        TARGETING,
                        SCORING,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE),
                situation(
                        "DARS-NIC-388913: records of surgeries tell a commissioner who is at risk in the pandemic",
                        List.of(HEALTH),
                        "patients",
                        "population",
                        "matching profiling invisible",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        PROFILING_AT_SCALE,
                        MATCHING,
                        TARGETING,
                        INVISIBLE,
                        SCORING,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE),
                situation(
                        "Salford's births and deaths, linked to hospital, surgery and social care records for audits",
                        List.of(PLAIN, HEALTH),
                        "residents children",
                        "population",
                        "matching unexpected invisible",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        MATCHING,
                        INVISIBLE,
                        SENSITIVE,
                        LARGE,
                        UNEXPECTED,
                        VULNERABLE),
                situation(
                        "DARS-NIC-110660: invoices are checked and an algorithm scores patients by linked records",
                        List.of(HEALTH, PLAIN),
                        "patients children",
                        "population",
                        "matching profiling support",
                        REQUIRED,
                        EVALUATES,
                        SENSITIVE_AT_SCALE,
                        PROFILING_AT_SCALE,
                        MATCHING,
                        TARGETING,
                        SCORING,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE),
                situation(
                        "National Fraud Initiative: tax records are matched with councils' and the matches scored",
                        List.of(MONEY, HOME),
                        "residents",
                        "over-10000",
                        "matching unexpected profiling invisible",
                        REQUIRED,
                        PROFILING_AT_SCALE,
                        MATCHING,
                        INVISIBLE,
                        SCORING,
                        SENSITIVE,
                        LARGE,
                        UNEXPECTED));
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
                new Needs(
                        null,
                        needs.purpose(),
                        needs.necessity(),
                        needs.benefits(),
                        needs.dataSubjects(),
                        List.of("residents"),
                        needs.volume(),
                        "population",
                        false,
                        List.of(item)),
                new PartnerList(List.of(BOLTON), List.of(RECIPIENT), List.of(), false, null, "By a new version."),
                new FlowList(
                        List.of(flow(List.of(BOLTON), List.of(RECIPIENT), article9 || KINDS.special(item))), List.of()),
                ProjectFixture.arrangements());
        Map<String, Object> facts =
                new Facts(ScreeningSituationsTests::group, KINDS).of(project, Optional.of(screening(Set.of())));
        return Criteria.from(rows(CRITERIA, facts));
    }

    @Test
    void takesWhatNobodySaidYetAsNotBeingSo() {
        Map<String, Object> facts = new Facts(code -> new PeopleGroup(true, code), KINDS)
                .of(ProjectFixture.justProposed(), Optional.empty());
        assertThat(Criteria.from(rows(CRITERIA, facts)).all()).isEmpty();

        assertThat(facts)
                .containsEntry("automatedDecisions", "none")
                .containsEntry("scale", "")
                .containsEntry("providers", 0)
                .containsEntry("groups", List.of())
                .containsEntry("directCare", true);
        facts.remove("directCare");
        assertThat(facts.values().stream().filter(Boolean.class::isInstance)).containsOnly(false);
    }

    private static FoundCriteria found(Situation situation) {
        Map<String, Object> facts = new Facts(ScreeningSituationsTests::group, KINDS)
                .of(project(situation), Optional.of(screening(situation.answers())));
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
                new Needs(
                        null,
                        needs.purpose(),
                        needs.necessity(),
                        needs.benefits(),
                        needs.dataSubjects(),
                        situation.groups(),
                        needs.volume(),
                        situation.scale(),
                        situation.answers().contains("matching"),
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
        Flow plain = ProjectFixture.flow(from, to);
        return new Flow(
                from,
                to,
                plain.what(),
                null,
                plain.method(),
                plain.frequency(),
                plain.security(),
                plain.article6(),
                null,
                null,
                special ? "9(2)(a)" : null,
                "sch1-part3-29",
                null,
                null,
                false,
                List.of(),
                null,
                plain.power(),
                null,
                false,
                null,
                plain.copyReason());
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
