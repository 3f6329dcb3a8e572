package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.DoorApplication;
import gm.sharing.Visitor;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import gm.sharing.workflow.EnginePreparation;
import gm.sharing.workflow.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may start, see and move which process, model and person in the engine, asked over its REST API and the API of its web applications. */
@DoorApplication
class AccessToProcessesIntegrationTests extends AccessToTheEngine {

    private static final Map<String, Map<String, String>> PROPOSAL = Map.of(
            "title", Map.of("value", "Supporting families"),
            "urgency", Map.of("value", "normal"),
            "visionWho", Map.of("value", "social workers"),
            "visionNeed", Map.of("value", "need to see who supports a family"),
            "visionWhat", Map.of("value", "contacts"),
            "visionBetween", Map.of("value", "councils"),
            "visionBenefit", Map.of("value", "help earlier"),
            "visionMeasure", Map.of("value", "fewer repeat referrals"));

    @Autowired
    People people;

    @Autowired
    List<EnginePreparation> preparations;

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
                assertThat(person.name()).isEqualTo("Owen Pilkington");
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
        // Other classes may have stored organisations since the start.
        preparations.forEach(preparation -> preparation.prepare(Parts.TOGETHER));
        var before = counts();

        preparations.forEach(preparation -> preparation.prepare(Parts.TOGETHER));

        assertThat(counts()).isEqualTo(before);
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

    /** What Tasklist asks for, with the variables that the cards of its list show. */
    private String shownInTasklist(String user, String filter) {
        var visitor = Visitor.signedIn(port, user);
        visitor.get("/camunda/app/tasklist/default/");
        return visitor.get(WEBAPP + "/filter/" + filter(program(user), filter) + "/list", "application/hal+json")
                .body();
    }

    private static List<String> texts(JsonNode list, String field) {
        var texts = new ArrayList<String>();
        list.forEach(entry -> texts.add(entry.get(field).textValue()));
        return texts;
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
