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
import static gm.sharing.journeys.Answers.with;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.agreement.AgreementVersion;
import gm.sharing.agreement.Agreements;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.document.FieldChange;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import gm.sharing.question.Answer;
import gm.sharing.question.Step;
import gm.sharing.workflow.gate.OwnersDrawings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a process owner changes on one day while 20 journeys run. */
@DemoApplication
@Tag("one-database")
class OwnersDayIntegrationTests {

    private static final String LEAD = "lead.manchester";
    private static final String CHECK = "caldicott-pre-check";

    private static final String OWN_PROCESS = "src/test/resources/own-processes/";

    private static final String OPTIONAL =
            """
            {"type": "textarea", "id": "Own_Note", "key": "ownNote", "label": "Note of the owner", "validate": {"maxLength": 500}}""";

    private static final String REQUIRED =
            """
            {"type": "textfield", "id": "Own_Code", "key": "ownCode", "label": "Code of the service",
             "validate": {"required": true, "maxLength": 100}%s}""";

    private static final String IN_AGREEMENT =
            """
            , "properties": {"document": "agreement", "heading": "Service code"}""";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    gm.sharing.question.Answers kept;

    @Autowired
    AuditTrail trail;

    @Autowired
    Projects states;

    @Autowired
    Agreements agreements;

    private JourneyDriver driver;

    private final List<String> deployments = new ArrayList<>();
    private final List<String> projects = new ArrayList<>();

    @BeforeEach
    void drive() {
        driver = new JourneyDriver(engine);
    }

    @AfterEach
    void undeploy() {
        var running = engine.getRuntimeService();
        projects.forEach(project -> running.createProcessInstanceQuery()
                .processInstanceBusinessKey(project)
                .rootProcessInstances()
                .list()
                .forEach(instance -> running.deleteProcessInstance(instance.getId(), "The test is over")));
        deployments.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
    }

    @Test
    void reachesNewJourneysAndLeavesOldTasksAsTheyWere() {
        List<String> begun = begin(17);
        begun.subList(11, 17).forEach(this::describe);
        String drafted = toDraft(begin(1).get(0), Map.of());
        List<String> sent = begin(2);
        sent.forEach(project -> {
            toDraft(project, Map.of());
            driver.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"));
        });

        change();

        begun.subList(0, 11).forEach(this::describe);
        assertThat(begun)
                .allSatisfy(project -> assertThat(driver.openTasks(project)).containsExactly("Task_NamePartners"));
        // What was called before keeps its model, what is called now has the newest.
        driver.complete(sent.get(0), "bolton", "Task_ReviewAgreement", "ig.bolton", review("sign"));
        assertThat(driver.task(sent.get(0), "bolton", "Task_SignAgreement")).isNotNull();
        driver.complete(drafted, "Task_CheckDraft", LEAD, with(Map.of("sendOut", "true"), "ownCode", "late"));
        driver.complete(drafted, "bolton", "Task_ReviewAgreement", "ig.bolton", with(review("sign"), "ownCode", "B1"));
        assertThat(driver.task(drafted, "bolton", "Task_SecondReview")).isNotNull();
        assertThat(kept.of(new ProjectReference(drafted), new Step(null, "Task_CheckDraft", null), "check-draft"))
                .extracting(Answer::words)
                .containsExactly("late");
    }

