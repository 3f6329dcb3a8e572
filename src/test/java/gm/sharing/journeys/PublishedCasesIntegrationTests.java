package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.urgentProposal;
import static gm.sharing.journeys.Answers.with;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gm.sharing.agreement.Agreements;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.document.Fact;
import gm.sharing.organisation.Directory;
import gm.sharing.project.ProjectReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * Agreements that were really published, from the start form to the register by the REST API that Tasklist uses, with
 * the job executor at work. Their facts are real; their prose is replaced by texts of the same length.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Tag("one-database")
class PublishedCasesIntegrationTests {

    /** The joint controllers of DARS-NIC-193456-W3M0H-v2.5 (GM-DARS-01). */
    private static final List<String> NORTH_WEST = List.of(
            "NHS Salford CCG",
            "NHS Bolton CCG",
            "NHS Bury CCG",
            "NHS Cheshire CCG",
            "NHS Heywood, Middleton and Rochdale CCG",
            "NHS Manchester CCG",
            "NHS Oldham CCG",
            "NHS Stockport CCG",
            "NHS Tameside & Glossop CCG",
            "NHS Trafford CCG",
            "NHS Wigan CCG",
            "NHS Halton CCG",
            "NHS Knowsley CCG",
            "NHS Liverpool CCG",
            "NHS South Sefton CCG",
            "NHS Southport & Formby CCG",
            "NHS St Helens CCG",
            "NHS Warrington CCG",
            "NHS Wirral CCG",
            "NHS Blackburn & Darwin CCG",
            "NHS Blackpool CCG",
            "NHS Chorley & South Ribble CCG",
            "NHS East Lancashire CCG",
            "NHS Fylde & Wyre CCG",
            "NHS Greater Preston CCG",
            "NHS Morecambe Bay CCG",
            "NHS West Lancashire CCG",
            "NHS North Cumbria CCG");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Directory directory;

    @Autowired
    Agreements agreements;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestRestTemplate pages;

    @LocalServerPort
    int port;

    TestPeople people;
    RestDriver rest;

    @BeforeEach
    void people() {
        people = new TestPeople(engine.getIdentityService(), directory);
        rest = new RestDriver(port, TestPeople.PASSWORD);
    }

    @Test
    void publishesTheCommissioningAgreementOfTwentyEightJointControllers() {
        var controllers = NORTH_WEST.stream().map(this::commissioningGroup).toList();
        var lead = controllers.get(0);
        people.lead(lead);

        assertAlikeWithOtherWords(() -> commissioning(controllers));
    }

    private String commissioning(List<String> controllers) {
        var lead = controllers.get(0);
        var others = controllers.subList(1, controllers.size());
        var project = rest.start("lead." + lead, proposal("North West STP commissioning and Advancing Quality"));
        describe(
                project,
                lead,
                with(
                        needs(),
                        "purpose",
                        prose("Commissioning.", 5_971),
                        "necessity",
                        prose("Processing activities.", 19_000),
                        "benefits",
                        prose("Measurable benefits.", 5_769),
                        "dataItems",
                        List.of(
                                Map.of(
                                        "name",
                                        "Acute-Local Provider Flows",
                                        "kind",
                                        "special-category-health",
                                        "identifiability",
                                        "pseudonymised"),
                                Map.of(
                                        "name",
                                        "Civil Registration - Deaths",
                                        "kind",
                                        "special-category-health",
                                        "identifiability",
                                        "pseudonymised"),
                                Map.of(
                                        "name",
                                        "SUS for Commissioners",
                                        "kind",
                                        "special-category-health",
                                        "identifiability",
                                        "pseudonymised"))),
                with(
                        flow(List.of(lead), others),
                        "what",
                        prose("Pseudonymised commissioning data sets.", 30_000),
                        "powers",
                        List.of("other"),
                        "power",
                        "Health and Social Care Act 2012, section 261(1) and 261(2)(b)(ii)",
                        "article6",
                        "6(1)(e)",
                        "frequency",
                        "monthly"));
        controllers.parallelStream().forEach(partner -> signs(project, partner));

        assertPublished(project, "NHS North Cumbria CCG");
        return project;
    }

    @Test
    void publishesTheUrgentPandemicAgreementWithDeadlinesOfThreeWorkingDays() {
        var lead = commissioningGroup("NHS Oldham CCG");
        var provider = people.organisation("nhsdigital", "NHS Digital");
        people.lead(lead);

        assertAlikeWithOtherWords(() -> pandemic(lead, provider));
    }

