package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.audit.SecurityEvent;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.organisation.People;
import gm.sharing.security.SignInThrottle;
import gm.sharing.workflow.Parts;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts: who may change what, what stays of them, and what the security record says. */
@DemoApplication
class RecordedAccountsIntegrationTests {

    private static final String USER = "/engine-rest/user/";
    private static final String PASSWORD = "unicorn-teapot-9-granite";

    private final String id =
            "p" + UUID.randomUUID().toString().substring(0, 8).replace('1', '7').replace('0', '8');

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    SecurityTrail trail;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccountIds ids;

    @Autowired
    OwnDetails ownDetails;

    @Autowired
    TaskService tasks;

    @Autowired
    Clock clock;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    DemoPassword demoPassword;

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
            assertThat(answer.body()).contains("is or was somebody's");
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
    void aChangedPasswordEndsOtherSignInsAndTheRememberedPasswordAtOnce() {
        create(id);
        var here = signedIn(id, PASSWORD);
        var elsewhere = signedIn(id, PASSWORD);
        var program = Visitor.program(port, id, PASSWORD);
        assertThat(program.getJson("/engine-rest/filter").statusCode()).isEqualTo(200);

        assertThat(setPassword(admin(), "demo", "granite-7-walrus-lighthouse").statusCode())
                .isEqualTo(204);

        assertThat(here.get("/projects").statusCode()).isEqualTo(302);
        assertThat(elsewhere.get("/projects").statusCode()).isEqualTo(302);
        assertThat(program.getJson("/engine-rest/filter").statusCode()).isEqualTo(401);
        assertThat(signedIn(id, "granite-7-walrus-lighthouse").get("/projects").statusCode())
                .isEqualTo(200);
        assertThat(recorded("admin"))
                .anyMatch(event -> event.type().equals("password.changed")
                        && event.what().contains(id)
                        && !event.what().contains("granite"));
    }

    @Test
    void whoChangesTheirOwnPasswordStaysHereAndIsSignedOutElsewhere() {
        create(id);
        var here = signedIn(id, PASSWORD);
        var elsewhere = signedIn(id, PASSWORD);
        here.get("/camunda/app/welcome/default/");

        assertThat(here.send(
                                "PUT",
                                "/camunda/api/engine/engine/default/user/" + id + "/credentials",
                                Map.of(
                                        "password",
                                        "granite-7-walrus-lighthouse",
                                        "authenticatedUserPassword",
                                        PASSWORD))
                        .statusCode())
                .isEqualTo(204);

        assertThat(here.get("/projects").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/projects").statusCode()).isEqualTo(302);
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
    void anUnknownNameTakesAsLongAsAKnownOne() {
        var slow = new Passwords(jdbc, clock, throttle, trail, demoPassword, 10);
        var hash = "{bcrypt-sha384}" + slow.hash().encrypt(PASSWORD);
        var known = new long[7];
        var unknown = new long[known.length];
        for (int number = 0; number < known.length; number++) {
            var somebody = id + (char) ('a' + number);
            create(somebody);
            jdbc.sql("update act_id_user set pwd_ = :hash, salt_ = '' where id_ = :id")
                    .param("hash", hash)
                    .param("id", somebody)
                    .update();
            known[number] = nanosOfAGuess(slow, somebody);
            unknown[number] = nanosOfAGuess(slow, "nobody." + somebody);
        }
        Arrays.sort(known);
        Arrays.sort(unknown);
        var ratio = (double) known[known.length / 2] / unknown[unknown.length / 2];

        LoggerFactory.getLogger(getClass())
                .info("A wrong password of a known name takes {} times as long as of an unknown one.", ratio);
        assertThat(ratio).isBetween(0.4, 2.5);
    }

    private static long nanosOfAGuess(Passwords passwords, String name) {
        var before = System.nanoTime();
        assertThat(passwords.match(name, "guess")).isFalse();
        return System.nanoTime() - before;
    }

    @Test
    void peopleChangeTheirOwnPasswordWithTheOneTheyHaveOnly() {
        create(id);
        var program = Visitor.program(port, id, PASSWORD);

        assertThat(setPassword(program, "wrong", "granite-7-walrus-lighthouse").statusCode())
                .isEqualTo(400);
        assertThat(setPassword(program, PASSWORD, "passwordpassword").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(setPassword(program, PASSWORD, "granite-7-walrus-lighthouse").statusCode())
                .isEqualTo(204);
        assertThat(people.passwordMatches(id, "granite-7-walrus-lighthouse")).isTrue();
    }

    @Test
    void guessesAtTheOwnPasswordWithinASessionWaitToo() {
        create(id);
        var program = Visitor.program(port, id, PASSWORD);
        assertThat(program.getJson("/engine-rest/filter").statusCode()).isEqualTo(200);

        HttpResponse<String> last = null;
        for (int i = 0; i < 10; i++) {
            last = setPassword(program, "guess" + i, "granite-7-walrus-lighthouse");
        }

        assertThat(last.statusCode()).isEqualTo(400);
        assertThat(last.body()).contains("too many wrong passwords");
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
    void aPasswordThatAnEarlierReleaseStoredIsStoredAnewWhenItIsUsed() {
        create(id);
        var salt = "c2FsdHNhbHRzYWx0c2FsdA==";
        var old = "{SHA-512}" + new Sha512HashDigest().encrypt(PASSWORD + salt);
        jdbc.sql("update act_id_user set pwd_ = :old, salt_ = :salt where id_ = :id")
                .param("old", old)
                .param("salt", salt)
                .param("id", id)
                .update();

        assertThat(people.passwordMatches(id, "wrong")).isFalse();
        assertThat(stored(id)).isEqualTo(old);
        assertThat(people.passwordMatches(id, PASSWORD)).isTrue();
        assertThat(stored(id)).startsWith("{bcrypt-sha384}$2a$");
        assertThat(people.passwordMatches(id, PASSWORD)).isTrue();
        assertThat(people.passwordMatches(id, PASSWORD + "x")).isFalse();
    }

    @Test
    void longPasswordsCountWhole() {
        var hash = new SlowHash(4);
        var long80 = "x".repeat(80);

        assertThat(hash.check(long80, hash.encrypt(long80))).isTrue();
        assertThat(hash.check(long80 + "y", hash.encrypt(long80))).isFalse();
        assertThat(new SlowHash(5).isOutdated("{bcrypt-sha384}" + hash.encrypt("x")))
                .isTrue();
        assertThat(hash.isOutdated("{bcrypt-sha384}" + hash.encrypt("x"))).isFalse();
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

    private void create(String account) {
        var user = identity.newUser(account);
        user.setFirstName("Sam");
        user.setLastName("Hill");
        user.setEmail("");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
    }

    private HttpResponse<String> setPassword(Visitor by, String byPassword, String password) {
        return by.send(
                "PUT",
                USER + id + "/credentials",
                Map.of("password", password, "authenticatedUserPassword", byPassword));
    }

    private Visitor signedIn(String account, String password) {
        var visitor = Visitor.browser(port);
        visitor.signIn(account, password);
        return visitor;
    }

    private Visitor admin() {
        return Visitor.program(port, "admin");
    }

    private String stored(String account) {
        return jdbc.sql("select pwd_ from act_id_user where id_ = :id")
                .param("id", account)
                .query(String.class)
                .single();
    }

    private List<SecurityEvent> recorded(String who) {
        return trail.find(who, "", Instant.EPOCH, Instant.now().plusSeconds(3600), PageRequest.of(0, 200))
                .getContent();
    }
}
