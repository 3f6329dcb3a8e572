package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.security.SignInThrottle;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Passwords of accounts: who changes them, what that ends, and how they are stored. */
@DemoApplication
class PasswordsOfAccountsIntegrationTests extends MadeAccounts {

    @Autowired
    Clock clock;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    DemoPassword demoPassword;

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

    private String stored(String account) {
        return jdbc.sql("select pwd_ from act_id_user where id_ = :id")
                .param("id", account)
                .query(String.class)
                .single();
    }
}
