package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DoorApplication;
import gm.sharing.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One sign-in for pages and the engine's web applications, and nothing open beside what is public. */
@DoorApplication
@Tag("one-database")
class SignInIntegrationTests extends SignIn {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/register", "/login", "/static/icon.svg", "/static/css/site.css"})
    void showsPublicPagesToEverybody(String path) {
        assertThat(Visitor.browser(port).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsEverybodyItsHealthButNoDetails() {
        var health = Visitor.browser(port).getJson("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("components");
        assertThat(health.headers().map()).doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/projects",
                "/projects/SJ-2026-0001",
                "/absence",
                "/notifications",
                "/faults",
                "/working-days",
                TASKLIST,
                "/camunda/app/admin/default/setup/",
                "/camunda/app/cockpit/default/"
            })
    void asksForASignInBeforeEveryOtherPage(String path) {
        var answer = Visitor.browser(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/h2-console",
                "/anything",
                "/projects.json",
                "/register.csv",
                "/register/SJ-2026-9999",
                "/wp-admin/x"
            })
    void tellsEverybodyThatThereIsNothingAtAnAddress(String path) {
        var answer = Visitor.browser(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Page not found");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TASKS,
                "/camunda/api/engine/engine/",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/engine-rest/task",
                "/engine-rest/engine",
                "/engine-rest/version",
                "/engine-rest/engine/default/task",
                "/actuator",
                "/actuator/metrics"
            })
    void givesNoDataToAnybodyWhoIsNotSignedIn(String path) {
        assertThat(Visitor.browser(port).getJson(path).statusCode()).isEqualTo(401);
    }

    @Test
    void opensTasklistForWhoeverSignedInToThePages() {
        var officer = Visitor.signedIn(port, "ig.bolton");

        assertThat(officer.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(officer.json("/camunda/api/admin/auth/user/default")
                        .get("userId")
                        .textValue())
                .isEqualTo("ig.bolton");
    }

    @Test
    void goesOnToThePageThatWasAskedFor() {
        var officer = Visitor.browser(port);
        officer.get(TASKLIST);
        officer.getJson(TASKS);

        assertThat(location(officer.signIn("ig.bolton", "demo"))).endsWith(TASKLIST);
    }

    @ParameterizedTest
    @CsvSource({
        "https, sharing.gm.example, , https://sharing.gm.example/login",
        "https, sharing.gm.example, 8443, https://sharing.gm.example:8443/login",
        "http, localhost:8080, 8080, http://localhost:8080/login"
    })
    void namesTheAddressThatPeopleKnowBehindALoadBalancer(
            String protocol, String host, @Nullable String forwardedPort, String signIn) {
        var forwarded = new HashMap<>(Map.of("X-Forwarded-Proto", protocol, "X-Forwarded-Host", host));
        forwarded.put("X-Forwarded-Port", forwardedPort == null ? "" : forwardedPort);

        var answer = Visitor.browser(port).get("/projects", "text/html", forwarded);

        assertThat(location(answer)).isEqualTo(signIn);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure") == protocol.equals("https"));
    }

    @Test
    void goesOnToTheProjectsWhenNoPageWasAskedFor() {
        assertThat(location(Visitor.browser(port).signIn("ig.bolton", "demo"))).endsWith("/work");
    }

    @Test
    void leadsFromTheShortAddressOfAWebApplicationToIt() {
        var officer = Visitor.signedIn(port, "ig.bolton");

        for (var application : List.of("tasklist", "welcome", "admin")) {
            for (var end : List.of("", "/")) {
                var answer = officer.get("/camunda/app/" + application + end);
                assertThat(answer.statusCode()).as(application + end).isIn(200, 302);
            }
        }
        assertThat(location(officer.get("/camunda/app/tasklist/"))).endsWith(TASKLIST);
    }

    @Test
    void tellsOnAPageThatAWebApplicationIsForOthers() {
        var officer = Visitor.signedIn(port, "ig.bolton");

        var answer = officer.get("/camunda/app/cockpit/default/");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("You cannot see this page", "roles that your account does not hold");
        assertThat(officer.get("/camunda/app/cockpit/default/", "application/json")
                        .body())
                .contains("NotAdmitted");
    }

    @Test
    void showsCockpitAndAdminOnlyToThoseWhoNeedThem() {
        assertThat(applications("ig.bolton")).containsExactlyInAnyOrder("welcome", "tasklist");
        assertThat(applications("owner")).containsExactlyInAnyOrder("welcome", "tasklist", "cockpit");
        assertThat(applications("admin")).containsExactlyInAnyOrder("welcome", "tasklist", "cockpit", "admin");
    }

    @Test
    void refusesAWrongPassword() {
        var visitor = Visitor.browser(port);

        assertThat(location(visitor.signIn("ig.bury", "wrong"))).endsWith("/login?error");
        assertThat(visitor.get("/projects").statusCode()).isEqualTo(302);
    }

    @Test
    void refusesSomebodyWhoDoesNotExist() {
        assertThat(location(Visitor.browser(port).signIn("nobody", "demo"))).endsWith("/login?error");
        assertThat(Visitor.program(port, "nobody").getJson("/engine-rest/task").statusCode())
                .isIn(401, 429); // others failed from here before
    }

    @Test
    void saysHowLongToWaitAfterManyWrongPasswordsAndNeverLocksForGood() {
        for (int i = 0; i < 8; i++) {
            Visitor.browser(port).signIn("signatory.oldham", "wrong");
        }

        var early = location(Visitor.browser(port).signIn("signatory.oldham", "demo"));
        assertThat(early).matches(".*/login\\?wait=[0-9]+");
        assertThat(Visitor.browser(port)
                        .get(early.substring(early.indexOf("/login")))
                        .body())
                .containsPattern("Wait [0-9]+ seconds?, then try again");
        ClockUtil.setCurrentTime(new Date(
                ClockUtil.getCurrentTime().getTime() + Duration.ofMinutes(1).toMillis()));
        try {
            assertThat(location(Visitor.browser(port).signIn("signatory.oldham", "demo")))
                    .endsWith("/work");
        } finally {
            ClockUtil.reset();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100", "<b>", "1e9", "9 or 1=1"})
    void saysNothingOfAWaitThatItDidNotImpose(String wait) {
        assertThat(Visitor.browser(port)
                        .get("/login?wait=" + URLEncoder.encode(wait, StandardCharsets.UTF_8))
                        .body())
                .doesNotContain("then try again");
    }

    @Test
    void leavesNoWayPastTheSignInPage() {
        var officer = Visitor.signedIn(port, "ig.bolton");
        officer.get(TASKLIST);

        assertThat(officer.send("POST", "/camunda/api/admin/auth/user/default/login/tasklist", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.send("POST", "/camunda/api/admin/setup/default/user/create", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.getJson("/engine-rest/task").statusCode()).isEqualTo(401);
    }

    @Test
    void goesOnToThePageWithItsQuery() {
        var officer = Visitor.browser(port);
        officer.get("/measures?show=all&owner=mine");

        assertThat(location(officer.signIn("ig.bolton", "demo"))).endsWith("/measures?show=all&owner=mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/login",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "evil.example",
                ""
            })
    void goesOnToNoOtherSite(String forged) {
        var browser = Visitor.browser(port);
        browser.keep(
                "ASKED-FOR",
                Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8)));
        assertThat(browser.cookies()).contains("ASKED-FOR");

        assertThat(location(browser.signIn("ig.bolton", "demo"))).endsWith(":" + port + "/work");
    }

    @Test
    void goesOnWithTheCookieItself() {
        var browser = Visitor.browser(port);
        browser.keep(
                "ASKED-FOR",
                Base64.getUrlEncoder().withoutPadding().encodeToString("/absence".getBytes(StandardCharsets.UTF_8)));

        assertThat(location(browser.signIn("ig.bolton", "demo"))).endsWith("/absence");
    }

    @Test
    void asksForASignInAlsoWhenTheAddressIsTooLongToRemember() {
        var answer = Visitor.browser(port).get("/projects?x=" + "y".repeat(6_000));

        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void showsMeasurementsToAdministratorsOnly() {
        assertThat(Visitor.program(port, "owner").getJson("/actuator/metrics").statusCode())
                .isEqualTo(403);
        assertThat(Visitor.program(port, "admin").getJson("/actuator/metrics").statusCode())
                .isEqualTo(200);
    }

    @Test
    void hasNoDatabaseConsoleEvenForAdministrators() {
        assertThat(Visitor.signedIn(port, "admin").get("/h2-console").statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsBrowsersToRunNothingFromElsewhere() {
        var headers = Visitor.browser(port).get("/login").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }

    private List<String> applications(String user) {
        var visitor = Visitor.signedIn(port, user);
        visitor.get(TASKLIST);
        var applications = new ArrayList<String>();
        visitor.json("/camunda/api/admin/auth/user/default")
                .get("authorizedApps")
                .forEach(application -> applications.add(application.textValue()));
        return applications;
    }
}
