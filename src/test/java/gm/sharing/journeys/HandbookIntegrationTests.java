package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.DemoApplication;
import gm.sharing.RoundTrips;
import gm.sharing.Shipped;
import gm.sharing.Visitor;
import gm.sharing.handbook.HandbookModels;
import gm.sharing.handbook.ModelStep;
import gm.sharing.workflow.gate.OwnersDrawings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** The handbook says what is deployed, and nothing else. */
@Tag("one-database")
@DemoApplication
class HandbookIntegrationTests {

    private static final String REVIEW = "/handbook/steps/partner-sign-off/Task_ReviewAgreement";
    private static final String OWN_PROCESS = "src/test/resources/own-processes/";

    private static final Pattern ANCHOR = Pattern.compile("id=\"(question-[^\"]+)\"");

    private static final Pattern ID = Pattern.compile("<dt[^>]* id=\"([^\"]+)\"");

    /** Each command of the engine ends with one. */
    private static final int COMMIT = 2;

    @LocalServerPort
    int port;

    @Autowired
    HandbookModels models;

    @Autowired
    ProcessEngine engine;

    private final List<String> deployments = new ArrayList<>();
    private Visitor reader;

    @BeforeEach
    void signIn() {
        reader = Visitor.signedIn(port, "ig.bolton");
    }

    @AfterEach
    void undeploy() {
        deployments.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
    }

    @Test
    void saysOfAStepWhoDoesItByWhenAndWhatLeadsWhere() {
        var page = text(REVIEW);

        assertThat(page)
                .contains("Review the agreement", "4. Assessment and sign-off", "IG officer of the partner")
                .contains("15 working days (normal), 3 working days (urgent)")
                .contains("Form “Review the agreement”, 18 questions")
                .contains("Time for a reminder", "After 7 working days (normal), 1 working day (urgent): your IG")
                .contains("Decide whether your organisation should sign this version")
                .contains("href=\"https://ico.org.uk/for-organisations/")
                .doesNotContain("{{", "${");
        assertThat(page).containsSubsequence("href=\"#late\"", "What happens when it is late", "Before and after");
        assertThat(page)
                .as("in the words of the model's timers")
                .containsSubsequence(
                        "On the day it is due, your organisation and the lead are told.",
                        "Still no decision",
                        "After 20 working days (normal), 8 working days (urgent): the Information Board may let the project go ahead without you.")
                .doesNotContain("One of these:");
        assertThat(part(page, "What comes before", "What comes next")).contains("Check the draft agreement");
        assertThat(part(page, "What comes next", "What the form asks"))
                .contains("Agree to confidential use", "/handbook/steps/partner-sign-off/Task_SignAgreement")
                .contains("Decide on the refusal")
                .containsSubsequence(
                        "Sign the agreement", "Review the agreement", "> again</li>", "Nothing more to do");
    }

    @Test
    void findsOutHowLongSomethingTakesWhereverTheModelSaysIt() {
        assertThat(text("/handbook/steps/prior-consultation/Task_IcoSubmit"))
                .contains("2 working days (urgent), 5 working days (otherwise)");
        assertThat(text("/handbook/steps/dpo-advice/Task_DpiaAdvise"))
                .as("counted in the process that calls this one")
                .contains("10 working days (normal), 2 working days (urgent)", "The step ends then.");
        assertThat(text("/handbook/steps/measure-follow-up/Task_ConfirmMeasure"))
                .contains("On a day that the process works out", "On the day it is due, the owner")
                .contains("5 working days before it is due", "5 working days after it was due");
    }

    @Test
    void saysOfAQuestionWhatItMeansAndWhatCanBeAnswered() {
        assertThat(question("question-dpiaPosition"))
                .contains("Position on the DPIA", "You can rely on the lead’s DPIA.", "You have to answer this.")
                .contains("It is only asked when it applies.", "Adopt: it holds for us as it is");
        assertThat(question("question-conditions")).contains("A list: you can add several.");
        assertThat(question("question-conditions-due"))
                .contains("By when?", "The day on which it is done", "Asked for each of “Conditions”.");
        assertThat(question("question-refusalGround")).contains("14 possible answers");
        assertThat(question("question-standingFrom")).contains("This is filled in for you.");
        assertThat(question("question-policyDocument")).contains("You can leave this empty.");
    }

    @Test
    void saysOfAQuestionWhatFollowsFromItAndWhatItsWordsMean() {
        assertThat(question("question-decision"))
                .contains("It depends on your answer whether the form also has:", "“Ground of refusal”");
        assertThat(question("question-dpiaPosition"))
                .contains("href=\"/handbook/glossary#data-protection-impact-assessment-dpia\"");
        assertThat(question("question-conditions-due")).doesNotContain("In the glossary", "It depends");
    }

    @Test
    void isLinkedFromAQuestionOfAFormOfWhichItSaysMore() {
        var form = Visitor.signedIn(port, "lead.salford")
                .get("/start/sharing-project")
                .body();

        assertThat(form)
                .contains("/handbook/start/sharing-project#question-urgency\"")
                .containsPattern(
                        "About this question<span class=\"govuk-visually-hidden\">: How urgent is it\\?</span>")
                .doesNotContain("#question-title\"");
        assertThat(text("/handbook/start/sharing-project")).contains("id=\"question-urgency\"");
    }

