package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.DoorApplication;
import gm.sharing.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see and do which task in the engine, asked over its REST API and the API of its web applications. */
@DoorApplication
class AccessIntegrationTests extends AccessToTheEngine {

    @Test
    void showsOfficersTheTasksOfTheirOwnOrganisationOnly() {
        assertThat(projects(program("ig.bolton"), "My organisation's tasks")).containsExactly("SJ-2026-0001 bolton");
        assertThat(projects(program("ig.bury"), "My organisation's tasks")).containsExactly("SJ-2026-0001 bury");
        assertThat(projects(program("dpo.bolton"), "My organisation's tasks")).isEmpty();
        assertThat(projects(program("lead.manchester"), "My organisation's tasks"))
                .isEmpty();
        assertThat(program("ig.bolton").json(REST + "/task")).hasSize(1);
        assertThat(program("owner").json(REST + "/task")).isEmpty();
    }

    @Test
    void showsATaskOfTheOrganisationAlsoWhenAColleagueHasTakenIt() {
        engine.getTaskService().setAssignee(task, "ig.bolton");

        assertThat(projects(program("ig.bolton"), "My tasks")).containsExactly("SJ-2026-0001 bolton");
        assertThat(projects(program("ig.bolton"), "My organisation's tasks")).containsExactly("SJ-2026-0001 bolton");
    }

    @Test
    void opensWithWhatThePersonCanDoTakenOrNot() {
        assertThat(projects(program("ig.bolton"), "Waiting for you")).containsExactly("SJ-2026-0001 bolton");
        for (var other : List.of("ig.bury", "dpo.bolton", "lead.manchester")) {
            assertThat(projects(program(other), "Waiting for you")).as(other).doesNotContain("SJ-2026-0001 bolton");
        }

        engine.getTaskService().setAssignee(task, "ig.bolton");

        assertThat(projects(program("ig.bolton"), "Waiting for you")).containsExactly("SJ-2026-0001 bolton");
        assertThat(projects(program("ig.bury"), "Waiting for you")).doesNotContain("SJ-2026-0001 bolton");
    }

    @Test
    void showsOverdueTasksToThoseWhoMayReadThem() {
        assertThat(projects(program("ig.bolton"), "Overdue")).containsExactly("SJ-2026-0001 bolton");
        assertThat(projects(program("ig.bury"), "Overdue")).isEmpty();
        assertThat(projects(program("admin"), "Overdue")).contains("SJ-2026-0001 bolton");
    }

