package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DoorApplication;
import gm.sharing.Visitor;
import gm.sharing.organisation.People;
import gm.sharing.workflow.access.DoorRow.Who;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine answers what is on its list and nothing else, whoever asks and however it is spelled. */
@DoorApplication
@Tag("one-database")
class EngineDoorIntegrationTests extends AtTheEngineDoor {

    private static final Logger LOG = LoggerFactory.getLogger(EngineDoorIntegrationTests.class);

    /** Who asks, by account; nobody has none. */
    private static final Map<String, String> ROLES = new TreeMap<>(Map.of(
            "nobody", "",
            "other organisation", "ig.bury",
            "wrong role", "dpo.bolton",
            "lead", "lead.salford",
            "process owner", "owner",
            "deputy", "signatory2.bolton",
            "Board", "board",
            "administrator", "admin"));

    @Autowired
    People people;

    @Test
    void answersWhatIsOnTheListAndNothingElse() throws Exception {
        var endpoints = EveryEndpoint.find();
        var wrong = new ConcurrentSkipListSet<String>();
        var combinations = endpoints.stream()
                .flatMap(endpoint -> ROLES.entrySet().stream().map(role -> Map.entry(endpoint, role)))
                .toList();
        var offTheList = combinations.stream()
                .filter(each -> !isListed(each.getKey(), each.getValue().getValue()))
                .toList();
        var refused = offTheList.parallelStream()
                .mapToLong(each -> spellings(each.getKey().path()).stream()
                        .filter(spelling -> {
                            var method = each.getKey().method();
                            var account = each.getValue().getValue();
                            var answer = ask(method, spelling, account);
                            var held =
                                    answer.statusCode() >= 400 && answer.statusCode() < 405 && !isOfTheEngine(answer);
                            if (!held) {
                                wrong.add(answer.statusCode() + " " + account + " " + method + " " + spelling);
                            }
                            return held;
                        })
                        .count())
                .sum();
        LOG.info(
                "{} endpoints, {} roles: {} combinations on the list; {} off it, in three spellings {} refused, {} answered",
                endpoints.size(),
                ROLES.size(),
                combinations.size() - offTheList.size(),
                offTheList.size(),
                refused,
                wrong.size());
        assertThat(endpoints).hasSizeGreaterThan(900);
        assertThat(wrong).isEmpty();
    }

    @Test
    void hasNoRowThatTheEngineDoesNotKnow() {
        var endpoints = EveryEndpoint.find();
        var unknown = list.rows().stream()
                .filter(row -> row.through() != DoorRow.Through.ADDRESS)
                .filter(row -> endpoints.stream().noneMatch(endpoint -> AskedPath.of(endpoint.path())
                        .filter(asked -> endpoint.method().equals(row.method()) && row.leadsTo(asked.path()))
                        .isPresent()))
                .map(row -> row.method() + " " + row.path())
                .toList();

        assertThat(unknown).isEmpty();
    }

    private boolean isListed(EveryEndpoint endpoint, String account) {
        if (account.isEmpty()) {
            return false;
        }
        var asked = AskedPath.of(endpoint.path()).orElseThrow();
        return list.find(endpoint.method(), asked.way(), asked.path())
                .findFirst()
                .filter(row ->
                        row.who().includes(people.find(account).orElseThrow().groups()))
                .isPresent();
    }

