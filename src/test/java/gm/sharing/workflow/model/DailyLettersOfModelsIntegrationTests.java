package gm.sharing.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.PagesApplication;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.notification.Asked;
import gm.sharing.project.ProjectReference;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of models waits for somebody's email of the day, what does not, and what is done by then. */
@PagesApplication
class DailyLettersOfModelsIntegrationTests {

    private static final String OFFICER = "ig.bolton";
    private static final String COLLEAGUE = "dpo.bolton";

    @Autowired
    AgreementScenario scenario;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Asked asked;

    @Autowired
    JdbcClient jdbc;

    private ProjectReference project = new ProjectReference("SJ-2026-0001");
    private String deployment = "";

    @BeforeEach
    void choose() {
        project = scenario.drafted("One email a day");
        jdbc.sql("insert into daily_letter (person, since) values (?, current_timestamp)")
                .param(OFFICER)
                .update();
        deployment = BeforeTheGate.store(engine, MODEL);
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from daily_letter").update();
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void holdsATaskUntilItIsDoneOrWithSomebodyElse() {
        var task = start();
        var told = told("task:" + task.getId());

        assertThat(told).containsEntry("status", "HELD").containsEntry("path", "/tasks/" + task.getId());
        String asks = String.valueOf(told.get("asks"));
        assertThat(asked.isDone(asks, OFFICER)).isFalse();

        engine.getTaskService().setAssignee(task.getId(), COLLEAGUE);
        assertThat(asked.isDone(asks, OFFICER)).isTrue();
        assertThat(asked.isDone(asks, COLLEAGUE)).isFalse();

        engine.getTaskService().setOwner(task.getId(), OFFICER);
        assertThat(asked.isDone(asks, OFFICER)).as("a deputy does it").isFalse();

        engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "done");
        assertThat(asked.isDone(asks, COLLEAGUE)).isTrue();
    }

    @Test
    void holdsAReminderThatLinksToItsTaskAndSendsTheEscalationAtOnce() {
        var task = start();

        fire(task, "Timer_Reminder");
        fire(task, "Timer_Escalation");

        var reminder = told("Send_Reminder:%");
        assertThat(reminder).containsEntry("status", "HELD").containsEntry("path", "/tasks/" + task.getId());
        String asks = String.valueOf(reminder.get("asks"));
        assertThat(told("Send_Escalation:%"))
                .containsEntry("status", "WAITING")
                .containsEntry("path", "/tasks/" + task.getId());
        engine.getTaskService().setAssignee(task.getId(), COLLEAGUE);
        assertThat(asked.isDone(asks, OFFICER)).as("somebody has it").isFalse();

        engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "done");
        assertThat(asked.isDone(asks, OFFICER)).isTrue();
    }

    @Test
    void holdsWhatIsOfUseForATimeUntilItsProcessHasEnded() {
        var task = start();

        fire(task, "Timer_News");

        var news = told("Send_News:%");
        assertThat(news)
                .containsEntry("status", "HELD")
                .containsEntry("path", "/projects/" + project)
                .containsEntry("asks", "process:" + task.getProcessInstanceId());
        assertThat(news.get("useful_until")).isNotNull();
        assertThat(asked.isDone("process:" + task.getProcessInstanceId(), OFFICER))
                .isFalse();

        engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "done");
        assertThat(asked.isDone("process:" + task.getProcessInstanceId(), OFFICER))
                .isTrue();
    }

    private Task start() {
        var instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "daily",
                        project.value(),
                        Map.of("until", new Date(System.currentTimeMillis() + 40L * 24 * 60 * 60 * 1000)));
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey("Task_Review")
                .singleResult();
    }

    private void fire(Task task, String timer) {
        var management = engine.getManagementService();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .activityId(timer)
                .singleResult()
                .getId());
    }

    private Map<String, Object> told(String about) {
        return jdbc.sql("select status, path, asks, useful_until from notice"
                        + " where reference = ? and recipient = ? and about like ?")
                .params(project.value(), OFFICER, about)
                .query()
                .singleRow();
    }

    private static final String MODEL =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://bpmn.io/schema/bpmn">
              <bpmn:process id="daily" name="Daily" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="Start"/>
                <bpmn:parallelGateway id="Both"/>
                <bpmn:userTask id="Task_Review" name="Review" camunda:candidateGroups="ig-bolton"
                    camunda:formRef="review-agreement" camunda:formRefBinding="latest"/>
                <bpmn:intermediateCatchEvent id="Timer_News"><bpmn:timerEventDefinition>
                  <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${until}</bpmn:timeDate>
                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                %s%s%s
                <bpmn:sequenceFlow id="FA" sourceRef="Start" targetRef="Both"/>
                <bpmn:sequenceFlow id="FB" sourceRef="Both" targetRef="Task_Review"/>
                <bpmn:sequenceFlow id="FC" sourceRef="Both" targetRef="Timer_News"/>
                <bpmn:sequenceFlow id="F_News" sourceRef="Timer_News" targetRef="Send_News"/>
              </bpmn:process>
            </bpmn:definitions>
            """
                    .formatted(
                            atTheEdge("Reminder", "may-wait"),
                            atTheEdge("Escalation", "at-once"),
                            send(
                                    "News",
                                    "may-wait",
                                    "<camunda:inputParameter name=\"until\">${until}</camunda:inputParameter>"));

    private static String atTheEdge(String name, String goesOut) {
        return """
                <bpmn:boundaryEvent id="Timer_%1$s" cancelActivity="false" attachedToRef="Task_Review">
                  <bpmn:timerEventDefinition>
                    <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${until}</bpmn:timeDate>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="F_%1$s" sourceRef="Timer_%1$s" targetRef="Send_%1$s"/>
                """
                        .formatted(name)
                + send(name, goesOut, "");
    }

    private static String send(String name, String goesOut, String more) {
        return """
                <bpmn:sendTask id="Send_%s" camunda:delegateExpression="${sendNotice}">
                  <bpmn:extensionElements><camunda:inputOutput>
                    <camunda:inputParameter name="to">person:ig.bolton</camunda:inputParameter>
                    <camunda:inputParameter name="subject">Review: {title}</camunda:inputParameter>
                    <camunda:inputParameter name="text">Please review.</camunda:inputParameter>
                    <camunda:inputParameter name="goesOut">%s</camunda:inputParameter>
                    %s
                  </camunda:inputOutput></bpmn:extensionElements>
                  <bpmn:incoming>F_%s</bpmn:incoming>
                </bpmn:sendTask>
                """
                .formatted(name, goesOut, more, name);
    }
}