    private String pandemic(String lead, String provider) {
        var project = rest.start(
                "lead." + lead,
                with(
                        urgentProposal("GDPPR COVID-19 local response"),
                        "urgencyReason",
                        "The notice under the Control of Patient Information Regulations ends."));
        describe(
                project,
                lead,
                with(
                        needs(),
                        "purpose",
                        prose("Pandemic response.", 6_369),
                        "dataItems",
                        List.of(Map.of(
                                "name",
                                "GPES Data for Pandemic Planning and Research",
                                "kind",
                                "special-category-health",
                                "identifiability",
                                "identifiable"))),
                with(
                        flow(List.of(provider), List.of(lead)),
                        "frequency",
                        "once",
                        "article6",
                        "6(1)(c)",
                        "article9",
                        "9(2)(h)",
                        "powers",
                        List.of("other"),
                        "power",
                        "Regulation 3(4) of the Health Service (Control of Patient Information) Regulations 2002"));
        var task = rest.awaitTask(project, "Task_ReviewAgreement", "ig." + provider);
        var review = engine.getTaskService().createTaskQuery().taskId(task).singleResult();
        assertThat(review.getDueDate())
                .isBefore(new java.util.Date(
                        review.getCreateTime().getTime() + Duration.ofDays(7).toMillis()));
        List.of(lead, provider).forEach(partner -> signs(project, partner));

        assertPublished(project, "NHS Digital");
        return project;
    }

    /** A process owner may reword every label of forms and tables: codes, decisions and what the register lists stay. */
    private void assertAlikeWithOtherWords(Supplier<String> published) {
        var asShipped = record(published.get());
        String reworded = Reworded.deploy(engine.getRepositoryService());
        try {
            assertThat(record(published.get())).isEqualTo(asShipped);
        } finally {
            engine.getRepositoryService().deleteDeployment(reworded, true);
        }
    }

    /** What is recorded of a published project, by keys and codes. */
    private Map<String, List<String>> record(String project) {
        var agreement = agreements.find(new ProjectReference(project)).orElseThrow();
        var content = agreement.version().content();
        return Map.of(
                "law",
                content.law().stream()
                        .flatMap(law -> law.parties().stream())
                        .map(party ->
                                "%s %s %s".formatted(party.organisation(), party.basisCode(), party.conditionCodes()))
                        .toList(),
                "answers",
                content.chapters().stream()
                        .flatMap(chapter -> chapter.sections().stream())
                        .map(section -> section.key() + " "
                                + section.facts().stream().map(Fact::id).toList())
                        .toList(),
                "summary",
                content.summary().stream().map(Fact::id).toList(),
                "events",
                trail.of(project).stream().map(Event::type).sorted().toList());
    }

    private String commissioningGroup(String name) {
        return people.organisation(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""), name);
    }

    private void describe(String project, String lead, Map<String, Object> needs, Map<String, Object> flow) {
        var person = "lead." + lead;
        rest.complete(project, "Task_DescribeNeeds", person, needs);
        rest.complete(project, "Task_NamePartners", person, partners(codes(flow, "from"), codes(flow, "to")));
        rest.complete(project, "Task_DescribeFlows", person, flows(List.of(flow)));
        rest.complete(project, "Task_AgreeArrangements", person, arrangements());
        rest.complete(project, "Task_AnswerScreening", person, nothingInScreening());
        rest.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo." + lead,
                Map.of("dpiaNeeded", "false", "reason", "The earlier assessment covers this renewal."));
        rest.complete(project, "Task_DecideNoDpia", "signatory." + lead, withoutDpia());
        rest.complete(project, "Task_CheckDraft", person, Map.of("sendOut", "true"));
    }

    private static List<String> codes(Map<String, Object> flow, String end) {
        return ((List<?>) flow.get(end)).stream().map(Object::toString).toList();
    }

    private void signs(String project, String partner) {
        rest.complete(project, "Task_ReviewAgreement", "ig." + partner, review("sign"));
        rest.complete(project, "Task_SignAgreement", "signatory." + partner, signature("sign"));
    }

    private void assertPublished(String project, String partner) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> agreements.find(new ProjectReference(project)).isPresent());
        assertThat(pages.getForObject("/register", String.class)).contains(project);
        assertThat(pages.getForObject("/register/" + project, String.class)).contains(partner);
    }

    /** A text of this length in paragraphs. */
    private static String prose(String words, int length) {
        List<String> paragraphs = new ArrayList<>();
        var paragraph = (words + " ").repeat(12).strip();
        while (String.join("\n\n", paragraphs).length() < length) {
            paragraphs.add(paragraph);
        }
        return String.join("\n\n", paragraphs).substring(0, length).strip();
    }
}
