package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import gm.sharing.Node;
import gm.sharing.Shipped;
import gm.sharing.TestPorts;
import gm.sharing.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No single request ends a node that runs as in its container, nor holds one of its threads for long. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneRequestPackagedTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int FIFTY_MB = 50 * 1024 * 1024;
    private static final String BOMB = "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}";
    private static final Path MODEL = Shipped.file("approve-sign-off-rule.bpmn");
    private static final Path TABLE = Shipped.file("review-deadlines.dmn");

    private final GreenMail mailServer = new GreenMail(TestPorts.smtp());
    private final HttpClient http = HttpClient.newHttpClient();
    private Node node;

    @BeforeAll
    void start(@TempDir Path folder) {
        mailServer.start();
        node = new Node(
                        folder,
                        Path.of("target", "one-request.log"),
                        Map.of(
                                "SPRING_DATASOURCE_URL",
                                "jdbc:h2:file:" + folder.resolve("data")
                                        + ";DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=30000"),
                        mailServer.getSmtp().getPort())
                .endingWithoutMemory();
        node.start();
    }

    @AfterAll
    void stop() {
        if (node != null) {
            node.kill();
        }
        mailServer.stop();
    }

    @AfterEach
    void isAliveAndWell() {
        assertThat(node.isAlive()).as("see target/one-request.log").isTrue();
        assertThat(node.page("/actuator/health")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${'aaaaaaaaaa'.repeat(200000000)}",
                "${workingDays.from(now(),2000000)}",
                "${'x'.concat('x').repeat(2000000000)}",
                "${'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('(a+)+b')}"
            })
    void evaluatesNothingOfAQuery(String expression) throws Exception {
        var query = BOMB.formatted(expression);
        for (String path : List.of("/task", "/task/count")) {
            assertThat(post("ig.bolton", path, query)).isEqualTo(400);
        }
        var filter = "{\"resourceType\":\"Task\",\"name\":\"x\",\"properties\":{},\"query\":" + query + "}";
        assertThat(post("ig.bolton", "/filter/create", filter)).isEqualTo(403);
        assertThat(post("admin", "/filter/create", filter)).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "ig.bolton, /task/count",
        "ig.bolton, /task/00000000-0000-0000-0000-000000000000/submit-form",
        "owner, /deployment/create",
        "nobody, /task/count"
    })
    void readsNoBodyOfFiftyMegabytes(String person, String path) throws Exception {
        assertThat(post(person, path, BodyPublishers.ofByteArray(new byte[FIFTY_MB])))
                .isIn(401, 403, 413);
        assertThat(post(person, path, BodyPublishers.ofInputStream(() -> new Zeros(FIFTY_MB))))
                .isIn(401, 403, 411, 413);
    }

    @Test
    void readsNoTwentyThousandAlternatives() throws Exception {
        assertThat(post("ig.bolton", "/task/count", "{\"orQueries\":[" + "{},".repeat(20_000) + "{}]}"))
                .isEqualTo(400);
        assertThat(post("ig.bolton", "/task/count", "{\"orQueries\":[".repeat(4_000) + "{}" + "]}".repeat(4_000)))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${'aaaaaaaaaa'.repeat(200000000)}",
                "${'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('(a+)+b')}"
            })
    void deploysNoModelThatTakesAllThereIs(String expression) throws Exception {
        var model = Files.readString(MODEL);
        var changed = model.replaceFirst(
                "camunda:dueDate=\"[^\"]*\"", "camunda:dueDate=\"" + expression.replace("$", "\\$") + "\"");
        assertThat(changed).isNotEqualTo(model);
        assertThat(deployed("approve-sign-off-rule.bpmn", changed)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..3000000 return i)",
                "count(for i in 1..3000, j in 1..3000 return i)",
                "count(some i in 1..30000000 satisfies i = 0)",
                "string join(for i in 1..30000000 return \"aaaaaaaaaa\")"
            })
    void deploysNoTableThatCountsForEver(String feel) throws Exception {
        var table = Files.readString(TABLE);
        var changed = table.replaceFirst("<text>15</text>", "<text>" + feel + "</text>");
        assertThat(changed).isNotEqualTo(table);
        assertThat(deployed("review-deadlines.dmn", changed)).isEqualTo(400);
    }

    @Test
    void makesNothingLongOfMuchJson() throws Exception {
        var task = "/task/00000000-0000-0000-0000-000000000000/submit-form";
        var variables = IntStream.range(0, 200_000)
                .mapToObj(i -> "\"v" + i + "\":{\"value\":1}")
                .collect(Collectors.joining(","));
        for (String body : List.of(
                "[".repeat(4_000_000),
                "{\"variables\":{\"a\":{\"value\":" + "[".repeat(500_000) + "]".repeat(500_000) + "}}}",
                "{\"variables\":{" + variables + "}}",
                "{\"variables\":{\"a\":{\"value\":\"" + "x".repeat(7_000_000) + "\"}}}",
                "{\"variables\":{\"a\":{\"value\":" + "9".repeat(1_000_000) + "}}}",
                "{\"variables\":{\"a\":{\"value\":1e999999999}}}")) {
            assertThat(post("ig.bolton", task, body)).isBetween(400, 499);
        }
        assertThat(post(
                        "lead.manchester",
                        "/process-definition/key/sharing-project/submit-form",
                        "{\"variables\":{" + variables + "}}"))
                .isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jobIds\":[%s],\"retries\":3}",
                "{\"jobQuery\":{\"jobIds\":[%s]},\"retries\":3}",
                "{\"retries\":2147483648,\"jobIds\":[%s]}"
            })
    void makesNoBatchOfTenThousands(String body) throws Exception {
        var ids = Stream.generate(() -> "\"00000000-0000-0000-0000-000000000000\"")
                .limit(50_000)
                .collect(Collectors.joining(","));
        assertThat(post("admin", "/job/retries", body.formatted(ids))).isBetween(400, 499);
        assertThat(post("ig.bolton", "/job/retries", body.formatted(ids))).isEqualTo(403);
    }

    @Test
    void givesEachListAnEnd() throws Exception {
        for (String list : List.of(
                "maxResults=2147483647", "maxResults=-1", "maxResults=1&maxResults=99999999", "m%61xResults=9999")) {
            assertThat(get("ig.bolton", "/task?" + list)).as(list).isEqualTo(400);
        }
        assertThat(get("ig.bolton", "/task?firstResult=2147483647")).isBetween(200, 499);
    }

    @Test
    void readsNoAddressWithoutEnd() throws Exception {
        assertThat(get("ig.bolton", "/task/" + "a/".repeat(3_500))).isBetween(400, 499);
        assertThat(get("ig.bolton", "/task?" + "a=b&".repeat(1_900))).isBetween(200, 499);
        assertThat(get("ig.bolton", "/task?name=" + "x".repeat(500_000))).isBetween(400, 499);
        assertThat(get("ig.bolton", "/task?" + "taskVariables=a_eq_b,".repeat(350)))
                .isBetween(200, 499);
    }

    @Test
    void unfoldsNothingThatWasDeflated() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[FIFTY_MB]);
        }
        assertThat(packed.size()).isLessThan(60_000);
        for (String path : List.of("/task/count", "/task/00000000-0000-0000-0000-000000000000/submit-form")) {
            assertThat(send(request("ig.bolton", path)
                            .header("Content-Encoding", "gzip")
                            .POST(BodyPublishers.ofByteArray(packed.toByteArray()))))
                    .isEqualTo(415);
        }
    }

    /** Twenty thousand fields, or files, of a page's form and of a deployment. */
    @Test
    void readsNoFormOfTwentyThousandParts() throws Exception {
        var fields = "a=b&".repeat(20_000);
        var parts = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            parts.append("--b\r\nContent-Disposition: form-data; name=\"f")
                    .append(i)
                    .append("\"; filename=\"f")
                    .append(i)
                    .append(".bpmn\"\r\n\r\nx\r\n");
        }
        parts.append("--b--\r\n");
        for (String page : List.of("/register/check", "/login")) {
            assertThat(send(HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + page))
                            .timeout(SOON)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(fields))))
                    .as(page)
                    .isBetween(200, 499);
            assertThat(send(HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + page))
                            .timeout(SOON)
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .POST(BodyPublishers.ofString(parts.toString()))))
                    .as(page)
                    .isBetween(200, 499);
        }
        assertThat(send(HttpRequest.newBuilder(
                                URI.create("http://localhost:" + node.port() + "/engine-rest/deployment/create"))
                        .timeout(SOON)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .header("Authorization", basic("owner"))
                        .POST(BodyPublishers.ofString(parts.toString()))))
                .isBetween(400, 499);
    }

    private int get(String person, String path) throws InterruptedException {
        return send(request(person, path).GET());
    }

    private int deployed(String file, String content) {
        return Visitor.program(node.port(), "owner")
                .deploy("attack", Map.of(file, content))
                .statusCode();
    }

    private int post(String person, String path, String body) throws IOException, InterruptedException {
        return post(person, path, BodyPublishers.ofString(body));
    }

    /** The status, or 413 where the node closed the connection while the rest was still to come. */
    private int post(String person, String path, HttpRequest.BodyPublisher body) throws InterruptedException {
        return send(request(person, path).POST(body));
    }

    private HttpRequest.Builder request(String person, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + "/engine-rest" + path))
                .timeout(SOON)
                .header("Content-Type", "application/json")
                .header("Authorization", basic(person));
    }

    private static String basic(String person) {
        return "Basic " + Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
    }

    private int send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), BodyHandlers.ofString()).statusCode();
        } catch (HttpTimeoutException e) {
            throw new AssertionError(request.build().uri().getPath() + " holds a thread for more than " + SOON, e);
        } catch (IOException e) {
            return 413;
        }
    }

    private static final class Zeros extends InputStream {

        private int left;

        Zeros(int length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }
    }
}
