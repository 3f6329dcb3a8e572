package gm.sharing.workflow.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.DemoApplication;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.Projects;
import gm.sharing.workflow.StoredModel;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a table answers beyond its bounds is told to those who mend it: nobody goes on with a wrong answer. */
@Tag("one-database")
@DemoApplication
class FaultsOfTablesIntegrationTests {

    private static final String KEY = "stopped-by-a-table";

    private static final String FORM_BEFORE_A_TABLE = StoredModel.process(
            KEY,
            """
            <bpmn:userTask id="Task_Say" name="Say it" camunda:assignee="lead.manchester"/>
            <bpmn:businessRuleTask id="Rule_Days" name="Look up the days" camunda:decisionRef="review-deadlines">
              <bpmn:extensionElements><camunda:inputOutput>
                <camunda:inputParameter name="kind">${said}</camunda:inputParameter>
                <camunda:inputParameter name="urgency">normal</camunda:inputParameter>
              </camunda:inputOutput></bpmn:extensionElements>
            </bpmn:businessRuleTask>"""
                    + StoredModel.flow("Start", "Task_Say") + StoredModel.flow("Task_Say", "Rule_Days")
                    + StoredModel.flow("Rule_Days", "End"));

    @Autowired
    ProcessEngine engine;

    @Autowired
    FaultWatch watch;

    @Autowired
    Projects projects;

    @Autowired
    JdbcClient jdbc;

    private String project;
    private String task;

    @BeforeEach
    void start() {
        project = projects.propose(ProjectFixture.proposal("Stopped by a table"), AgreementScenario.LEAD)
                .value();
        new StoredModel(jdbc).store(KEY, 1, null, FORM_BEFORE_A_TABLE);
        ProcessInstance instance = engine.getRuntimeService().startProcessInstanceByKey(KEY, project);
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    @AfterEach
    void tidyUp() {
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
    void areToldToProcessOwnersAndToThePersonBehindWhoseFormTheTableIsAsked() {
        engine.getIdentityService().setAuthentication("lead.manchester", List.of());

        assertThatThrownBy(() -> engine.getTaskService().complete(task, Map.of("said", "SECRET answer")))
                .hasMessageContaining("Your answers are not saved")
                .hasMessageContaining("The process owners and the administrators are told");

        engine.getIdentityService().clearAuthentication();
        assertThat(jdbc.sql("select cause from fault where kind = 'STEP' and open_about is not null")
                        .query(String.class)
                        .single())
                .isEqualTo(
                        "The table “review-deadlines” has no row for what it was asked. Add one; the log tells what it was"
                                + " asked.");
        assertThat(jdbc.sql("select recipient from notice where subject like 'Fault: Rule_Days%' and reference = ?"
                                + " order by recipient")
                        .param(project)
                        .query(String.class)
                        .list())
                .containsExactly("admin", "owner");
        engine.getTaskService().complete(task, Map.of("said", "board"));
    }

    /** The value is left out: it may be what somebody answered. */
    @Test
    void areToldByTableRowAndColumn() {
        assertThat(Causes.of(
                        "The decision table “Within how many days?” (review-deadlines), row 7, column “dueDays”, says"
                                + " “SECRET”; the program needs a whole number from 1 to 500: kind = board."))
                .isEqualTo("Row 7 of the table “review-deadlines” says in the column “dueDays” what the program cannot"
                        + " take. Correct that cell");
    }
}
