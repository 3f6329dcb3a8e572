package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.adopting;
import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.dpiaDecision;
import static gm.sharing.journeys.Answers.dpiaSections;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flowOnPolicyDocument;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.policyDocument;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.risks;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gm.sharing.agreement.Agreements;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Sector;
import gm.sharing.project.ProjectReference;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
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
 * A multi-agency safeguarding hub from the start form to the register by the REST API that Tasklist uses: a council leads,
 * the police share one flow under Part 3 and receive care information, and neither they nor the landlord have a Guardian.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Tag("one-database")
class SafeguardingHubIntegrationTests {

    private static final String SAFEGUARDING = "sch1-part2-18";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Directory directory;

    @Autowired
    Agreements agreements;

    @Autowired
    TestRestTemplate pages;

    @LocalServerPort
    int port;

    RestDriver rest;
    String council = "";
    String police = "";
    String board = "";
    String landlord = "";

    @BeforeEach
    void people() {
        var people = new TestPeople(engine.getIdentityService(), directory);
        rest = new RestDriver(port, TestPeople.PASSWORD);
        council = people.organisation("hubcouncil", "Hub City Council", Sector.COUNCIL, true);
        police = people.organisation("hubpolice", "Hub Police", Sector.POLICE, false);
        board = people.organisation("hubicb", "Hub Integrated Care Board", Sector.ICB, true);
        landlord = people.organisation("hubhomes", "Hub Homes", Sector.HOUSING, false);
        people.lead(council);
    }

    /** Rules read keys and codes, so nothing is decided by the words that people read. */
    @Test
    void goesTheSameWayWhenAProcessOwnerRewordsEveryLabel() {
        String reworded = Reworded.deploy(engine.getRepositoryService());
        try {
            goesFromTheStartFormToTheRegisterWithoutATaskThatNobodyCanDo();
        } finally {
            engine.getRepositoryService().deleteDeployment(reworded, true);
        }
    }

    @Test
    void goesFromTheStartFormToTheRegisterWithoutATaskThatNobodyCanDo() {
        var lead = "lead." + council;
        var project = rest.start(lead, proposal("Multi-agency safeguarding hub"));
        describe(project, lead);
        assess(project, lead);
        rest.complete(project, "Task_CheckDraft", lead, Map.of("sendOut", "true"));

        rest.complete(project, "Task_ReviewAgreement", "ig." + council, policyDocument());
        rest.complete(project, "Task_ReviewAgreement", "ig." + police, adopting());
        rest.complete(project, "Task_ReviewAgreement", "ig." + board, adopting());
        rest.complete(project, "Task_ReviewAgreement", "ig." + landlord, with(review("sign"), "dpiaPosition", "adopt"));
        for (var guardian : List.of(council, board)) {
            rest.complete(project, "Task_AgreeConfidentialUse", "caldicott." + guardian, Map.of("decision", "agree"));
        }
        for (var partner : List.of(council, police, board, landlord)) {
            rest.complete(project, "Task_SignAgreement", "signatory." + partner, signature("sign"));
        }

        await().atMost(Duration.ofMinutes(2))
                .until(() -> agreements.find(new ProjectReference(project)).isPresent());
        assertThat(lawOf(project))
                .containsExactly(
                        board + " 6(1)(e) [9(2)(g), sch1-part2-18]",
                        council + " 6(1)(e) [9(2)(g), sch1-part2-18]",
                        police + " 6(1)(e) [9(2)(g), sch1-part2-18]",
                        police + "  [sch8-4]",
                        council + " 6(1)(e) [9(2)(g), sch1-part2-18]",
                        landlord + " 6(1)(ea)-safeguarding []",
                        council + " 6(1)(e) []");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(project)
                        .list())
                .as("what is left are measures to follow up")
                .extracting(Task::getTaskDefinitionKey)
                .allMatch(task -> task.contains("Measure"));
        assertThat(pages.getForObject("/register/" + project, String.class))
                .contains("Hub City Council", "Hub Police", "Hub Integrated Care Board", "Hub Homes")
                .as("one to a line")
                .containsPattern("sj-lines[^>]*>Hub City Council\nHub Police<");
    }

    private List<String> lawOf(String project) {
        return agreements.find(new ProjectReference(project)).orElseThrow().version().content().law().stream()
                .flatMap(law -> law.parties().stream())
                .map(party -> "%s %s %s".formatted(party.organisation(), party.basisCode(), party.conditionCodes()))
                .toList();
    }

    private void describe(String project, String lead) {
        rest.complete(project, "Task_DescribeNeeds", lead, with(needs(), "groups", List.of("children")));
        rest.complete(
                project,
                "Task_NamePartners",
                lead,
                partners(List.of(council, police, board, landlord), List.of(council, police)));
        var task = rest.awaitTask(project, "Task_DescribeFlows", lead);
        Map.of(
                        "article9", "condition of Article 9",
                        "schedule1", "Schedule 1",
                        "policyDocument", "appropriate policy document",
                        "optOut", "national data opt-out",
                        "confidentiality", "duty of confidentiality",
                        "copyReason", "why a copy is needed")
                .forEach((missing, rule) -> {
                    var care = careInformation();
                    care.remove(missing);
                    assertThat(rest.submit(task, lead, flows(List.of(care, policeInformation(), tenancies())))
                                    .body())
                            .as(missing)
                            .contains(", row 1, ", rule);
                });
        rest.complete(
                project,
                "Task_DescribeFlows",
                lead,
                flows(List.of(careInformation(), policeInformation(), tenancies())));
        rest.complete(project, "Task_AgreeArrangements", lead, arrangements());
        rest.complete(project, "Task_AnswerScreening", lead, with(nothingInScreening(), "targeting", "false"));
    }

    /** What stood still before: the police wait for a Guardian whom they never have. */
    private Map<String, Object> careInformation() {
        return with(
                flowOnPolicyDocument(List.of(board), List.of(council, police)),
                "what",
                "Injuries and worries of a health visitor.",
                "confidentialCare",
                "true",
                "confidentiality",
                "public-interest",
                "optOut",
                "public-interest");
    }

    /** Sensitive under Part 3 for the police, special category data under UK GDPR for the council. */
    private Map<String, Object> policeInformation() {
        var flow = new HashMap<>(flowOnPolicyDocument(List.of(police), List.of(council)));
        flow.remove("article6");
        flow.putAll(Map.of(
                "what",
                "Incidents at the address.",
                "lawEnforcement",
                "true",
                "underPart3",
                List.of(police),
                "schedule8",
                "sch8-4",
                "recipientsArticle6",
                "6(1)(e)",
                "schedule1",
                SAFEGUARDING));
        return flow;
    }

    private Map<String, Object> tenancies() {
        var flow = new HashMap<>(flow(List.of(landlord), List.of(council)));
        flow.remove("article9");
        flow.remove("schedule1");
        flow.putAll(Map.of(
                "what",
                "Who lives at the address.",
                "article6",
                "6(1)(ea)-safeguarding",
                "recipientsArticle6",
                "6(1)(e)"));
        return flow;
    }

    private void assess(String project, String lead) {
        dpiaSections().forEach((section, answers) -> rest.complete(project, section, lead, answers));
        rest.complete(project, "Task_DpiaRisks", lead, risks("remote", "significant"));
        rest.complete(project, "Task_DpiaAdvise", "dpo." + council, advice("accept"));
        rest.complete(project, "Task_DpiaDecide", "signatory." + council, dpiaDecision("approve"));
    }
}
