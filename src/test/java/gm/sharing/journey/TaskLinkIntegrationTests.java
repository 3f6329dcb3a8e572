package gm.sharing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.journeys.Answers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoApplication
class TaskLinkIntegrationTests {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private String project = "";
    private String task = "";

    @BeforeEach
    void propose() {
        engine.getIdentityService().setAuthentication("lead.manchester", List.of("project-leads", "org-manchester"));
        try {
            var instance = engine.getFormService()
                    .submitStartForm(
                            engine.getRepositoryService()
                                    .createProcessDefinitionQuery()
                                    .processDefinitionKey("sharing-project")
                                    .latestVersion()
                                    .singleResult()
                                    .getId(),
                            Answers.proposal("A link to a task " + UUID.randomUUID()));
            project = instance.getBusinessKey();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        task = "/tasks/" + openTask().getId();
    }

    private Task openTask() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(project)
                .singleResult();
    }

    @Test
    void leadsToTheTaskAlsoAfterSigningIn() {
        var visitor = Visitor.browser(port);
        String before = standing();
        assertThat(location(visitor.get(task))).endsWith("/login");

        assertThat(location(visitor.signIn("lead.manchester", "demo"))).contains(task);
        assertThat(visitor.get(task).body()).contains("What do you need to share?", "action=\"" + task + "\"");
        assertThat(standing()).as("looking changes nothing").isEqualTo(before);
    }

    /** The row of the task and of what belongs to it, with its revision. */
    private String standing() {
        String id = openTask().getId();
        return jdbc.sql("select * from act_ru_task where id_ = ?")
                        .param(id)
                        .query()
                        .singleRow()
                + jdbc.sql("select * from act_ru_identitylink where task_id_ = ? order by id_")
                        .param(id)
                        .query()
                        .listOfRows()
                        .toString()
                + jdbc.sql("select * from act_ru_variable where proc_inst_id_ = ? order by id_")
                        .param(openTask().getProcessInstanceId())
                        .query()
                        .listOfRows();
    }

    @Test
    void saysToAColleagueWhoHasIt() {
        assertThat(Visitor.signedIn(port, "ig.manchester").get(task).body())
                .contains("This task is not yours", "is with Priya Nair now", project);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead.salford", "ig.bury", "signatory.bolton", "owner"})
    void saysToThoseWhomTheProjectIsNoneOfTheirBusinessNothingButThat(String other) {
        var visitor = Visitor.signedIn(port, other);

        assertThat(visitor.get(task).body())
                .contains("You cannot open this task")
                .doesNotContain(project);
        assertThat(visitor.get("/tasks/8b76b2a4-cc3e-11f0-9d7e-0242ac110002").body())
                .contains("You cannot open this task");
    }

    @Test
    void saysWhenAndByWhomItWasDone() {
        var visitor = Visitor.signedIn(port, "lead.manchester");
        engine.getIdentityService().setAuthentication("lead.manchester", List.of("project-leads", "org-manchester"));
        try {
            var open = openTask();
            engine.getFormService().getTaskFormVariables(open.getId());
            engine.getFormService().submitTaskForm(open.getId(), Answers.needs());
        } finally {
            engine.getIdentityService().clearAuthentication();
        }

        assertThat(visitor.get(task).body()).contains("This task is done", "was done by Priya Nair on", project);
        assertThat(Visitor.signedIn(port, "board").get(task).body())
                .contains("was done on")
                .doesNotContain("was done by");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
