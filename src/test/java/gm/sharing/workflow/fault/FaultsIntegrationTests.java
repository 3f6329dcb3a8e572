package gm.sharing.workflow.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.Projects;
import gm.sharing.workflow.Inspections;
import gm.sharing.workflow.StoredModel;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fault reaches those who can mend it, once, and nobody else is told its inside. */
@DemoApplication
class FaultsIntegrationTests {

    private static final String KEY = "stopped-model";

    private static final String SERVICE = StoredModel.process(
            KEY,
            """
            <bpmn:serviceTask id="Service_Ask" name="Ask the office" camunda:asyncBefore="true"
                camunda:expression="${office.length()}"/>"""
                    + StoredModel.flow("Start", "Service_Ask") + StoredModel.flow("Service_Ask", "End"));

    private static final String FORM_BEFORE_A_GATEWAY = StoredModel.process(
            KEY,
            """
            <bpmn:userTask id="Task_Say" name="Say it" camunda:assignee="lead.manchester"/>
            <bpmn:exclusiveGateway id="Gateway_Which" name="Which way?"/>
            <bpmn:sequenceFlow id="Flow_Never" sourceRef="Gateway_Which" targetRef="End">
              <bpmn:conditionExpression>${said == 'yes'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="Flow_NeverEither" sourceRef="Gateway_Which" targetRef="End">
              <bpmn:conditionExpression>${said == 'no'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>"""
                    + StoredModel.flow("Start", "Task_Say") + StoredModel.flow("Task_Say", "Gateway_Which"));

    private static final String FORM_BEFORE_LONG_WORDS = StoredModel.process(
            KEY,
            """
            <bpmn:userTask id="Task_Say" name="Say it" camunda:assignee="lead.manchester"/>
            <bpmn:userTask id="Task_Read" name="Read it" camunda:assignee="lead.manchester">
              <bpmn:documentation>${said} ${said}</bpmn:documentation>
            </bpmn:userTask>"""
                    + StoredModel.flow("Start", "Task_Say") + StoredModel.flow("Task_Say", "Task_Read")
                    + StoredModel.flow("Task_Read", "End"));

    private static final String TASK_FOR_NOBODY = StoredModel.process(
            KEY,
            """
            <bpmn:userTask id="Task_Lost" name="Look after it" camunda:candidateGroups="dpo-nowhere"/>"""
                    + StoredModel.flow("Start", "Task_Lost") + StoredModel.flow("Task_Lost", "End"));

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    FaultWatch watch;

    @Autowired
    Inspections inspections;

    @Autowired
    Projects projects;

    @Autowired
    JdbcClient jdbc;

    private String project;

    @BeforeEach
    void propose() {
        project = projects.propose(ProjectFixture.proposal("Stopped"), AgreementScenario.LEAD)
                .value();
    }