    @Test
    void showsTheProjectInTheListsOfTasklist() {
        var officer = Visitor.signedIn(port, "ig.bolton");
        officer.get("/camunda/app/tasklist/default/");
        var filters = officer.json(WEBAPP + "/filter?resourceType=Task");

        assertThat(filters)
                .extracting(filter -> filter.get("name").textValue())
                .containsExactlyInAnyOrder("Waiting for you", "My tasks", "My organisation's tasks", "Overdue");
        assertThat(filters)
                .allSatisfy(filter -> assertThat(filter.get("properties").get("variables"))
                        .hasToString("[{\"name\":\"project\",\"label\":\"Project\"},"
                                + "{\"name\":\"brief\",\"label\":\"Measure\"}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ig.bury", "dpo.bolton", "signatory.bolton", "lead.manchester", "owner", "board", "ethics"})
    void hidesATaskAndItsProcessFromEverybodyElse(String other) {
        var rest = program(other);
        var browser = Visitor.signedIn(port, other);
        browser.get("/camunda/app/tasklist/default/");

        for (String path : List.of(
                "/task/" + task,
                "/task/" + task + "/variables",
                "/task/" + task + "/localVariables",
                "/task/" + task + "/form-variables",
                "/task/" + task + "/identity-links",
                "/task/" + task + "/comment",
                "/process-instance/" + instance,
                "/process-instance/" + instance + "/variables",
                "/process-instance/" + instance + "/activity-instances",
                "/history/process-instance/" + instance)) {
            assertThat(rest.getJson(REST + path).statusCode()).as(path).isBetween(400, 499);
            assertThat(browser.getJson(WEBAPP + path).statusCode()).as(path).isBetween(400, 499);
        }
        assertThat(rest.json(REST + "/task?processInstanceId=" + instance)).isEmpty();
        assertThat(browser.json(WEBAPP + "/task?processInstanceId=" + instance)).isEmpty();
        for (String path : List.of(
                "/variable-instance?processInstanceIdIn=" + instance,
                "/execution?processInstanceId=" + instance,
                "/history/task?processInstanceId=" + instance,
                "/history/variable-instance?processInstanceId=" + instance,
                "/history/activity-instance?processInstanceId=" + instance,
                "/history/identity-link-log?taskId=" + task,
                "/history/user-operation?processInstanceId=" + instance)) {
            assertThat(rest.getJson(REST + path).statusCode()).as(path).isIn(403, 404);
            assertThat(browser.getJson(WEBAPP + path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ig.bury", "lead.manchester", "owner", "board"})
    void refusesEverybodyElseToTakeOrDoATask(String other) {
        assertThat(act(other, "claim", Map.of("userId", other))).isEqualTo(403);
        assertThat(act(other, "complete", Map.of())).isEqualTo(403);
        assertThat(act(other, "submit-form", Map.of())).isEqualTo(403);
        assertThat(act(other, "comment/create", Map.of("message", "x"))).isBetween(400, 499);
        assertThat(assignee()).isNull();
    }

    @Test
    void letsAnOfficerTakeATaskAndDoIt() {
        var officer = Visitor.signedIn(port, "ig.bolton");
        officer.get("/camunda/app/tasklist/default/");

        assertThat(officer.send("POST", WEBAPP + "/task/" + task + "/claim", Map.of("userId", "ig.bolton"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(assignee()).isEqualTo("ig.bolton");
        assertThat(act("ig.bolton", "submit-form", Map.of())).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ig.bury", "dpo.bolton", "lead.manchester", "nobody"})
    void refusesToTakeATaskForSomebodyElse(String other) {
        var answer = program("ig.bolton").send("POST", REST + "/task/" + task + "/claim", Map.of("userId", other));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visitor.parse(answer).get("message").textValue())
                .isEqualTo("You can take this task for yourself only, not for somebody else.");
        assertThat(assignee()).isNull();
    }

    @Test
    void refusesAnAdministratorToGiveATaskToAnotherOrganisation() {
        var answer = program("admin").send("POST", REST + "/task/" + task + "/assignee", Map.of("userId", "ig.bury"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ig.bury is not among the people who may do this task");
        assertThat(act("admin", "assignee", Map.of("userId", "ig.bolton"))).isEqualTo(204);
    }

    @Test
    void closesATaskOfAProjectLeadWhenAnotherLeadTakesOver() {
        engine.getTaskService().complete(task);
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        assertThat(program("lead.manchester").getJson(REST + "/task/" + task).statusCode())
                .isEqualTo(200);

        assertThat(act("admin", "assignee", Map.of("userId", "ig.bolton"))).isEqualTo(400);
        assertThat(act("admin", "assignee", Map.of("userId", "lead.salford"))).isEqualTo(204);

        assertThat(program("lead.salford").getJson(REST + "/task/" + task).statusCode())
                .isEqualTo(200);
        assertThat(program("lead.manchester").getJson(REST + "/task/" + task).statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsAnOfficerChangeNothingAboutATask() {
        var current = Visitor.parse(program("ig.bolton").getJson(REST + "/task/" + task));

        assertThat(program("ig.bolton")
                        .send("PUT", REST + "/task/" + task, Map.of("name", "Mine", "owner", "ig.bolton"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(program("ig.bolton")
                        .send("DELETE", REST + "/task/" + task, Map.of())
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(act("ig.bolton", "identity-links", Map.of("groupId", "ig-bury", "type", "candidate")))
                .isEqualTo(403);
        assertThat(act("ig.bolton", "delegate", Map.of("userId", "ig.bury"))).isEqualTo(403);
        assertThat(program("ig.bolton")
                        .send("PUT", REST + "/task/" + task + "/variables/partner", Map.of("value", "bury"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(program("ig.bolton")
                        .send(
                                "PUT",
                                REST + "/process-instance/" + instance + "/variables/partner",
                                Map.of("value", "bury"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.parse(program("ig.bolton").getJson(REST + "/task/" + task)))
                .isEqualTo(current);
    }

    @ParameterizedTest
    @CsvSource({"bpmnError,errorCode", "bpmnEscalation,escalationCode", "resolve,ignored"})
    void letsAnOfficerEndATaskWithItsFormOnly(String way, String field) {
        assertThat(act("ig.bolton", way, Map.of(field, "x"))).isEqualTo(403);
        assertThat(program("ig.bolton").getJson(REST + "/task/" + task).statusCode())
                .isEqualTo(200);
    }

    private int act(String user, String action, Map<String, ?> body) {
        return program(user)
                .send("POST", REST + "/task/" + task + "/" + action, body)
                .statusCode();
    }

    private List<String> projects(Visitor visitor, String filter) {
        var projects = new ArrayList<String>();
        for (JsonNode listed : visitor.json(REST + "/filter/" + filter(visitor, filter) + "/list")) {
            if (listed.get("processDefinitionId").textValue().startsWith("access-check")) {
                projects.add(engine.getTaskService()
                        .getVariable(listed.get("id").textValue(), "project")
                        .toString());
            }
        }
        return projects;
    }

    private String assignee() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getAssignee();
    }
}