    @Test
    void letsTwentyJourneysReachTheRegisterWithAProcessOfTheOwnersBesideThem() {
        List<String> begun = begin(16);
        begun.subList(8, 16).forEach(this::describe);
        begun.subList(12, 16).forEach(project -> {
            driver.complete(project, "Task_NamePartners", LEAD, partners(List.of("manchester"), List.of("bolton")));
            driver.complete(
                    project,
                    "Task_DescribeFlows",
                    LEAD,
                    flows(List.of(flow(List.of("manchester"), List.of("bolton")))));
        });
        List<String> drafted = begin(4);
        drafted.forEach(project -> toDraft(project, Map.of()));
        drafted.subList(2, 4)
                .forEach(project -> driver.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true")));

        change();
        deploy(Map.of(
                "privacy-notice-refresh.bpmn",
                OwnersDrawings.file(OWN_PROCESS + "privacy-notice-refresh.bpmn"),
                "refresh-notice.form",
                OwnersDrawings.file(OWN_PROCESS + "refresh-notice.form"),
                "new-notice.form",
                OwnersDrawings.file(OWN_PROCESS + "new-notice.form")));
        projects.forEach(this::refreshNotice);

        assertThat(projects).hasSize(20).allSatisfy(this::finish);
        var register = Visitor.browser(port);
        assertThat(projects).allSatisfy(project -> {
            assertThat(states.get(new ProjectReference(project)).status()).isEqualTo(ProjectStatus.PUBLISHED);
            assertThat(register.get("/register/" + project).statusCode()).isEqualTo(200);
            assertThat(trail.of(project))
                    .extracting(Event::what)
                    .anyMatch(what -> what.startsWith("The IG officer of Bolton Council reviewed version 1.0 as well")
                            || drafted.subList(2, 4).contains(project))
                    .contains("“Privacy notice refresh” has ended.");
            assertThat(Visitor.signedIn(port, LEAD).get("/projects/" + project).body())
                    .contains("On the council’s pages");
        });
    }

    private void refreshNotice(String project) {
        var answer = Visitor.program(port, LEAD)
                .send(
                        "POST",
                        "/engine-rest/process-definition/key/privacy-notice-refresh/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "project",
                                        Map.of("value", project),
                                        "why",
                                        Map.of("value", "Because a new partner came."))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Whatever model it began with, people answer what they are asked, until nothing is asked any more. */
    private void finish(String project) {
        var tasks = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(project);
        for (var open = tasks.list(); !open.isEmpty(); open = tasks.list()) {
            var task = open.get(0);
            var partner = engine.getTaskService().getVariable(task.getId(), "partner");
            switch (task.getTaskDefinitionKey()) {
                case "Task_DescribeNeeds" -> driver.submit(task, LEAD, needs());
                case "Task_NamePartners" ->
                    driver.submit(task, LEAD, partners(List.of("manchester"), List.of("bolton")));
                case "Task_DescribeFlows" ->
                    driver.submit(task, LEAD, flows(List.of(flow(List.of("manchester"), List.of("bolton")))));
                case "Task_AgreeArrangements" -> fromArrangements(project, Map.of());
                case "Task_CheckDraft" -> driver.submit(task, LEAD, Map.of("sendOut", "true", "ownCode", "ready"));
                case "Task_PreCheck" -> driver.submit(task, "caldicott.manchester", Map.of("fit", "yes"));
                case "Task_ReviewAgreement" ->
                    driver.submit(task, "ig." + partner, with(review("sign"), "ownCode", "B1"));
                case "Task_SecondReview" ->
                    driver.submit(task, "ig2." + partner, with(review("sign"), "ownCode", "B2"));
                case "Task_SignAgreement" -> driver.submit(task, "signatory." + partner, signature("sign"));
                case "Task_WriteNotice" ->
                    driver.submit(task, "dpo.manchester", Map.of("where", "On the council’s pages"));
                default -> throw new AssertionError("Nobody expected " + task);
            }
        }
    }

    @Test
    void asksWhatIsNewInNewJourneysAndFollowsTheAnswers() {
        change();
        String project = start("After the change");
        assertThatThrownBy(() -> driver.complete(project, "Task_DescribeNeeds", LEAD, needs()))
                .hasMessageContaining("Code of the service: must be filled in.");
        toDraft(project, Map.of("ownCode", "M-17", "ownNote", "Ask again in May."));

        assertThat(Visitor.signedIn(port, LEAD)
                        .get("/projects/" + project + "/agreement/1.0")
                        .body())
                .contains("Service code", "M-17");
        driver.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true", "ownCode", "ready"));
        assertThat(driver.openTasks(project)).containsExactly("Task_PreCheck");
        for (var other : List.of("caldicott.bolton", "ig.manchester", LEAD)) {
            assertThatThrownBy(() -> driver.complete(project, "Task_PreCheck", other, Map.of("fit", "yes")))
                    .as(other)
                    .isInstanceOf(AuthorizationException.class);
        }

        driver.complete(
                project, "Task_PreCheck", "caldicott.manchester", Map.of("fit", "no", "why", "Say who reads it."));
        driver.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true", "ownCode", "ready now"));
        driver.complete(project, "Task_PreCheck", "caldicott.manchester", Map.of("fit", "yes"));
        driver.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", with(review("sign"), "ownCode", "B1"));
        assertThatThrownBy(() -> driver.complete(
                        project, "bolton", "Task_SecondReview", "ig.bolton", with(review("sign"), "ownCode", "B2")))
                .hasMessageContaining("You have reviewed this version already");
        driver.complete(project, "bolton", "Task_SecondReview", "ig2.bolton", with(review("sign"), "ownCode", "B2"));
        driver.complete(project, "bolton", "Task_SignAgreement", "signatory.bolton", signature("sign"));

        assertThat(trail.of(project))
                .extracting(Event::what)
                .anyMatch(what -> what.contains("answered “Caldicott pre-check”"))
                .anyMatch(what -> what.startsWith("The IG officer of Bolton Council reviewed version 1.0 as well"));
        assertThat(Visitor.signedIn(port, LEAD).get("/projects/" + project).body())
                .contains("M-17", "Ask again in May.", "ready now", "B2");
        assertThat(Visitor.signedIn(port, "ig.salford")
                        .get("/projects/" + project)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void comparesTheAnswersBetweenVersionsOfTheAgreement() {
        deploy(Map.of(
                "agree-arrangements.form",
                OwnersDrawings.withQuestions(
                        "agree-arrangements",
                        inDocuments("ownDesk", "Which desk answers?", "Service desk"),
                        inDocuments("ownRoom", "In which room?", "Room"),
                        inDocuments("ownCode", "Which code?", "Service code"))));
        String project = start("Compared");
        toArrangements(project, Map.of());
        fromArrangements(project, Map.of("ownDesk", "The first floor", "ownRoom", "Room 12", "ownCode", "M-17"));
        driver.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "false"));

        deploy(Map.of(
                "agree-arrangements.form",
                OwnersDrawings.withQuestions(
                        "agree-arrangements",
                        inDocuments("ownDesk", "Which desk answers?", "Service desk"),
                        inDocuments("ownCode", "What is the code of the service?", "Code of the service"),
                        inDocuments("ownHours", "When is it open?", "Opening hours"))));
        driver.complete(project, "Task_ReviseProject", LEAD, Answers.revision("arrangements"));
        fromArrangements(project, Map.of("ownDesk", "The second floor", "ownCode", "M-17", "ownHours", "8 to 6"));

        assertThat(driver.openTasks(project)).containsExactly("Task_CheckDraft");
        var reference = new ProjectReference(project);
        var numbers = agreements.versions(reference).stream()
                .map(AgreementVersion::number)
                .sorted()
                .toList();
        assertThat(agreements.fieldChanges(reference, numbers.get(0), numbers.get(1)))
                .filteredOn(change -> change.part().equals("further-answers"))
                .extracting(FieldChange::question, FieldChange::before, FieldChange::now)
                .containsExactlyInAnyOrder(
                        tuple("Service desk", "The first floor", "The second floor"),
                        tuple("Opening hours", "", "8 to 6"),
                        tuple("Room", "Room 12", ""));
        assertThat(Visitor.signedIn(port, LEAD)
                        .get("/projects/" + project + "/agreement/" + numbers.get(1))
                        .body())
                .contains("Code of the service", "M-17")
                .doesNotContain("Room 12");
    }

    @Test
    void offersAPowerThatWasAddedToItsTableAlone() {
        String project = start("By a further power");
        driver.complete(project, "Task_DescribeNeeds", LEAD, needs());
        driver.complete(project, "Task_NamePartners", LEAD, partners(List.of("manchester"), List.of("bolton")));
        var described = flows(List.of(
                with(flow(List.of("manchester"), List.of("bolton")), "powers", List.of("ca2004-10", "ea1996-13"))));
        assertThatThrownBy(() -> driver.complete(project, "Task_DescribeFlows", LEAD, described))
                .hasMessageContaining("Legal powers");

        deploy(Map.of("legal-powers.dmn", OwnersDrawings.withPower("ea1996-13", "Education Act 1996, section 13")));
        driver.complete(project, "Task_DescribeFlows", LEAD, described);
        fromArrangements(project, Map.of());

        assertThat(Visitor.signedIn(port, LEAD)
                        .get("/projects/" + project + "/agreement/1.0")
                        .body())
                .contains("Children Act 2004, section 10 (co-operation", "Education Act 1996, section 13");
    }

    private static String inDocuments(String key, String label, String heading) {
        return """
                {"type": "textfield", "id": "Field_%1$s", "key": "%1$s", "label": "%2$s", "validate": {"maxLength": 100},
                 "properties": {"document": "both", "heading": "%3$s"}}"""
                .formatted(key, label, heading);
    }

    private void change() {
        deploy(Map.of(
                "describe-needs.form",
                OwnersDrawings.withQuestions("describe-needs", OPTIONAL, REQUIRED.formatted(IN_AGREEMENT)),
                "check-draft.form",
                OwnersDrawings.withQuestions("check-draft", OPTIONAL, REQUIRED.formatted("")),
                "review-agreement.form",
                OwnersDrawings.withQuestions("review-agreement", OPTIONAL, REQUIRED.formatted(""))));
        deploy(Map.of("partner-sign-off.bpmn", OwnersDrawings.withSecondReview("ig-${partner}")));
        deploy(Map.of(
                "sharing-project.bpmn", OwnersDrawings.withPreCheck(), CHECK + ".form", OwnersDrawings.preCheckForm()));
    }

    /** As Camunda Modeler does. */
    private void deploy(Map<String, String> files) {
        var answer = Visitor.program(port, "owner").deploy("Owner's day", files);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        deployments.add(Visitor.parse(answer).path("id").textValue());
    }

    private List<String> begin(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> start("Begun before, " + number))
                .toList();
    }

    private String start(String title) {
        String project = driver.start(LEAD, proposal(title));
        projects.add(project);
        return project;
    }

    private void describe(String project) {
        driver.complete(project, "Task_DescribeNeeds", LEAD, needs());
    }

    private String toDraft(String project, Map<String, Object> more) {
        toArrangements(project, more);
        fromArrangements(project, Map.of());
        return project;
    }

    private void toArrangements(String project, Map<String, Object> more) {
        var others = List.of("bolton");
        var all = new HashMap<>(needs());
        all.putAll(more);
        driver.complete(project, "Task_DescribeNeeds", LEAD, all);
        driver.complete(project, "Task_NamePartners", LEAD, partners(List.of("manchester"), others));
        driver.complete(project, "Task_DescribeFlows", LEAD, flows(List.of(flow(List.of("manchester"), others))));
    }

    private void fromArrangements(String project, Map<String, Object> more) {
        var all = new HashMap<>(arrangements());
        all.putAll(more);
        driver.complete(project, "Task_AgreeArrangements", LEAD, all);
        driver.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        driver.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        driver.complete(project, "Task_DecideNoDpia", "signatory.manchester", withoutDpia());
    }
}
