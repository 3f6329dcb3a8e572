package gm.sharing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.Visitor;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import gm.sharing.workflow.gate.OwnersDrawings;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A process owner lets people start a process of the owner's own on their projects. */
@DemoApplication
@Tag("one-database")
class OwnProcessesIntegrationTests {

    private static final String KEY = "privacy-notice-refresh";
    private static final String LEAD = "lead.manchester";
    private static final String FOLDER = "src/test/resources/own-processes/";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    AuditTrail trail;

    @Autowired
    Projects projects;

    @Autowired
    ProjectEnds ends;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    private JourneyDriver driver;
    private String project = "";

    @BeforeEach
    void deploy() {
        driver = new JourneyDriver(engine);
        project = driver.start(LEAD, Answers.proposal("Leaflets about plans"));
        assertThat(deployed(OwnersDrawings.file(FOLDER + KEY + ".bpmn"))).isEmpty();
    }

    @AfterEach
    void undeploy() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(project)
                .rootProcessInstances()
                .list()
                .forEach(instance ->
                        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "The test is over"));
        engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
                .map(ProcessDefinition::getDeploymentId)
                .distinct()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
    }

    @Test
    void runsOnTheProjectThatWasChosen() {
        var started = start(LEAD, project);

        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        assertThat(Visitor.parse(started).path("businessKey").textValue()).isEqualTo(project);
        assertThat(driver.openTasks(project)).contains("Task_WriteNotice");
        assertThat(Visitor.signedIn(port, LEAD).get("/projects/" + project).body())
                .contains("Write the notice", "Data protection officer, Manchester City Council")
                .contains("Because a new partner came.");
        assertThat(events()).contains("Lena Lead started “Privacy notice refresh”.".replace("Lena Lead", name(LEAD)));

        driver.complete(project, "Task_WriteNotice", "dpo.manchester", Map.of("where", "On the council's pages"));

        assertThat(events()).contains("“Privacy notice refresh” has ended.");
        assertThat(driver.openTasks(project)).doesNotContain("Task_WriteNotice").isNotEmpty();
    }

    @Test
    void keepsItsAnswersApartWhenItRunsTwiceOnOneProject() {
        var first = Visitor.parse(start(LEAD, project)).path("id").textValue();
        var second = Visitor.parse(start(LEAD, project, "Because the law changed."))
                .path("id")
                .textValue();

        write(first, "On the council's pages");
        var shown = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(second)
                .singleResult()
                .getId();
        assertThat(engine.getFormService().getTaskFormVariables(shown)).doesNotContainKey("where");
        write(second, "In the libraries");

        assertThat(Visitor.signedIn(port, LEAD).get("/projects/" + project).body())
                .contains("Because a new partner came.", "Because the law changed.")
                .contains("On the council", "In the libraries");
    }

    private void write(String instance, String where) {
        driver.submit(
                engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult(),
                "dpo.manchester",
                Map.of("where", where));
    }

    @Test
    void offersTheProjectsThatThePersonTakesPartIn() {
        assertThat(options(LEAD)).contains(project);
        assertThat(options("lead.salford")).doesNotContain(project);
        assertThat(options("dpo.manchester")).contains(project);
        assertThat(options("dpo.bolton")).doesNotContain(project);

        assertThat(start("lead.salford", project).body()).contains("Project: is not among the possible answers.");
        assertThat(start("dpo.bolton", project).statusCode()).isEqualTo(400);
        assertThat(start("dpo.manchester", project).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ig.bury", "ig.manchester", "signatory.manchester", "board", "owner", "ethics"})
    void isForItsStarterGroupsOnly(String other) {
        assertThat(startable(other)).doesNotContain(KEY);
        assertThat(start(other, project).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {LEAD, "lead.salford", "dpo.bury", "ig.bolton", "admin"})
    void isListedForThoseWhoMayStartIt(String starter) {
        assertThat(startable(starter)).contains(KEY);
    }

    @Test
    void isStartedByNobodyOnceItsNewVersionNamesNoGroup() {
        assertThat(deployed(OwnersDrawings.file(FOLDER + KEY + ".bpmn")
                        .replace(" camunda:candidateStarterGroups=\"project-leads,dpo,ig-bolton\"", "")))
                .isEmpty();

        assertThat(startable(LEAD)).doesNotContain(KEY);
        assertThat(start(LEAD, project).statusCode()).isEqualTo(403);
    }

    @Test
    void cannotBeStartedOnAProjectThatWasGivenUp() {
        start(LEAD, project);
        ends.withdraw(
                new ProjectReference(project),
                "There is no money.",
                people.find(LEAD).orElseThrow());
        driver.runJobs();

        assertThat(driver.openTasks(project)).isEmpty();
        assertThat(events()).contains("“Privacy notice refresh” was ended.");
        assertThat(options(LEAD)).doesNotContain(project);
        assertThat(start(LEAD, project).body()).contains("Project: is not among the possible answers.");
    }

    /** Whichever comes first, nothing goes on alone. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isNeverLeftOnAProjectThatIsGivenUpAtTheSameMoment(boolean startFirst) throws Exception {
        var reference = new ProjectReference(project);
        var withdrawal = new FutureTask<Void>(() -> {
            ends.withdraw(reference, "There is no money.", people.find(LEAD).orElseThrow());
            return null;
        });
        var beginning = new FutureTask<>(() -> start(LEAD, project));
        try (var before = new Rival(database.getDataSource()).holding("project", "reference", project)) {
            new Thread(startFirst ? beginning : withdrawal).start();
            Rival.awaitWaiting(database, 1);
            new Thread(startFirst ? withdrawal : beginning).start();
            Rival.awaitWaiting(database, 2);
            before.letsGo();
            withdrawal.get(60, TimeUnit.SECONDS);

            var started = beginning.get(60, TimeUnit.SECONDS);
            if (started.statusCode() != 200) {
                assertThat(started.statusCode()).as(started.body()).isEqualTo(400);
                assertThat(started.body()).containsAnyOf("is not among the possible answers", "that was not given up");
            }
        }
        driver.runJobs();

        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.WITHDRAWN);
        assertThat(driver.openTasks(project)).isEmpty();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(project)
                        .list())
                .as("what goes on alone")
                .isEmpty();
    }

    @Test
    void cannotBeStartedWithoutItsForm() {
        assertThat(Visitor.program(port, "admin")
                        .send(
                                "POST",
                                "/engine-rest/process-definition/key/" + KEY + "/start",
                                Map.of("businessKey", project))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void isOfferedOnTheProjectsPage() {
        assertThat(Visitor.signedIn(port, LEAD).get("/projects/" + project).body())
                .contains("Start: Privacy notice refresh");
        assertThat(Visitor.signedIn(port, "signatory.manchester")
                        .get("/projects/" + project)
                        .body())
                .doesNotContain("Start: Privacy notice refresh");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
            project-leads,dpo,ig-bolton | everybody     | there is no group “everybody” that could start it
            project-leads,dpo,ig-bolton | camunda-admin | there is no group “camunda-admin”
            project-leads,dpo,ig-bolton | ig-${partner} | there is no group “ig-${partner}”
            """)
    void namesGroupsThatThereAre(String words, String others, String refusal) {
        assertThat(deployed(OwnersDrawings.file(FOLDER + KEY + ".bpmn").replace(words, others)))
                .contains(refusal);
    }

    @Test
    void asksForTheProject() {
        assertThat(deployed(Map.of(
                        "refresh-notice.form",
                        OwnersDrawings.file(FOLDER + "refresh-notice.form")
                                .replaceFirst("\"required\": true", "\"required\": false"))))
                .contains("a required select with the key “project”");
    }

    @Test
    void othersHaveNoStarterGroups() {
        assertThat(deployed(Map.of(
                        "dpo-advice.bpmn",
                        Shipped.text("dpo-advice.bpmn")
                                .replace(
                                        "camunda:historyTimeToLive",
                                        "camunda:candidateStarterGroups=\"ig\" camunda:historyTimeToLive"))))
                .contains("people start only a process of your own with a form");
    }

    private String name(String person) {
        return people.find(person).orElseThrow().name();
    }

    private List<String> events() {
        return trail.of(project).stream().map(Event::what).toList();
    }

    private String deployed(String model) {
        return deployed(Map.of(
                KEY + ".bpmn",
                model,
                "refresh-notice.form",
                OwnersDrawings.file(FOLDER + "refresh-notice.form"),
                "new-notice.form",
                OwnersDrawings.file(FOLDER + "new-notice.form")));
    }

    /** What the gate says; empty when the files were deployed. */
    private String deployed(Map<String, String> files) {
        var answer = Visitor.program(port, "owner").deploy("Own", files);
        return answer.statusCode() == 200
                ? ""
                : Visitor.parse(answer).path("message").asText();
    }

    private HttpResponse<String> start(String person, String on) {
        return start(person, on, "Because a new partner came.");
    }

    private HttpResponse<String> start(String person, String on, String why) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("project", Map.of("value", on));
        variables.put("why", Map.of("value", why));
        return Visitor.program(port, person)
                .send(
                        "POST",
                        "/engine-rest/process-definition/key/" + KEY + "/submit-form",
                        Map.of("variables", variables));
    }

    private List<String> startable(String person) {
        return StreamSupport.stream(
                        Visitor.program(port, person)
                                .json("/engine-rest/process-definition?latest=true&active=true&startableInTasklist=true"
                                        + "&startablePermissionCheck=true&maxResults=50")
                                .spliterator(),
                        false)
                .map(process -> process.path("key").textValue())
                .toList();
    }

    private List<String> options(String person) {
        JsonNode form = Visitor.program(port, person)
                .json("/engine-rest/process-definition/key/" + KEY + "/deployed-start-form");
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(field -> "project".equals(field.path("key").asText()))
                .flatMap(field -> StreamSupport.stream(field.path("values").spliterator(), false))
                .map(option -> option.path("value").asText())
                .toList();
    }
}
