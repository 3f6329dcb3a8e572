package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer tells browsers, whoever asks and whatever for; {@code src/docs/asvs.md} refers to it. */
@DemoApplication
@Tag("one-database")
class AnswersToBrowsersIntegrationTests {

    private static final Map<String, String> BEHIND_TLS =
            Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "sharing.gm.example");

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String USER = "/camunda/api/engine/engine/default/user/ig.bolton/profile";
    private static final String SCRIPT = "/camunda/lib/sign-in-again.js";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/register",
                "/register/SJ-2026-9999",
                "/static/css/site.css",
                SCRIPT,
                "/static/icon.svg",
                "/projects",
                "/projects/SJ-2026-9999",
                "/anything",
                "/actuator/health",
                TASKLIST,
                TASKS,
                "/engine-rest/version"
            })
    void asksForTlsForAYearAndForNoGuessAtItsType(String path) {
        for (var visitor : new Visitor[] {
            Visitor.browser(port), Visitor.signedIn(port, "ig.bolton").behindTls()
        }) {
            var answer = visitor.get(path, "*/*", BEHIND_TLS);

            assertThat(header(answer, "Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            if (!answer.body().isEmpty()) {
                assertThat(header(answer, "Content-Type"))
                        .matches(
                                "(text/(html|css|javascript);charset=UTF-8|image/svg\\+xml|application/([a-z0-9.-]+\\+)?json.*)");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/register", "/projects", "/projects/SJ-2026-9999", "/absence", TASKLIST})
    void isShownWithinNoOtherPage(String path) {
        var answer = Visitor.signedIn(port, "ig.bolton").get(path);

        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .contains(path.equals(TASKLIST) ? "base-uri 'self'" : "base-uri 'none'")
                .doesNotContain("unsafe-eval", "http:", "https:");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/version", "/engine-rest/task", "/engine-rest/nothing", "/actuator/health"})
    void runsNothingAndIsFramedByNobodyWhenItIsForPrograms(String path) {
        for (var visitor : new Visitor[] {Visitor.browser(port), Visitor.program(port, "ig.bolton")}) {
            assertThat(header(visitor.get(path, "*/*"), "Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects", "/measures", "/absence", TASKLIST, TASKS, USER})
    void isKeptInNoBrowserWhenItIsForWhoeverSignedIn(String path) {
        assertThat(header(Visitor.signedIn(port, "ig.bolton").get(path), "Cache-Control"))
                .contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/css/site.css",
                "/static/js/form.js",
                "/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.css"
            })
    void isSentAnewOnlyWhenItChangedWhereItIsTheSameForEverybody(String path) {
        var visitor = Visitor.signedIn(port, "ig.bolton");
        var first = visitor.get(path, "*/*");

        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(visitor.get(path, "*/*", Map.of("If-Modified-Since", header(first, "Last-Modified")))
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/version", "/engine-rest/task", "/engine-rest/user/ig.bolton/profile"})
    void isKeptByNoProgram(String path) {
        assertThat(Visitor.program(port, "ig.bolton").get(path, "*/*").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/register", "/login", "/projects", TASKS, "/engine-rest/version", "/actuator/health"})
    void isReadByNoOtherSite(String path) {
        var visitor = Visitor.signedIn(port, "ig.bolton");

        for (var origin : new String[] {"https://evil.example", "null"}) {
            assertThat(visitor.get(path, "*/*", Map.of("Origin", origin))
                            .headers()
                            .map())
                    .doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void keepsItsCookiesFromOtherSitesAndFromConnectionsWithoutTls() {
        for (var path : new String[] {"/projects", "/login", TASKLIST}) {
            assertThat(Visitor.browser(port)
                            .get(path, "text/html", BEHIND_TLS)
                            .headers()
                            .allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-")
                            .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                            .doesNotContain("Domain="));
        }
    }

    /** The cookies travel by hand: a browser sends them by TLS only. */
    @Test
    void bindsTheSignInToThisHostBehindTls() throws IOException, InterruptedException {
        var page = Visitor.browser(port).get("/login", "text/html", BEHIND_TLS);
        var form = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(form.find()).isTrue();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Cookie",
                        page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", ""))
                .POST(BodyPublishers.ofString("username=ig.bolton&password=demo&_csrf=" + form.group(1)));
        BEHIND_TLS.forEach(request::header);

        var signedIn = HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());

        assertThat(signedIn.headers().firstValue("Location").orElseThrow()).endsWith("/work");
        assertThat(signedIn.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("__Host-JSESSIONID=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/projects", TASKS, "/engine-rest/version", "/actuator/health"})
    void repeatsNoRequest(String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("TRACE " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Secret: canary\r\n"
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .matches("(?s)HTTP/1.1 (302|4\\d\\d).*")
                    .doesNotContain("canary");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/",
                "/static/css/",
                "/css/site.css",
                "/site.css",
                "/webjars/",
                "/webjars/govuk-frontend/",
                "/assets/",
                "/.git/config",
                "/.env",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/web.xml",
                "/application.yaml",
                "/v3/api-docs",
                "/swagger-ui.html",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/h2-console"
            })
    void showsNoFoldersSourcesOrToolsOfDevelopersToAnybody(String path) {
        assertThat(Visitor.signedIn(port, "admin").get(path).statusCode()).isIn(401, 404);
        assertThat(Visitor.program(port, "admin").get(path).statusCode()).isIn(302, 404);
    }

    @Test
    void asksForNoTypefaceThatIsNotThere() {
        var browser = Visitor.browser(port);
        var styles = matches(
                "<link rel=\"stylesheet\" href=\"([^\"]+)\"", browser.get("/").body());

        assertThat(styles).hasSizeGreaterThan(1).anyMatch(address -> address.startsWith("/webjars/"));
        for (var address : styles) {
            var answer = browser.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).as(address).startsWith("text/css");
            assertThat(matches("@font-face\\s*\\{([^}]*)}", answer.body()))
                    .as("typefaces of " + address)
                    .isEmpty();
        }
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void masksThePasswordAndLetsBrowsersFillItIn() {
        assertThat(Visitor.browser(port).get("/login").body())
                .containsPattern("name=\"password\"\\s+type=\"password\"\\s+autocomplete=\"current-password\"")
                .contains("autocomplete=\"username\"")
                .doesNotContain("onpaste", "autocomplete=\"off\"");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
