package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.answer;
import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.dpiaDecision;
import static gm.sharing.journeys.Answers.dpiaSections;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.harmInScreening;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.question;
import static gm.sharing.journeys.Answers.refusal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.revision;
import static gm.sharing.journeys.Answers.risks;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.with;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import gm.sharing.signoff.Deadlines;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.TakeBack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Journeys that began on the models of before sub-processes had planes of their own go on when the newer ones are deployed:
 * on the models with which they began, or on the newer ones when an administrator migrates them.
 */
@DemoApplication
class OlderModelsIntegrationTests {

    private static final String LEAD = "lead.manchester";
    private static final String DPO = "dpo.manchester";
    private static final String SIRO = "signatory.manchester";
    private static final List<String> MODELS = List.of("sharing-project.bpmn", "dpia.bpmn", "partner-sign-off.bpmn");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Directory directory;

    @Autowired
    People people;

    @Autowired
    Projects projects;

    @Autowired
    ProjectEnds ends;

    @Autowired
    TakeBack takeBack;

    @Autowired
    Deadlines deadlines;

    @Autowired
    JdbcClient jdbc;

    private final List<String> deployments = new ArrayList<>();

    private JourneyDriver journey;

    @BeforeEach
    void olderModels() {
        journey = new JourneyDriver(engine);
        var accounts = new TestPeople(engine.getIdentityService(), directory);
        accounts.lead("manchester");
        accounts.board();
        List.of("manchester", "bolton").forEach(accounts::staff);
        deploy(model -> Path.of("src/test/resources/older-models", model));
    }

    @AfterEach
    void undeploy() {
        for (int last = deployments.size() - 1; last >= 0; last--) {
            engine.getRepositoryService().deleteDeployment(deployments.get(last), true);
        }
    }

    @Test
    void finishJourneysThatBeganOnThemWhateverTheStep() {
        String described = proposed();
        String screened = described(nothingInScreening());
        String written = described(harmInScreening());
        journey.submit(
                journey.tasksByForm(written).get("dpia-need"),
                LEAD,
                dpiaSections().get("Task_DpiaNeed"));
        String advised = described(harmInScreening());
        writeDpia(advised);
        String reviewed = sentOut();
        signs(reviewed, "manchester");
        journey.complete(reviewed, "bolton", "Task_ReviewAgreement", "ig.bolton", question());
        String refused = sentOut();
        signs(refused, "manchester");
        journey.complete(refused, "bolton", "Task_ReviewAgreement", "ig.bolton", refusal());
        assertThat(journey.openTasks(refused)).containsExactly("Task_DecideRefusal");
        List<String> began = List.of(described, screened, written, advised, reviewed, refused);
        String before = latest("sharing-project").getId();

        deploy(Shipped::file);

        assertThat(latest("sharing-project").getId()).isNotEqualTo(before);
        describe(described, nothingInScreening());
        List.of(described, screened).forEach(this::sendsOutWithoutDpia);
        writeOpenSections(written);
        journey.complete(written, "Task_AssessRisks", LEAD, risks("remote", "significant"));
        journey.advise(written, "manchester", advice("send-back", "need"));
        writeOpenSections(written);
        List.of(written, advised).forEach(project -> {
            journey.advise(project, "manchester", advice("accept"));
            journey.complete(project, "Task_DecideOnDpia", SIRO, dpiaDecision("approve"));
            journey.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"));
        });
        List.of(described, screened, written, advised).forEach(project -> signs(project, "manchester"));
        List.of(described, screened).forEach(project -> signs(project, "bolton"));
        List.of(written, advised)
                .forEach(project -> signs(project, "bolton", with(review("sign"), "dpiaPosition", "adopt")));
        journey.complete(reviewed, "Task_AnswerQuestion", LEAD, answer());
        signs(reviewed, "bolton");
        journey.complete(
                refused,
                "Task_DecideRefusal",
                "board",
                Map.of("decision", "back-to-lead", "reasons", "It can be met."));
        journey.complete(refused, "Task_ReviseProject", LEAD, revision("arrangements"));
        journey.complete(refused, "Task_AgreeArrangements", LEAD, arrangements());
        journey.complete(refused, "Task_AnswerScreening", LEAD, nothingInScreening());
        sendsOutWithoutDpia(refused);
        List.of("manchester", "bolton").stream()
                .filter(partner -> journey.isAsked(refused, partner))
                .forEach(partner -> signs(refused, partner));

        began.forEach(project -> {
            assertThat(status(project)).as(project).isEqualTo(ProjectStatus.PUBLISHED);
            assertThat(journey.hasEnded(project)).isTrue();
            assertThat(definitions(project, "sharing-project")).containsExactly(before);
        });
        List.of(written, advised).forEach(project -> assertThat(tasksThatAnswered(project, "dpia-need"))
                .as("the name of the task today, as answers of other journeys have it")
                .containsExactly("Task_DpiaNeed"));
    }