    private static List<String> spellings(String path) {
        int last = path.lastIndexOf('/') + 1;
        var encoded = path.substring(0, last) + "%" + Integer.toHexString(path.charAt(last)) + path.substring(last + 1);
        var throughAnEngine = path.replaceFirst("^/engine-rest/", "/engine-rest/engine/default/");
        return List.of(path, path + "/", path.equals(throughAnEngine) ? encoded : throughAnEngine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/job/",
                "/engine-rest/job;x=y",
                "/engine-rest/JOB",
                "/engine-rest/%6Aob",
                "/engine-rest/%256Aob",
                "/engine-rest//job",
                "//engine-rest/job",
                "/engine-rest/./job",
                "/engine-rest/task/../job",
                "/engine-rest/engine/default/job",
                "/engine-rest/engine/default/job/",
                "/engine-rest/engine/other/job",
                "/Engine-Rest/job",
                "/engine-rest;a=b/job",
                "/engine-rest/job%2F",
                "/engine-rest/job%3Bx=y",
                "/engine-rest/job%00",
                "/engine-rest/job.json",
                "/engine-rest/job\\",
                "/engine-rest/jo%C4%B1b"
            })
    void refusesJobsInEverySpelling(String path) throws Exception {
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "PROPFIND")) {
            assertThat(raw(method, path, "ig.trafford")).as(method + " " + path).isBetween(400, 499);
        }
    }

    @Test
    void letsNobodyButAdministratorsMoveOrDeleteAJob() throws Exception {
        var job = engine.getHistoryService().findHistoryCleanupJobs().get(0).getId();
        for (var way : List.of("/engine-rest", "/engine-rest/engine/default")) {
            for (var end : List.of("", "/")) {
                for (var call : List.of(
                        "DELETE ",
                        "POST /execute",
                        "PUT /suspended",
                        "PUT /retries",
                        "PUT /duedate",
                        "GET ",
                        "GET /stacktrace")) {
                    var parts = call.split(" ", -1);
                    var path = way + "/job/" + job + parts[1] + end;
                    for (var somebody : List.of("ig.trafford", "owner", "lead.salford", "board")) {
                        assertThat(ask(parts[0], path, somebody).statusCode())
                                .as(call)
                                .isIn(403, 404);
                    }
                }
            }
        }
        assertThat(engine.getHistoryService().findHistoryCleanupJobs()).isNotEmpty();
        assertThat(ask("GET", "/engine-rest/job/" + job, "admin").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsLongOrHasTooManyAlternatives() throws Exception {
        assertThat(send("POST", "/engine-rest/task/count", "ig.trafford", " ".repeat(70_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(
                                "POST",
                                "/engine-rest/task/count",
                                "ig.trafford",
                                "{\"orQueries\":[" + "{},".repeat(20) + "{}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/engine-rest/task/" + EveryEndpoint.ID + "/claim", "ig.trafford", "x".repeat(70_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(
                                "POST",
                                "/engine-rest/task/" + EveryEndpoint.ID + "/submit-form",
                                "ig.trafford",
                                "x".repeat(9_000_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(chunked("/engine-rest/task/count", 70_000)).isEqualTo(413);
        assertThat(chunked("/engine-rest/deployment/create", 70_000)).isEqualTo(411);
    }

    @Test
    void givesEachListALength() {
        var admin = Visitor.program(port, "admin");
        assertThat(admin.getJson("/engine-rest/user?maxResults=2001").statusCode())
                .isEqualTo(400);
        assertThat(admin.getJson("/engine-rest/user?maxResults=-1").statusCode())
                .isEqualTo(400);
        assertThat(admin.getJson("/engine-rest/user?maxResults=x").statusCode()).isEqualTo(400);
        assertThat(admin.json("/engine-rest/user?maxResults=2")).hasSize(2);
        assertThat(admin.json("/engine-rest/user")).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void takesNoOtherMethodThanTheOneThatIsSent(String header) {
        assertThat(Visitor.program(port, "admin")
                        .get("/engine-rest/user", "application/json", Map.of(header, "DELETE"))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"Origin,https://evil.example", "Origin,null", "Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site"})
    void refusesABrowserThatAnotherSiteSends(String header, String value) {
        var owner = Visitor.program(port, "owner");
        assertThat(owner.get("/engine-rest/version", "application/json", Map.of(header, value))
                        .statusCode())
                .isEqualTo(403);
        assertThat(owner.get("/engine-rest/version", "application/json", Map.of("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsCamundaModelersBrowserThrough() {
        var electron = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) camunda-modeler/5.40.0 "
                + "Chrome/138.0.0.0 Electron/37.0.0 Safari/537.36";
        assertThat(Visitor.program(port, "owner")
                        .get(
                                "/engine-rest/version",
                                "application/json",
                                Map.of("User-Agent", electron, "Sec-Fetch-Site", "cross-site", "Origin", "file://"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesTheWebApplicationsTheHeadersOfPages() {
        var forwarded = Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "sharing.gm.example");
        var officer = Visitor.signedIn(port, "ig.bolton").behindTls();
        var page = officer.get("/camunda/app/tasklist/default/", "text/html", forwarded);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'nonce-", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "https:");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .contains("Secure", "SameSite"));
        var data = officer.getJson("/camunda/api/engine/engine/default/task");
        assertThat(data.statusCode()).isEqualTo(200);
        assertThat(data.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(data.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(officer.get("/camunda/lib/deps.js")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .doesNotContain("no-store");
    }

    /** Each page runs the scripts of its own policy, however many others are asked for at that moment. */
    @Test
    void givesEachPageTheNonceOfItsOwnPolicy() {
        var officer = Visitor.signedIn(port, "ig.bolton");
        var pages = IntStream.range(0, 60)
                .parallel()
                .mapToObj(i -> officer.get("/camunda/app/" + (i % 2 == 0 ? "tasklist" : "welcome") + "/default/"))
                .toList();

        assertThat(pages).allSatisfy(page -> {
            var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
            var written = Pattern.compile("nonce=\"([^\"]+)\"")
                    .matcher(page.body())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(written).isNotEmpty().allSatisfy(nonce -> assertThat(policy)
                    .contains("'nonce-" + nonce + "'"));
        });
        assertThat(pages.stream()
                        .map(page -> page.headers().firstValue("Content-Security-Policy"))
                        .distinct())
                .hasSize(pages.size());
    }

    @Test
    void isForEverybodyOnlyWhereTheListSaysSo() {
        assertThat(list.rows()).allSatisfy(row -> assertThat(row.client()).isNotBlank());
        assertThat(list.rows().stream().filter(row -> row.path().get(0).equals("job")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.who()).isEqualTo(Who.ADMIN));
    }

    /** Its own refusals have other types. */
    private static boolean isOfTheEngine(HttpResponse<String> answer) {
        return answer.body().contains("\"type\"") && !answer.body().contains("\"NotAdmitted\"");
    }

    private HttpResponse<String> ask(String method, String path, String account) {
        return send(method, path, account, "{}");
    }

    private int chunked(String path, int length) throws Exception {
        var body = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[length]));
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Content-Type", "application/json")
                                .header("Authorization", basic("owner"))
                                .POST(body)
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }
}
