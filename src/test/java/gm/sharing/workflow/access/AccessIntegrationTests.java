package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import gm.sharing.workflow.EnginePreparation;
import gm.sharing.workflow.Parts;
import gm.sharing.workflow.model.BeforeTheGate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may see and do what in the engine, asked over its REST API and the API of its web applications. */
@Tag("own-jvm")
@DemoApplication
class AccessIntegrationTests {

    private static final String REST = "/engine-rest";
    private static final Map<String, Map<String, String>> PROPOSAL = Map.of(
            "title", Map.of("value", "Supporting families"),
            "urgency", Map.of("value", "normal"),
            "visionWho", Map.of("value", "social workers"),
            "visionNeed", Map.of("value", "need to see who supports a family"),
            "visionWhat", Map.of("value", "contacts"),
            "visionBetween", Map.of("value", "councils"),
            "visionBenefit", Map.of("value", "help earlier"),
            "visionMeasure", Map.of("value", "fewer repeat referrals"));

    private static final String WEBAPP = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    People people;

    @Autowired
    List<EnginePreparation> preparations;

    String deployment = "";
    String task = "";
    String instance = "";

    @BeforeEach
    void askBoltonAndBury() {
        deployment = BeforeTheGate.deploy(engine, "access/check.bpmn");
        ask("bury", Date.from(Instant.now().plusSeconds(3_600)));
        var bolton = ask("bolton", Date.from(Instant.now().minusSeconds(3_600)));
        instance = bolton.getId();
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @AfterEach
    void undeploy() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

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
                .containsExactlyInAnyOrder("My tasks", "My organisation's tasks", "Overdue");
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

    @Test
    void letsOnlyProjectLeadsStartProjectsAndNothingElse() {
        assertThat(startable("lead.manchester")).containsExactly("sharing-project");
        assertThat(startable("ig.bolton")).isEmpty();
        assertThat(startable("owner")).isEmpty();

        assertThat(start("lead.manchester", "access-check", Map.of())).isEqualTo(403);
        assertThat(start("lead.manchester", "dpia", Map.of())).isEqualTo(403);
        assertThat(start("ig.bolton", "sharing-project", Map.of())).isEqualTo(403);
        assertThat(start("owner", "sharing-project", Map.of())).isEqualTo(403);
    }

    @Test
    void showsAProjectLeadTheOwnProjectOnly() {
        var started = program("lead.manchester")
                .send(
                        "POST",
                        REST + "/process-definition/key/sharing-project/submit-form",
                        Map.of("variables", PROPOSAL));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        var project = Visitor.parse(started).get("id").textValue();
        try {
            var path = REST + "/process-instance/" + project;
            assertThat(shownInTasklist("lead.manchester", "My tasks")).contains(" Supporting families");
            assertThat(program("lead.manchester").getJson(path).statusCode()).isEqualTo(200);
            assertThat(program("lead.manchester")
                            .getJson(path + "/activity-instances")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(program("lead.manchester").send("DELETE", path, Map.of()).statusCode())
                    .isEqualTo(403);
            assertThat(program("lead.manchester")
                            .send("PUT", path + "/variables/lead", Map.of("value", "lead.salford"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(program("lead.salford").getJson(path).statusCode()).isEqualTo(404);
            for (String other : List.of("ig.manchester", "owner")) {
                assertThat(program(other).getJson(path).statusCode()).isEqualTo(403);
            }
        } finally {
            engine.getRuntimeService().deleteProcessInstance(project, "end of test");
        }
    }

    @Test
    void refusesAProjectThatIsStartedWithoutItsForm() {
        var answer = program("lead.manchester")
                .send("POST", REST + "/process-definition/key/sharing-project/start", Map.of());

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains("Start this process with its form.");
    }

    @Test
    void letsNobodyStartAProjectInItsMiddle() {
        assertThat(start(
                        "lead.manchester",
                        "sharing-project",
                        Map.of(
                                "startInstructions",
                                List.of(Map.of(
                                        "type", "startBeforeActivity",
                                        "activityId", "Service_PublishAgreement")))))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ig.bolton", "lead.manchester", "owner", "board"})
    void letsNobodyMoveWhatTheModelsMove(String person) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("sharing-project")
                .latestVersion()
                .singleResult()
                .getId();
        var job = engine.getHistoryService().findHistoryCleanupJobs().get(0).getId();
        var filter = filter(program("admin"), "Overdue");
        var step = Map.of("instructions", List.of(Map.of("type", "cancel", "activityId", "Task_Check")));

        assertRefused(person, "POST", "/process-instance/" + instance + "/modification", step);
        assertRefused(person, "PUT", "/process-instance/" + instance + "/suspended", Map.of("suspended", true));
        assertRefused(person, "DELETE", "/process-instance/" + instance, Map.of());
        assertRefused(person, "PUT", "/process-definition/" + definition + "/suspended", Map.of("suspended", true));
        assertRefused(person, "DELETE", "/process-definition/" + definition, Map.of());
        assertRefused(
                person,
                "PUT",
                "/process-definition/" + definition + "/history-time-to-live",
                Map.of("historyTimeToLive", 1));
        assertRefused(person, "POST", "/job/" + job + "/execute", Map.of());
        assertRefused(person, "PUT", "/job/" + job + "/duedate", Map.of("duedate", "2099-01-01T00:00:00.000+0000"));
        assertRefused(person, "POST", "/task/create", Map.of("name", "x"));
        var mine = Map.of("resourceType", "Task", "name", "x", "query", Map.of(), "properties", Map.of());
        assertRefused(person, "POST", "/filter/create", mine);
        assertRefused(person, "PUT", "/filter/" + filter, mine);
        assertRefused(
                person,
                "POST",
                "/authorization/create",
                Map.of(
                        "type",
                        1,
                        "permissions",
                        List.of("ALL"),
                        "userId",
                        person,
                        "resourceType",
                        7,
                        "resourceId",
                        "*"));
        assertRefused(person, "POST", "/user/create", Map.of("profile", Map.of("id", "x")));
        assertRefused(person, "POST", "/identity/verify", Map.of("username", "admin", "password", "demo"));
    }

    @Test
    void letsNobodyButAdministratorsListPeople() {
        assertThat(program("ig.bolton").json(REST + "/user")).hasSize(1);
        assertThat(program("owner").json(REST + "/user")).hasSize(1);
        assertThat(program("admin").json(REST + "/user").size()).isGreaterThan(40);
        assertThat(program("ig.bolton").getJson(REST + "/authorization").statusCode())
                .isEqualTo(403);
    }

    @Test
    void letsPeopleNeitherJoinGroupsNorDeleteThemselves() {
        assertThat(program("ig.bolton")
                        .send("PUT", REST + "/group/camunda-admin/members/ig.bolton", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(program("ig.bolton")
                        .send("DELETE", REST + "/user/ig.bolton", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"short,false", "ig.bolton-ig.bolton,false", "passwordpassword,false", "unicorn-teapot-9-granite,true"})
    void asksForPasswordsThatAreNotEasilyGuessed(String password, boolean accepted) {
        var answer = program("admin")
                .send(
                        "POST",
                        REST + "/user/create",
                        Map.of(
                                "profile",
                                        Map.of(
                                                "id",
                                                "new.officer-" + password.length(),
                                                "firstName",
                                                "ig.bolton",
                                                "lastName",
                                                "N"),
                                "credentials", Map.of("password", password)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(accepted ? 204 : 400);
        if (!accepted) {
            assertThat(answer.body()).contains("This password is too easy to guess. It needs at least 12 characters");
        }
        engine.getIdentityService().deleteUser("new.officer-" + password.length());
    }

    @Test
    void showsProcessOwnersTheModelsButNotWhatRunsOnThem() {
        assertThat(program("owner").json(REST + "/process-definition?latestVersion=true"))
                .extracting(definition -> definition.get("key").textValue())
                .contains("sharing-project", "dpia", "partner-sign-off");
        assertThat(program("owner").json(REST + "/decision-definition?latestVersion=true"))
                .isNotEmpty();
        for (var models :
                List.of("/decision-definition", "/deployment", "/process-definition/statistics", "/job", "/metrics")) {
            assertThat(program("ig.bolton").getJson(REST + models).statusCode()).isEqualTo(403);
        }
        assertThat(program("owner").getJson(REST + "/process-instance").statusCode())
                .isEqualTo(403);
    }

    @Test
    void namesTheGroupsSoThatPeopleUnderstandThem() {
        assertThat(group(Role.INFORMATION_BOARD.group())).isEqualTo("Information Board");
        assertThat(group("ig-manchester")).isEqualTo("IG officers, Manchester City Council");
        assertThat(group("caldicott-nhsgm"))
                .isEqualTo("Caldicott Guardians, NHS Greater Manchester Integrated Care Board");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bolton",
                "bury",
                "manchester",
                "oldham",
                "rochdale",
                "salford",
                "stockport",
                "tameside",
                "trafford",
                "wigan",
                "nhsgm"
            })
    void hasACaldicottGuardianInTheDemoForEachCouncilAndTheNhs(String code) {
        assertThat(people.in("caldicott-" + code)).singleElement().satisfies(person -> assertThat(person.id())
                .isEqualTo("caldicott." + code));
    }

    @Test
    void findsTheSamePeopleWhoeverIsSignedIn() {
        engine.getIdentityService().setAuthentication("ig.bury", List.of("ig-bury"));
        try {
            assertThat(people.in("ig-wigan")).singleElement().satisfies(person -> {
                assertThat(person.id()).isEqualTo("ig.wigan");
                assertThat(person.name()).isEqualTo("IG officer, Wigan Council");
                assertThat(person.email()).isEqualTo("ig.wigan@demo.invalid");
                assertThat(person.groups()).containsExactlyInAnyOrder("ig-wigan", "org-wigan");
            });
            assertThat(people.find("nobody")).isEmpty();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void preparesTheEngineAgainWithoutAddingAnything() {
        var before = counts();

        preparations.forEach(preparation -> preparation.prepare(Parts.TOGETHER));

        assertThat(counts()).isEqualTo(before);
    }

    private ProcessInstance ask(String partner, Date due) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "access-check", Map.of("partner", partner, "lead", "lead.manchester", "due", due));
    }

    private Visitor program(String user) {
        return Visitor.program(port, user);
    }

    private int act(String user, String action, Map<String, ?> body) {
        return program(user)
                .send("POST", REST + "/task/" + task + "/" + action, body)
                .statusCode();
    }

    private void assertRefused(String user, String method, String path, Map<String, ?> body) {
        var visitor = Visitor.signedIn(port, user);
        visitor.get("/camunda/app/tasklist/default/");
        visitor.getJson(WEBAPP + "/filter");

        assertThat(program(user).send(method, REST + path, body).statusCode())
                .as(path)
                .isEqualTo(403);
        assertThat(visitor.send(method, WEBAPP + path, body).statusCode())
                .as(path)
                .isEqualTo(403);
    }

    private int start(String user, String key, Map<String, ?> body) {
        return program(user)
                .send("POST", REST + "/process-definition/key/" + key + "/start", body)
                .statusCode();
    }

    private List<String> startable(String user) {
        return texts(
                program(user)
                        .json(REST + "/process-definition?latestVersion=true&startablePermissionCheck=true"
                                + "&startableInTasklist=true"),
                "key");
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

    /** What Tasklist asks for, with the variables that the cards of its list show. */
    private String shownInTasklist(String user, String filter) {
        var visitor = Visitor.signedIn(port, user);
        visitor.get("/camunda/app/tasklist/default/");
        return visitor.get(WEBAPP + "/filter/" + filter(program(user), filter) + "/list", "application/hal+json")
                .body();
    }

    private static String filter(Visitor visitor, String name) {
        for (JsonNode filter : visitor.json(REST + "/filter")) {
            if (filter.get("name").textValue().equals(name)) {
                return filter.get("id").textValue();
            }
        }
        throw new AssertionError("no filter " + name);
    }

    private static List<String> texts(JsonNode list, String field) {
        var texts = new ArrayList<String>();
        list.forEach(entry -> texts.add(entry.get(field).textValue()));
        return texts;
    }

    private String assignee() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getAssignee();
    }

    private String group(String id) {
        Group group = engine.getIdentityService().createGroupQuery().groupId(id).singleResult();
        return group.getName();
    }

    private List<Long> counts() {
        return List.of(
                engine.getIdentityService().createGroupQuery().count(),
                engine.getIdentityService().createUserQuery().count(),
                engine.getAuthorizationService().createAuthorizationQuery().count(),
                engine.getFilterService().createFilterQuery().count(),
                engine.getRepositoryService().createDeploymentQuery().count());
    }
}