    @Test
    void showsAtOnceWhatAProcessOwnerDeploys() {
        assertThat(text("/handbook")).doesNotContain("Look at the agreement", "12 working days");

        deploy(Map.of(
                "partner-sign-off.bpmn",
                Shipped.text("partner-sign-off.bpmn")
                        .replace("name=\"Review the agreement\"", "name=\"Look at the agreement\"")
                        .replace("name=\"Time for a reminder\"", "name=\"Time for a nudge\"")
                        .replace("\"then\" value=\"the Information Board may let", "\"own\" value=\"")));
        deploy(
                Map.of(
                        "review-agreement.form",
                        OwnersDrawings.withQuestions(
                                "review-agreement",
                                """
                        {"type": "radio", "id": "Own_Ward", "key": "ownWard", "label": "Which wards does it touch?",
                         "description": "Ask the **service**.", "values": [{"label": "North", "value": "north"}]}""")));
        deploy(Map.of(
                "review-deadlines.dmn",
                Shipped.text("review-deadlines.dmn").replace("<text>15</text>", "<text>12</text>")));

        assertThat(text("/handbook")).contains("Look at the agreement", "12 working days (normal)");
        assertThat(text("/handbook/steps/sharing-project/Task_CheckDraft")).contains("Look at the agreement");
        assertThat(text(REVIEW))
                .contains("Look at the agreement", "Time for a nudge")
                .containsSubsequence("One of these:", "<li>Decide on the stalled review (I", "<li>Go ahead without the")
                .doesNotContain("Review the agreement</h1>");
        assertThat(question("question-ownWard"))
                .contains("Which wards does it touch?", "Ask the **service**.", "North");
        assertThat(part(text("/handbook/deadlines"), "Within how many working days?", "</table>"))
                .contains(">12<");
    }

    @Test
    void showsAProcessOfAnOwner() {
        assertThat(reader.get("/handbook/start/privacy-notice-refresh").statusCode())
                .isEqualTo(404);

        deploy(Stream.of("privacy-notice-refresh.bpmn", "refresh-notice.form", "new-notice.form")
                .collect(Collectors.toMap(name -> name, name -> OwnersDrawings.file(OWN_PROCESS + name))));

        var own = models.steps().stream()
                .filter(step -> step.process().equals("privacy-notice-refresh"))
                .toList();
        assertThat(own).hasSizeGreaterThan(1);
        assertThat(own).allSatisfy(step -> assertThat(text("/handbook"))
                .contains(address(step), HtmlUtils.htmlEscape(step.name(), "UTF-8")));
        assertThat(text("/handbook/start/privacy-notice-refresh"))
                .contains(
                        "id=\"question-why\"", "Project lead or Data protection officer or IG officer, Bolton Council");
    }