    @AfterEach
    void tidyUp() {
        ClockUtil.reset();
        engine.getIdentityService().clearAuthentication();
        engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(KEY).list().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "test"));
        jdbc.sql("select distinct deployment_id_ from act_re_procdef where key_ = ?")
                .param(KEY)
                .query(String.class)
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
        watch.look();
    }

    @Test
    void tellsProcessOwnersAndAdministratorsOnceWhenAJobIsGivenUp() {
        start(SERVICE);
        fail(5);

        watch.look();
        watch.look();

        assertThat(told("Fault: Service_Ask (“Ask the office”) of stopped-model"))
                .containsExactly("admin", "owner");
        assertThat(jdbc.sql("select body from notice where reference = ? and recipient = 'owner'")
                        .param(project)
                        .query(String.class)
                        .single())
                .contains(project, "Cause: The expression ${office.length()}", "What to do: Process owners: correct");
    }

    @Test
    void tellsNobodyOfAFirstFailureUntilItLastsAQuarterOfAnHour() {
        start(SERVICE);
        fail(1);

        watch.look();
        assertThat(told("Fault: Service_Ask (“Ask the office”) of stopped-model"))
                .isEmpty();

        ClockUtil.setCurrentTime(new Date(System.currentTimeMillis() + TimeUnit.MINUTES.toMillis(16)));
        watch.look();
        assertThat(told("Fault: Service_Ask (“Ask the office”) of stopped-model"))
                .containsExactly("admin", "owner");
    }

    @Test
    void saysOnTheProjectsPageThatItIsStoppedUntilItGoesOn() {
        ProcessInstance instance = start(SERVICE);
        assertThat(page("lead.manchester")).contains("There are no open tasks that you can see.");

        fail(5);
        watch.look();
        assertThat(page("lead.manchester"))
                .contains("Stopped by a fault since ")
                .doesNotContain("There are no open tasks", "Service_Ask", "office");

        engine.getRuntimeService().setVariable(instance.getId(), "office", "here");
        engine.getManagementService().setJobRetries(job().getId(), 1);
        engine.getManagementService().executeJob(job().getId());
        assertThat(page("lead.manchester"))
                .contains("There are no open tasks that you can see.")
                .doesNotContain("Stopped by a fault");
        watch.look();
        assertThat(open("JOB")).isZero();
    }

    @Test
    void tellsThePersonWhoseFormCannotBeCompletedWhatToDoAndProcessOwnersWhere() {
        ProcessInstance instance = start(FORM_BEFORE_A_GATEWAY);
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        engine.getIdentityService().setAuthentication("lead.manchester", List.of());

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> engine.getTaskService().complete(task, Map.of("said", "SECRET answer")))
                    .hasMessageContaining("Your answers are not saved")
                    .hasMessageContaining("not of what you typed")
                    .hasMessageNotContaining("Gateway_Which");
        }

        engine.getIdentityService().clearAuthentication();
        assertThat(told("Fault: Gateway_Which (“Which way?”) of stopped-model")).containsExactly("admin", "owner");
        assertThat(jdbc.sql("select cause from fault where kind = 'STEP' and open_about is not null")
                        .query(String.class)
                        .single())
                .contains("No way leads on from Gateway_Which")
                .doesNotContain("SECRET");
        engine.getTaskService().complete(task, Map.of("said", "yes"));
        watch.look();
        assertThat(open("STEP")).isZero();
    }

    @Test
    void tellsOfAConditionThatGivesNothing() {
        ProcessInstance instance = start(FORM_BEFORE_A_GATEWAY.replace("said == 'yes'", "said"));
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        engine.getIdentityService().setAuthentication("lead.manchester", List.of());

        assertThatThrownBy(() -> engine.getTaskService()
                        .complete(task, Variables.createVariables().putValue("said", null)))
                .hasMessageContaining("Your answers are not saved");

        engine.getIdentityService().clearAuthentication();
        assertThat(jdbc.sql("select cause from fault where kind = 'STEP' and open_about is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("A condition gives nothing.");
        engine.getTaskService().complete(task, Map.of("said", true));
    }

    /** Found out when everything is written to the database, after the last step. */
    @Test
    void tellsOfWhatIsTooLongToBeKeptAsOfAnyStepThatFails() {
        ProcessInstance instance = start(FORM_BEFORE_LONG_WORDS);
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        engine.getIdentityService().setAuthentication("lead.manchester", List.of());

        assertThatThrownBy(() -> engine.getTaskService().complete(task, Map.of("said", "long ".repeat(600))))
                .hasMessageContaining("Your answers are not saved")
                .hasMessageNotContaining("long long");

        engine.getIdentityService().clearAuthentication();
        assertThat(told("Fault: Task_Read (“Read it”) of stopped-model")).containsExactly("admin", "owner");
        assertThat(jdbc.sql("select cause from fault where kind = 'STEP' and open_about is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("A text or a number that it works out is too long to be kept.");
        engine.getTaskService().complete(task, Map.of("said", "short"));
    }

    /** Found out only when it is counted: the gate sees the numbers that are written. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 3_651, 4_294_967_301L})
    void tellsOfMoreOrFewerWorkingDaysThanCanBeCountedAndWhatToDo(long days) {
        ProcessInstance instance = start(FORM_BEFORE_LONG_WORDS.replace(
                "name=\"Read it\"", "name=\"Read it\" camunda:dueDate=\"${workingDays.from(now(), days)}\""));
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        engine.getIdentityService().setAuthentication("lead.manchester", List.of());

        assertThatThrownBy(() -> engine.getTaskService().complete(task, Map.of("said", "short", "days", days)))
                .hasMessageContaining("Your answers are not saved");

        engine.getIdentityService().clearAuthentication();
        assertThat(jdbc.sql("select cause from fault where kind = 'STEP' and open_about is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("It counts " + days
                        + " working days, and only 0 to 3650 can be counted. Find out where the number comes from, such"
                        + " as a table or an answer, and put it right there.");
        engine.getTaskService().complete(task, Map.of("said", "short", "days", 3));
    }

    @Test
    void leavesWhatThePersonDidWrongAsItIs() {
        start(FORM_BEFORE_A_GATEWAY);
        engine.getIdentityService().setAuthentication("lead.manchester", List.of());

        assertThatThrownBy(() -> engine.getTaskService().complete("no-such-task"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageNotContaining("Your answers are not saved, because");
        assertThat(open("STEP")).isZero();
    }

    @Test
    void tellsProcessOwnersOfATaskForAGroupThatIsNobodys() {
        start(TASK_FOR_NOBODY);

        watch.look();

        assertThat(told("Fault: Task_Lost (“Look after it”) of stopped-model")).containsExactly("admin", "owner");
        assertThat(page("lead.manchester")).contains("Data protection officer, nowhere");
    }

    @Test
    void showsThePageToThoseWhoMendAndToNobodyElse() {
        start(SERVICE);
        fail(5);
        watch.look();
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values ('ig.bury', 'org-wigan')")
                .update();
        try {
            inspections.inspect();

            assertThat(Visitor.signedIn(port, "owner").get("/faults").body())
                    .contains("Journeys that are stopped", "Service_Ask", project)
                    .doesNotContain("more than one organisation");
            assertThat(Visitor.signedIn(port, "admin").get("/faults").body())
                    .contains("Service_Ask", "The account ig.bury", "more than one organisation");
            var officer = Visitor.signedIn(port, "ig.bury");
            assertThat(officer.get("/faults").statusCode()).isEqualTo(403);
            assertThat(officer.get("/projects").body()).doesNotContain("/faults");
            assertThat(Visitor.browser(port).get("/faults").statusCode()).isEqualTo(302);
        } finally {
            jdbc.sql("delete from act_id_membership where user_id_ = 'ig.bury' and group_id_ = 'org-wigan'")
                    .update();
        }
        inspections.inspect();
        assertThat(open("ACCOUNT")).isZero();
    }

    @Test
    void tellsAdministratorsInTheHealthDetailsAndStaysUp() {
        start(SERVICE);
        fail(5);
        watch.look();

        assertThat(Visitor.program(port, "admin").getJson("/actuator/health").body())
                .contains("\"faults\"", "Journeys that are stopped", "Service_Ask");
        var anybody = Visitor.browser(port).getJson("/actuator/health");
        assertThat(anybody.body()).doesNotContain("faults", "Service_Ask");
        assertThat(jdbc.sql("select count(*) from fault where open_about is not null")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void findsNothingWrongWithWhatIsShipped() {
        inspections.inspect();

        assertThat(jdbc.sql(
                                "select place || cause from fault where open_about is not null and kind in ('MODEL', 'START')")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private ProcessInstance start(String content) {
        new StoredModel(jdbc).store(KEY, 1, null, content);
        return engine.getRuntimeService().startProcessInstanceByKey(KEY, project);
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            String id = job().getId();
            assertThatThrownBy(() -> engine.getManagementService().executeJob(id))
                    .isInstanceOf(ProcessEngineException.class);
        }
    }

    private Job job() {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(KEY)
                .singleResult();
    }

    private String page(String person) {
        return Visitor.signedIn(port, person).get("/projects/" + project).body();
    }

    private List<String> told(String subject) {
        return jdbc.sql("select recipient from notice where subject = ? and reference = ? order by recipient")
                .params(subject, project)
                .query(String.class)
                .list();
    }

    private int open(String kind) {
        return jdbc.sql("select count(*) from fault where open_about is not null and kind = ?")
                .param(kind)
                .query(Integer.class)
                .single();
    }
}