    @Test
    void hearWhatTheProgramTellsThem() {
        String moved = sentOut();
        String takenBack = sentOut();
        String withdrawn = described(harmInScreening());

        deploy(Shipped::file);

        deadlines.giveMoreTime(
                new SignOffId(new ProjectReference(moved), 1, new OrganisationCode("bolton")),
                ProjectFixture.today().plusDays(40),
                "Its officer is on leave.",
                people.find(LEAD).orElseThrow());
        takeBack.takeBack(
                new ProjectReference(takenBack),
                "Bolton asks for a change.",
                people.find(LEAD).orElseThrow());
        ends.withdraw(
                new ProjectReference(withdrawn),
                "The need has gone.",
                people.find(LEAD).orElseThrow());
        journey.runJobs();

        Task review = journey.task(moved, "bolton", "Task_ReviewAgreement");
        assertThat(review.getDueDate())
                .isAfter(journey.task(moved, "manchester", "Task_ReviewAgreement")
                        .getDueDate());
        assertThat(journey.openTasks(takenBack)).containsExactly("Task_ReviseProject");
        assertThat(journey.hasEnded(withdrawn)).isTrue();
        assertThat(status(withdrawn)).isEqualTo(ProjectStatus.WITHDRAWN);
    }

    @Test
    void areLeftByAMigrationPlan() {
        String project = sentOut();
        ProcessDefinition partnersBefore = latest("partner-sign-off");
        deploy(Shipped::file);
        ProcessDefinition partnersNow = latest("partner-sign-off");
        var plan = engine.getRuntimeService()
                .createMigrationPlan(partnersBefore.getId(), partnersNow.getId())
                .mapEqualActivities()
                .build();
        List<String> instances = engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(partnersBefore.getId())
                .list()
                .stream()
                .map(instance -> instance.getId())
                .toList();

        engine.getRuntimeService()
                .newMigration(plan)
                .processInstanceIds(instances)
                .execute();

        assertThat(definitions(project, "partner-sign-off")).containsOnly(partnersNow.getId());
        journey.complete(project, "bolton", "Task_ReviewAgreement", "ig.bolton", question());
        journey.complete(project, "Task_AnswerQuestion", LEAD, answer());
        List.of("manchester", "bolton").forEach(partner -> signs(project, partner));
        assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
    }

