package gm.sharing.journeys;

import static gm.sharing.dpia.RiskFixture.promised;
import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.dpiaConsultation;
import static gm.sharing.journeys.Answers.dpiaSections;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.risks;
import static gm.sharing.journeys.Answers.with;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.Dpias;
import gm.sharing.measure.Measures;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.gate.OwnersDrawings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where several processes of one model run on a project, each keeps the answers to a process owner's questions for itself. */
@Tag("one-database")
@DemoApplication
class SeveralOfOneProcessIntegrationTests {

    private static final String LEAD = "lead.manchester";
    private static final String VISITS = "src/test/resources/own-processes/site-visit";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Dpias dpias;

    @Autowired
    Measures measures;

    private JourneyDriver driver;
    private String project = "";
    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void propose() {
        driver = new JourneyDriver(engine);
        project = driver.start(LEAD, proposal("Two of a kind"));
    }

    @AfterEach
    void undeploy() {
        var running = engine.getRuntimeService();
        running.createProcessInstanceQuery()
                .processInstanceBusinessKey(project)
                .rootProcessInstances()
                .list()
                .forEach(instance -> running.deleteProcessInstance(instance.getId(), "The test is over"));
        deployments.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
    }

    @Test
    void eachCallOfAProcessOfOnesOwnFollowsItsOwnAnswers() {
        assertThat(deployed(Map.of(
                        "sharing-project.bpmn",
                        OwnersDrawings.withTwoVisits(),
                        "site-visit.bpmn",
                        OwnersDrawings.file(VISITS + ".bpmn"),
                        "site-visit.form",
                        OwnersDrawings.file(VISITS + ".form"))))
                .isEmpty();
        project = driver.start(LEAD, proposal("Two sites"));
        toDraft();
        driver.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"));

        var sites = tasks("Task_SiteVisit");
        assertThat(sites).hasSize(2);
        driver.submit(sites.get(0), LEAD, Map.of("fit", "yes", "seen", "A locked door.", "redraft", true));
        assertThat(shown(sites.get(1))).doesNotContainKeys("fit", "seen", "redraft");
        driver.submit(sites.get(1), LEAD, Map.of("seen", "An open door."));

        assertThat(shown(driver.task(project, "Task_SiteVisit_Again")))
                .as("it left open what the other said")
                .containsEntry("seen", "An open door.")
                .doesNotContainKey("fit");
        driver.complete(
                project, "Task_SiteVisit_Again", LEAD, Map.of("fit", "no", "seen", "A door ajar.", "redraft", true));
        assertThat(Visitor.signedIn(port, LEAD).get("/projects/" + project).body())
                .contains("A locked door.", "A door ajar.");

        assertThat(driver.openTasks(project)).containsExactly("Task_CheckDraft");
        driver.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"));
        assertThat(tasks("Task_SiteVisit"))
                .as("each place of the model finds what was answered there before")
                .extracting(task -> shown(task).get("seen"))
                .containsExactlyInAnyOrder("A locked door.", "A door ajar.");
        for (var task : tasks("Task_SiteVisit")) {
            driver.submit(task, LEAD, Map.of("fit", "yes", "seen", "All is well.", "redraft", false));
        }
        assertThat(driver.isAsked(project, "bolton")).isTrue();
    }

