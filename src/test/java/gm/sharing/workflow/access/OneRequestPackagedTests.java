package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import gm.sharing.Node;
import gm.sharing.TestPorts;
import gm.sharing.Visitor;
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
    private static final Path MODEL = Path.of("processes", "approve-sign-off-rule.bpmn");
    private static final Path TABLE = Path.of("processes", "review-deadlines.dmn");

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
                "${workingDays.from(now(), 2000000)}",
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
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + "/engine-rest" + path))
                .timeout(SOON)
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8)))
                .POST(body)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).statusCode();
        } catch (HttpTimeoutException e) {
            throw new AssertionError(path + " holds a thread for more than " + SOON, e);
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