    /** Over the calls that administrators have: each task goes on as the one with its form. */
    @Test
    void areLeftByAMigrationPlanWhileADpiaIsWrittenAndAdvisedOn() {
        String written = described(harmInScreening());
        journey.submit(
                journey.tasksByForm(written).get("dpia-need"),
                LEAD,
                dpiaSections().get("Task_DpiaNeed"));
        String advised = described(harmInScreening());
        writeDpia(advised);
        ProcessDefinition before = latest("dpia");
        deploy(Shipped::file);
        String now = latest("dpia").getId();

        new MigrationOverRest(port, engine)
                .migrate(
                        before.getId(),
                        now,
                        "Join_SectionsWritten",
                        "Call_DpoAdvice#multiInstanceBody",
                        "Call_DpoAdvice");

        List.of(written, advised)
                .forEach(project -> assertThat(definitions(project, "dpia")).containsExactly(now));
        assertThat(journey.openTasks(written)).contains("Task_DpiaScope").doesNotContain("Task_DpiaNeed");
        writeOpenSections(written);
        journey.complete(written, "Task_DpiaRisks", LEAD, risks("remote", "significant"));
        journey.advise(written, "manchester", advice("send-back", "need"));
        journey.complete(written, "Task_DpiaNeed", LEAD, dpiaSections().get("Task_DpiaNeed"));
        List.of(written, advised).forEach(project -> {
            journey.advise(project, "manchester", advice("accept"));
            journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));
            journey.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"));
            signs(project, "manchester");
            signs(project, "bolton", with(review("sign"), "dpiaPosition", "adopt"));
            assertThat(status(project)).isEqualTo(ProjectStatus.PUBLISHED);
            assertThat(journey.hasEnded(project)).isTrue();
            assertThat(tasksThatAnswered(project, "dpia-need")).containsExactly("Task_DpiaNeed");
        });
    }

    private void deploy(Function<String, Path> folder) {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name("older models");
        for (String model : MODELS) {
            try {
                deployment.addString(model, Files.readString(folder.apply(model)));
            } catch (IOException e) {
                throw new IllegalStateException(model + " cannot be read", e);
            }
        }
        deployments.add(deployment.deploy().getId());
    }

    private ProcessDefinition latest(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    /** The versions of a model on which the instances of the project run or ran. */
    private List<String> definitions(String project, String key) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(project)
                .processDefinitionKey(key)
                .list()
                .stream()
                .map(instance -> instance.getProcessDefinitionId())
                .distinct()
                .toList();
    }

    private String proposed() {
        return journey.start(LEAD, proposal("Help before eviction " + UUID.randomUUID()));
    }

    private String described(Map<String, Object> screening) {
        String project = proposed();
        describe(project, screening);
        return project;
    }

    private void describe(String project, Map<String, Object> screening) {
        journey.complete(project, "Task_DescribeNeeds", LEAD, needs());
        journey.complete(project, "Task_NamePartners", LEAD, partners(List.of("manchester"), List.of("bolton")));
        journey.complete(
                project, "Task_DescribeFlows", LEAD, flows(List.of(flow(List.of("manchester"), List.of("bolton")))));
        journey.complete(project, "Task_AgreeArrangements", LEAD, arrangements());
        journey.complete(project, "Task_AnswerScreening", LEAD, screening);
    }

    private void writeDpia(String project) {
        writeOpenSections(project);
        journey.complete(project, "Task_AssessRisks", LEAD, risks("remote", "significant"));
    }

    private void writeOpenSections(String project) {
        var sections = dpiaSections();
        journey.tasksByForm(project).forEach((form, task) -> {
            if (sections.containsKey(Shipped.task(form))) {
                journey.submit(task, LEAD, sections.get(Shipped.task(form)));
            }
        });
    }

    private List<String> tasksThatAnswered(String project, String form) {
        return jdbc.sql("select distinct element from answer where reference = :project and form = :form")
                .param("project", project)
                .param("form", form)
                .query(String.class)
                .list();
    }

    private String sentOut() {
        String project = described(nothingInScreening());
        sendsOutWithoutDpia(project);
        return project;
    }

    private void sendsOutWithoutDpia(String project) {
        journey.complete(
                project, "Task_ConfirmNoDpia", DPO, Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        journey.complete(project, "Task_DecideNoDpia", SIRO, withoutDpia());
        journey.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"));
    }

    private void signs(String project, String partner) {
        signs(project, partner, review("sign"));
    }

    private void signs(String project, String partner, Map<String, Object> review) {
        journey.complete(project, partner, "Task_ReviewAgreement", "ig." + partner, review);
        journey.complete(project, partner, "Task_SignAgreement", "signatory." + partner, signature("sign"));
    }

    private ProjectStatus status(String project) {
        return projects.get(new ProjectReference(project)).status();
    }
}