    @Test
    void hasAPageForEveryStepOfEveryShippedModelAndAPlaceForEveryQuestion() {
        Set<String> listed =
                models.steps().stream().map(HandbookIntegrationTests::address).collect(Collectors.toSet());
        int steps = 0;
        int questions = 0;
        for (Path file : Shipped.ending(".bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            String process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                String address = "/handbook/steps/" + process + "/" + task.getId();
                assertThat(listed).contains(address);
                questions += assertHasAPlaceForEveryQuestion(address, task.getName(), task.getCamundaFormRef());
                steps++;
            }
            for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
                if (start.getCamundaFormRef() != null) {
                    questions += assertHasAPlaceForEveryQuestion(
                            "/handbook/start/" + process, "Propose a sharing project", start.getCamundaFormRef());
                    steps++;
                }
            }
        }
        assertThat(steps).isGreaterThan(40);
        assertThat(questions).isGreaterThan(250);
    }

    private int assertHasAPlaceForEveryQuestion(String address, String name, String form) {
        String page = text(address);
        Set<String> keys = keys(form(form), "").collect(Collectors.toSet());
        List<String> anchors =
                ANCHOR.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(page).contains("<h1 class=\"govuk-heading-xl\">" + HtmlUtils.htmlEscape(name, "UTF-8") + "</h1>");
        assertThat(anchors).as(address).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(keys);
        assertThat(page).as(address).doesNotContain("{{", "}}");
        return keys.size();
    }

    /** Whatever has a key is asked, and a list is asked under its path. */
    private static Stream<String> keys(JsonNode parent, String within) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(field -> {
                    String path = field.path("path").asText();
                    String key = field.path("key").asText(path);
                    return Stream.concat(
                            key.isEmpty() ? Stream.empty() : Stream.of("question-" + within + key),
                            keys(field, path.isEmpty() ? within : within + path + "-"));
                });
    }

    private static JsonNode form(String form) {
        try {
            return new ObjectMapper().readTree(Shipped.text(form + ".form"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ordersTheStepsAsAProjectComesToThem() {
        assertThat(models.steps())
                .filteredOn(step -> step.process().equals("sharing-project"))
                .extracting(ModelStep::id)
                .startsWith(null, "Task_DescribeNeeds", "Task_NamePartners", "Task_DescribeFlows");
    }

    @Test
    void isLinkedFromEachOpenTaskOfAProject() {
        var project = new JourneyDriver(engine).start("lead.salford", proposal("A task that is read up"));

        assertThat(Visitor.signedIn(port, "lead.salford")
                        .get("/projects/" + project)
                        .body())
                .contains("href=\"/handbook/steps/sharing-project/Task_DescribeNeeds\"");
    }

    @Test
    void showsTheDeadlinesOfTheTablesInWords() {
        var page = text("/handbook/deadlines");

        assertThat(page)
                .containsSubsequence(
                        "Within how many working days?</h2>", "By when does the Information Commissioner answer?</h2>");
        for (var told : List.of(page, text("/handbook"))) {
            assertThat(told)
                    .contains(
                            "How long do I have to review or sign?",
                            "A partner has 15 working days for its whole decision")
                    .contains("After 7 working days, your IG")
                    .contains(
                            "If you are late, your organisation and the lead are told on the due day, and after 20 working"
                                    + " days the Information Board may let the project go ahead without you.")
                    .contains("If the project is urgent: 3 working days, with a reminder after 1");
        }
        assertThat(page)
                .contains("Within how many working days?", "Board is asked after", "DPO advice", ">Never<")
                .contains("By when does the Information Commissioner answer?", "8 weeks", "1 month", "10 days")
                .contains("When is an organisation asked to renew?")
                .doesNotContain("&quot;", "Which criteria of high risk", "Lawful bases of Article 6");
    }

    @Test
    void explainsTheWordsOfTheFieldWithTheirSource() {
        var page = text("/handbook/glossary");

        assertThat(part(page, "id=\"caldicott-guardian\"", "</div>"))
                .contains(
                        "Caldicott Guardian",
                        "href=\"https://www.gov.uk/government/publications/the-caldicott-principles\"");
        assertThat(part(page, "aria-label=\"A to Z\"", "</nav>"))
                .containsOnlyOnce(">L<")
                .contains("href=\"#law-enforcement-processing\"")
                .doesNotContain("href=\"#lawful-basis\"");
        assertThat(ID.matcher(page).results().map(found -> found.group(1)).toList())
                .hasSizeGreaterThan(30)
                .doesNotHaveDuplicates()
                .isSorted()
                .contains("controller", "public-sector-equality-duty-psed", "senior-information-risk-owner-siro");
    }

    @Test
    void tellsOfRealAgreementsHowTheirJourneyWouldGo() {
        assertThat(text("/handbook/examples"))
                .contains("Waiting times for cancer treatment", "COVID-19, Oldham", "National Fraud Initiative")
                .contains("How the journey would go here", "DARS-NIC-388913-L5D5B");
    }

    @Test
    void isForWhoeverIsSignedIn() {
        var nobody = Visitor.browser(port);

        for (var page : List.of(
                "/handbook",
                "/handbook/deadlines",
                "/handbook/glossary",
                "/handbook/examples",
                REVIEW,
                "/handbook/start/sharing-project")) {
            assertThat(nobody.get(page).headers().firstValue("Location").orElseThrow())
                    .endsWith("/login");
        }
        assertThat(nobody.get("/register").body()).doesNotContain(">Handbook<");
        assertThat(text("/work")).contains("href=\"/handbook\"", ">Handbook<");
    }

    @Test
    void hasNothingForAStepThatIsNot() {
        for (var page :
                List.of("steps/partner-sign-off/Task_Nothing", "steps/nothing/Task_ReviewAgreement", "start/dpia")) {
            assertThat(reader.get("/handbook/" + page).statusCode()).as(page).isEqualTo(404);
        }
    }

    @Test
    void costsAsManyStatementsForManyModelsAsForOne() {
        models.steps();
        models.step("partner-sign-off", "Task_ReviewAgreement");

        assertThat(RoundTrips.of(models::steps)).hasSizeLessThanOrEqualTo(1);
        assertThat(RoundTrips.of(models::deadlines)).hasSizeLessThanOrEqualTo(1);
        assertThat(RoundTrips.of(() -> models.step("partner-sign-off", "Task_ReviewAgreement")))
                .hasSizeLessThanOrEqualTo(3 + COMMIT);
    }

    private String text(String page) {
        var answer = reader.get(page);
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        return answer.body();
    }

    private String question(String anchor) {
        return part(text(REVIEW), "id=\"" + anchor + "\"", "</section>");
    }

    private static String part(String page, String from, String to) {
        int begin = page.indexOf(from);
        assertThat(begin).as(from).isPositive();
        return page.substring(begin, page.indexOf(to, begin));
    }

    private static String address(ModelStep step) {
        return step.id() == null
                ? "/handbook/start/" + step.process()
                : "/handbook/steps/" + step.process() + "/" + step.id();
    }

    private void deploy(Map<String, String> files) {
        var answer = Visitor.program(port, "owner").deploy("Handbook", files);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        deployments.add(Visitor.parse(answer).path("id").textValue());
    }
}
