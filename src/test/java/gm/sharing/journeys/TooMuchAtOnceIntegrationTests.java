package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.workflow.form.ShownNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever sends more than is taken at once is told how much that is, and never that they were signed out. */
@DemoApplication
@Tag("one-database")
class TooMuchAtOnceIntegrationTests extends WalkedProject {

    /** More than a form takes, in letters of which each is sent as nine. */
    private static final String TOO_LONG = "’".repeat(2_000_001) + "end of it";

    /** More than the server reads. */
    private static final String FAR_TOO_LONG = "x".repeat(21 * 1024 * 1024);

    private static final String START = "/start/sharing-project";

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Visitor lead;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @BeforeEach
    void signIn() {
        // What is begun elsewhere would be another page's, of which this one is told first.
        jdbc.sql("delete from form_draft where person = ?").param(LEAD).update();
        lead = Visitor.signedIn(port, LEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"save", "send", "look", "check"})
    void isToldOnThePageOfAFormWithWhatWasTyped(String button) {
        String task = task();
        for (var form : List.of(Map.entry(START, "visionNeed"), Map.entry(task, "purpose"))) {
            var answer = sent(form.getKey(), Map.entry("_do", button), Map.entry(form.getValue(), TOO_LONG));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body())
                    .contains("There is a problem", "at most 2,000,000 characters", "’’end of it", "name=\"_draft\"");
        }
    }

    @Test
    void leavesWhatWasSavedBefore() {
        String task = task();
        sent(task, Map.entry("_do", "save"), Map.entry("purpose", "Saved before"));

        sent(task, Map.entry("_do", "save"), Map.entry("purpose", TOO_LONG), Map.entry("_draft", "1"));

        assertThat(lead.get(task).body()).contains("Saved before");
    }

    @Test
    void isToldToTheScriptThatSaves() {
        for (var form : List.of(Map.entry(START, "visionNeed"), Map.entry(task(), "purpose"))) {
            for (var much : List.of(TOO_LONG, FAR_TOO_LONG)) {
                assertThat(sent(form.getKey() + "/keep", Map.entry(form.getValue(), much))
                                .statusCode())
                        .isEqualTo(413);
            }
        }
        assertThat(lead.get(START).body()).contains("data-too-much=\"Not saved: your answers are too long.");
    }

    @ParameterizedTest
    @ValueSource(strings = {START, "/tasks/unknown", "/absence", "/projects/SJ-2026-9999/withdraw", "/logout"})
    void isToldWhereverItIsSent(String address) {
        var answer = sent(address, Map.entry("reason", FAR_TOO_LONG));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("This is too long to send at once", "2,000,000 characters", "name=\"_csrf\"")
                .doesNotContain("not signed in");
    }

    @Test
    void isToldOfMoreFieldsThanAnyFormHas() {
        List<Entry<String, String>> many = IntStream.range(0, 66_000)
                .mapToObj(number -> Map.entry("a" + number, ""))
                .toList();

        assertThat(lead.submit("/absence", START, many).statusCode()).isEqualTo(413);
    }

    @Test
    void isToldOfAFileAlsoWhereNoPageAsksForOne() {
        var administrator = Visitor.signedIn(port, "admin");

        var answer = administrator.upload("/absence", "people.csv", new byte[22 * 1024 * 1024]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("A file can have at most 20 MB");
    }

    @Test
    void isLessOfStrangersWhoSayHowMuchItIs() throws IOException, InterruptedException {
        String typed = "username=" + "x".repeat(3 * 1024 * 1024);

        assertThat(Visitor.browser(port)
                        .post("/login", List.of(Map.entry("username", typed)), Map.of())
                        .statusCode())
                .isEqualTo(413);
        HttpRequest unknown = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(unknown, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(411);
    }

    @Test
    void isToldToProgramsInTheWordsOfTheEngine() {
        var answer = Visitor.program(port, LEAD).send("POST", "/engine-rest/task", Map.of("nameLike", FAR_TOO_LONG));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The request is larger than the");
    }

    private String task() {
        return "/tasks/"
                + journey.task(journey.start(LEAD, proposal(title())), "Task_DescribeNeeds")
                        .getId();
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private HttpResponse<String> sent(String address, Entry<String, String>... fields) {
        return lead.submit("/absence", address, Arrays.asList(fields));
    }
}