    @Test
    void eachDataProtectionOfficerAnswersForThemself() {
        assertThat(deployed(Map.of(
                        "dpia-advise.form",
                        OwnersDrawings.withQuestions("dpia-advise", asked("read", "What did you read?")))))
                .isEmpty();
        toArrangements();
        driver.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        driver.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "true", "reason", "The list is long."));
        var sections = dpiaSections();
        sections.put("Task_DpiaConsult", with(dpiaConsultation(), "advisers", List.of("bolton")));
        sections.forEach((task, answers) -> driver.complete(project, task, LEAD, answers));
        driver.complete(project, "Task_DpiaRisks", LEAD, risks("remote", "minimal"));

        driver.advise(project, "manchester", with(advice("send-back", "scope"), "read", "The whole draft."));
        assertThat(shown(driver.task(project, "Task_DpiaAdvise"))).doesNotContainKey("read");
        driver.advise(project, "bolton", with(advice("accept"), "read", "The summary."));

        assertThat(Visitor.signedIn(port, LEAD).get("/projects/" + project).body())
                .contains("The whole draft.", "The summary.");
        driver.complete(project, "Task_DpiaScope", LEAD, sections.get("Task_DpiaScope"));
        assertThat(tasks("Task_DpiaAdvise"))
                .as("when they are asked again")
                .extracting(task -> shown(task).get("read"))
                .containsExactlyInAnyOrder("The whole draft.", "The summary.");
    }

    @Test
    void eachMeasureHasItsOwnAnswers() {
        assertThat(deployed(Map.of(
                        "confirm-measure.form",
                        OwnersDrawings.withQuestions("confirm-measure", asked("cost", "What did it cost?")))))
                .isEmpty();
        driver.complete(project, "Task_DescribeNeeds", LEAD, needs());
        driver.complete(project, "Task_NamePartners", LEAD, partners(List.of("manchester"), List.of("bolton")));
        var reference = new ProjectReference(project);
        LocalDate due = LocalDate.now().plusMonths(3);
        AssessedProjects.approve(
                dpias,
                reference,
                List.of(
                        promised(0, "A person checks every match.", "lead", due),
                        promised(0, "Staff are trained.", "lead", due)));
        measures.promise(reference);
        measures.followUp(reference);

        var both = tasks("Task_ConfirmMeasure_Lead");
        assertThat(both).hasSize(2);
        driver.submit(
                both.get(0), LEAD, Map.of("inPlace", "true", "evidence", "The report of May.", "cost", "Five days."));
        assertThat(shown(both.get(1))).doesNotContainKey("cost");
        driver.submit(
                both.get(1), LEAD, Map.of("inPlace", "true", "evidence", "The register.", "cost", "One afternoon."));

        assertThat(Visitor.signedIn(port, LEAD).get("/projects/" + project).body())
                .contains("Five days.", "One afternoon.");
    }

    /** A document has one answer to a question. */
    @Test
    void putsNoneOfTheirAnswersIntoADocument() {
        String form = OwnersDrawings.file(VISITS + ".form")
                .replace(
                        "\"label\": \"What did you see?\"",
                        "\"label\": \"What did you see?\", \"properties\": {\"document\": \"agreement\"}");
        String twice = "this process is called in several places, each with answers of its own: “Visit the site in the"
                + " North”, “Visit the site in the South”";
        assertThat(deployed(Map.of("site-visit.bpmn", OwnersDrawings.file(VISITS + ".bpmn"), "site-visit.form", form)))
                .isEmpty();

        assertThat(deployed(Map.of("sharing-project.bpmn", OwnersDrawings.withTwoVisits())))
                .contains("site-visit.bpmn", "Task_SiteVisit", "“What did you see?”", twice, "this model is in force");
        for (var several : Map.of("dpia-advise", "for each of several", "confirm-measure", "for each measure")
                .entrySet()) {
            assertThat(deployed(Map.of(
                            several.getKey() + ".form",
                            OwnersDrawings.withQuestions(
                                    several.getKey(),
                                    asked("read", "What did you read?")
                                            .replace(
                                                    "\"label\"",
                                                    "\"properties\": {\"document\": \"dpia\"}, \"label\"")))))
                    .contains("puts “What did you read?” into a document", several.getValue(), "take “document” out");
        }
    }

    private static String asked(String key, String label) {
        return """
                {"type": "textfield", "id": "Own_%1$s", "key": "%1$s", "label": "%2$s", "validate": {"maxLength": 200}}"""
                .formatted(key, label);
    }

    private void toArrangements() {
        driver.complete(project, "Task_DescribeNeeds", LEAD, needs());
        driver.complete(project, "Task_NamePartners", LEAD, partners(List.of("manchester"), List.of("bolton")));
        driver.complete(
                project, "Task_DescribeFlows", LEAD, flows(List.of(flow(List.of("manchester"), List.of("bolton")))));
        driver.complete(project, "Task_AgreeArrangements", LEAD, arrangements());
    }

    private void toDraft() {
        toArrangements();
        driver.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        driver.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        driver.complete(project, "Task_DecideNoDpia", "signatory.manchester", withoutDpia());
    }

    private List<Task> tasks(String key) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(project)
                .taskDefinitionKey(key)
                .list()
                .stream()
                .sorted(Comparator.comparing(Task::getId))
                .toList();
    }

    private Map<String, Object> shown(Task task) {
        return engine.getFormService().getTaskFormVariables(task.getId());
    }

    /** What the gate says; empty when the files were deployed. */
    private String deployed(Map<String, String> files) {
        var answer = Visitor.program(port, "owner").deploy("Several", files);
        if (answer.statusCode() == 200) {
            deployments.add(Visitor.parse(answer).path("id").textValue());
            return "";
        }
        return Visitor.parse(answer).path("message").asText();
    }
}
