package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DoorApplication;
import gm.sharing.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.SerializationUtils;
import org.springframework.web.server.ServerErrorException;

/** What a sign-in keeps, how it ends, and that no other site and no program makes use of it. */
@DoorApplication
class SignedInSessionsIntegrationTests extends SignIn {

    private static final String LOGOUT_OF_TASKLIST = "/camunda/api/admin/auth/user/default/logout";

    @Test
    void endsASessionThatIsTooOldHoweverBusy() {
        var officer = Visitor.signedIn(port, "dpo.oldham");
        assertThat(officer.get("/projects").statusCode()).isEqualTo(200);

        database.sql("update spring_session set creation_time = creation_time - :h where principal_name = 'dpo.oldham'")
                .param("h", Duration.ofHours(12).toMillis())
                .update();

        assertThat(location(officer.get("/projects"))).endsWith("/login");
    }

    @Test
    void changesTheSessionWithTheSignInAndKeepsItFromScriptsAndOtherSites() {
        var visitor = Visitor.browser(port);
        visitor.signIn("ig.bury", "demo");
        var before = visitor.cookie("JSESSIONID").orElseThrow().getValue();

        var answer = visitor.signIn("ig.bolton", "demo");

        assertThat(visitor.cookie("JSESSIONID").orElseThrow().getValue()).isNotEqualTo(before);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void namesSessionsByMoreRandomBitsThanAnybodyGuesses() {
        var ids = new HashSet<String>();
        for (var person : List.of("ig.bolton", "ig.bury", "ig.wigan")) {
            var visitor = Visitor.signedIn(port, person);
            var id = new String(
                    Base64.getDecoder()
                            .decode(visitor.cookie("JSESSIONID").orElseThrow().getValue()),
                    StandardCharsets.US_ASCII);
            ids.add(id);
            assertThat(Base64.getUrlDecoder().decode(id)).hasSizeGreaterThanOrEqualTo(128 / 8);
        }
        assertThat(ids).hasSize(3);
    }

    @Test
    void refusesAFormThatAnotherSiteMade() {
        assertThat(Visitor.browser(port)
                        .post("/login", Map.of("username", "ig.bolton", "password", "demo"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(port, "ig.bolton").post("/logout", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesDataThatAnotherSiteSendsToTasklist() {
        var officer = Visitor.signedIn(port, "ig.bolton");

        assertThat(officer.send("POST", TASKS, Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void closesTasklistWhenSomebodySignsOutOfThePages() {
        var officer = Visitor.signedIn(port, "ig.bolton");
        officer.get(TASKLIST);
        assertThat(officer.getJson(TASKS).statusCode()).isEqualTo(200);

        var answer = officer.submit("/login", "/logout", Map.of());

        assertThat(answer.headers().firstValue("Clear-Site-Data")).contains("\"storage\"");
        assertThat(officer.get(TASKLIST).statusCode()).isEqualTo(302);
        assertThat(officer.getJson(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void closesThePagesWhenSomebodySignsOutOfTasklist() {
        var officer = Visitor.signedIn(port, "ig.bolton");
        officer.get(TASKLIST);

        var answer = officer.send("POST", LOGOUT_OF_TASKLIST, Map.of());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Clear-Site-Data")).contains("\"storage\"");
        assertThat(officer.get("/projects").statusCode()).isEqualTo(302);
        assertThat(officer.getJson(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void asksProgramsForBasicAndKeepsNoSessionForThem() {
        var asked = Visitor.browser(port).getJson("/engine-rest/task");
        assertThat(asked.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic ");

        var answered = Visitor.program(port, "ig.bolton").getJson("/engine-rest/task");
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void refusesProgramsThatAnotherSiteMakesOfABrowser() {
        assertThat(Visitor.program(port, "owner")
                        .get("/engine-rest/deployment", "application/json", Map.of("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void startsNoSessionForAScriptThatIsNotSignedIn() {
        var answer = Visitor.browser(port).get("/projects", "text/html", Map.of("Sec-Fetch-Mode", "cors"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/login?error",
                "/projects",
                "/projects/SJ-2026-0001",
                "/anything",
                TASKLIST,
                "/camunda/app/admin/default/setup/",
                "/register/SJ-2026-9999"
            })
    void keepsNoRowForAnybodyWhoHasNotSignedIn(String path) {
        var before = sessions();

        IntStream.range(0, 5).forEach(each -> Visitor.browser(port).get(path));
        Visitor.browser(port).signIn("nobody", "demo");

        assertThat(sessions()).isEqualTo(before);
    }

    private int sessions() {
        return database.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "YSBi", "aHR0cDovLzo6Og==", "aHR0cDovL3g6OTk5OTk5L3t9", "AAAA", "//////", "aHR0cDovL2EvJTAw"
            })
    void livesWithACookieThatSomebodyMadeUp(String forged) {
        var answer = Visitor.browser(port)
                .get("/projects", "text/html", Map.of("Cookie", "ASKED-FOR=" + forged + "; SIGN-IN-TOKEN=" + forged));

        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/register", "/register/check", "/static/icon.svg", "/static/css/site.css"})
    void startsNoSessionForWhatIsPublic(String path) {
        var answer = Visitor.browser(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void keepsNothingOfAPasswordThatWasMistyped() {
        var visitor = Visitor.browser(port);

        visitor.signIn("dpo.wigan", "Correct horse battery");

        assertThat(database.sql("select attribute_bytes from spring_session_attributes")
                        .query(byte[].class)
                        .list())
                .isNotEmpty()
                .noneMatch(stored -> new String(stored, StandardCharsets.ISO_8859_1).contains("horse"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void asksForANewSignInWhenAnotherReleaseWroteTheSession(byte[] stored) {
        var officer = Visitor.signedIn(port, "ig.wigan");
        officer.get(TASKLIST);
        assertThat(officer.getJson(TASKS).statusCode()).isEqualTo(200);

        var changed = database.sql(
                        """
                        update spring_session_attributes set attribute_bytes = ? where session_primary_id in
                        (select primary_id from spring_session where principal_name = 'ig.wigan')""")
                .param(stored)
                .update();

        assertThat(changed).isGreaterThan(1);
        assertThat(officer.getJson(TASKS).statusCode()).isEqualTo(401);
        assertThat(location(officer.get("/projects"))).endsWith("/login");
        assertThat(location(officer.get(TASKLIST))).endsWith("/login");
        assertThat(location(officer.signIn("ig.wigan", "demo"))).endsWith(TASKLIST);
        assertThat(officer.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(officer.getJson(TASKS).statusCode()).isEqualTo(200);
        officer.submit("/login", "/logout", Map.of());
    }

    static Stream<byte[]> unreadable() {
        return Stream.of(
                "no object".getBytes(StandardCharsets.UTF_8),
                // An object that sessions do not hold.
                Objects.requireNonNull(SerializationUtils.serialize(new ServerErrorException("", null))));
    }

    @Test
    void forgetsTheSessionOfWhoeverSignsOut() {
        var officer = Visitor.signedIn(port, "caldicott.wigan");
        officer.get(TASKLIST);
        assertThat(sessionsOf("caldicott.wigan")).isEqualTo(1);

        officer.submit("/login", "/logout", Map.of());

        assertThat(sessionsOf("caldicott.wigan")).isZero();
    }

    private int sessionsOf(String person) {
        return database.sql("select count(*) from spring_session where principal_name = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    @Test
    void letsTasklistAskForSeveralThingsAtOnce() {
        var officer = Visitor.signedIn(port, "dpo.bolton");

        var answers = IntStream.range(0, 8)
                .mapToObj(each -> CompletableFuture.supplyAsync(
                        () -> officer.getJson(TASKS).statusCode()))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
    }
}
