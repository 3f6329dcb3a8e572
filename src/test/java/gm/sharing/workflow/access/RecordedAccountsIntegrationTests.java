package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.audit.SecurityEvent;
import gm.sharing.workflow.Parts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts: who may change what, what stays of them, and what the security record says. */
@DemoApplication
class RecordedAccountsIntegrationTests extends MadeAccounts {

    @Autowired
    AccountIds ids;

    @Autowired
    OwnDetails ownDetails;

    @Autowired
    TaskService tasks;

    @ParameterizedTest
    @ValueSource(strings = {"firstName", "lastName", "email"})
    void peopleDoNotChangeTheNameUnderWhichTheySign(String field) {
        create(id);
        var profile = new HashMap<>(Map.of("id", id, "firstName", "Sam", "lastName", "Hill", "email", ""));
        profile.put(field, field.equals("email") ? "dame@example.org" : "Dame Jane Forged");

        assertThat(Visitor.program(port, id, PASSWORD)
                        .send("PUT", USER + id + "/profile", profile)
                        .statusCode())
                .isEqualTo(403);
        assertThat(people.find(id).orElseThrow().name()).isEqualTo("Sam Hill");
        assertThat(admin().send("PUT", USER + id + "/profile", profile).statusCode())
                .isEqualTo(204);
        assertThat(recorded("admin"))
                .anyMatch(event ->
                        event.type().equals("account.changed") && event.what().contains(id));
    }

    @Test
    void permissionsToChangeOneselfFromEarlierReleasesEndWithTheStart() {
        create(id);
        jdbc.sql("update act_ru_authorization set perms_ = 6 where user_id_ = :id")
                .param("id", id)
                .update();
        ownDetails.prepare(Parts.TOGETHER);

        assertThat(Visitor.program(port, id, PASSWORD)
                        .send("PUT", USER + id + "/profile", Map.of("id", id, "firstName", "Forged"))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b@example.org",
                "a@example.org\r\nBcc: b@example.org",
                "no address",
                "a@",
                "\u202Egro.elpmaxe@a"
            })
    void refusesAnAddressThatIsNone(String address) {
        assertThat(admin().send("POST", USER + "create", Map.of("profile", Map.of("id", id, "email", address)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(people.find(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u202Eb", "\u200B", "a\u0000"})
    void refusesANameThatIsNotOneLineOfVisibleCharacters(String name) {
        assertThat(admin().send("POST", USER + "create", Map.of("profile", Map.of("id", id, "firstName", name)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(people.find(id)).isEmpty();
    }

    @Test
    void anIdThatSomebodyHadIsNeverGivenAgainNorOneThatLooksLikeIt() {
        create(id);
        assertThat(admin().send("DELETE", USER + id, Map.of()).statusCode()).isEqualTo(204);

        for (var other : List.of(id, id.toUpperCase(Locale.ROOT))) {
            var answer = admin().send("POST", USER + "create", Map.of("profile", Map.of("id", other)));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("is or was somebody’s");
        }
        assertThat(jdbc.sql("select count(*) from act_ru_authorization where user_id_ = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ig.bo1ton", "ig_bolton", "IG.Bolton", "lg.bolton", "b0ard", "system", "Anonymous", "ADMIN"})
    void refusesIdsThatPeopleWouldTakeForAnothers(String lookalike) {
        assertThat(admin().send("POST", USER + "create", Map.of("profile", Map.of("id", lookalike)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(people.find(lookalike)).isEmpty();
    }

    @Test
    void anIdThatOnlyTheRecordKnowsIsNotGivenEither() {
        jdbc.sql("delete from account_id").update();
        jdbc.sql(
                        """
                        insert into event (happened_at, reference, who, type, what)
                        values (current_timestamp, 'SJ-2020-0001', :id, 'test', 'Proposed it.')""")
                .param("id", id)
                .update();
        ids.prepare(Parts.TOGETHER);

        assertThat(ids.isFree(id)).isFalse();
        assertThat(ids.isFree("ig.bolton")).isFalse();
    }

    @Test
    void tasksThatADeletedAccountHadTakenAreTheColleaguesAgain() {
        create(id);
        var task = tasks.newTask();
        task.setName("Review");
        tasks.saveTask(task);
        var own = tasks.newTask();
        own.setName("For one person");
        tasks.saveTask(own);
        try {
            tasks.addCandidateGroup(task.getId(), "ig-bolton");
            tasks.setAssignee(task.getId(), id);
            tasks.setAssignee(own.getId(), id);

            identity.deleteUser(id);

            assertThat(tasks.createTaskQuery()
                            .taskId(task.getId())
                            .singleResult()
                            .getAssignee())
                    .isNull();
            assertThat(tasks.createTaskQuery()
                            .taskId(own.getId())
                            .singleResult()
                            .getAssignee())
                    .isEqualTo(id);
        } finally {
            tasks.deleteTasks(List.of(task.getId(), own.getId()), true);
        }
    }

    @Test
    void aDeletedAccountIsSignedOut() {
        create(id);
        var visitor = signedIn(id, PASSWORD);
        assertThat(visitor.get("/projects").statusCode()).isEqualTo(200);

        identity.deleteUser(id);

        assertThat(visitor.get("/projects").statusCode()).isEqualTo(302);
    }

    @Test
    void theRecordSaysWhoCameWhoFailedAndWhoChangedWhat() {
        create(id);
        identity.createMembership(id, "process-owners");
        identity.deleteMembership(id, "process-owners");
        signedIn(id, "wrong");
        var visitor = signedIn(id, PASSWORD);
        visitor.submit("/projects", "/logout", Map.of());
        admin().send(
                        "POST",
                        "/engine-rest/authorization/create",
                        Map.of(
                                "type",
                                1,
                                "userId",
                                id,
                                "resourceType",
                                0,
                                "resourceId",
                                "cockpit",
                                "permissions",
                                List.of("ACCESS")));

        assertThat(recorded(id)).extracting(SecurityEvent::type).contains("sign-in", "sign-in.failed", "sign-out");
        assertThat(recorded(id)).allMatch(event -> "127.0.0.1".equals(event.address()));
        assertThat(recorded("system"))
                .filteredOn(event -> event.what().contains(id))
                .extracting(SecurityEvent::type)
                .contains("account.created", "membership.added", "membership.removed");
        assertThat(recorded("admin"))
                .anyMatch(event -> event.type().equals("permission.granted")
                        && event.what().contains(id));
        assertThat(recorded(id)).noneMatch(event -> event.what().contains(PASSWORD));
    }
}
