package gm.sharing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people type is in no answer and in no line of the log when something fails, and neither is a statement. */
@DemoApplication
@ExtendWith(OutputCaptureExtension.class)
class AnswersStayInTheRecordIntegrationTests {

    private static final String CANARY = "CANARY7351";
    private static final String LEAD = "lead.manchester";

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    RestDriver rest;

    @BeforeEach
    void people() {
        rest = new RestDriver(port, "demo");
    }

    @Test
    void evenWhenTheDatabaseRefusesTheRow(CapturedOutput log) {
        database.execute("alter table project add constraint no_canary check (title not like '" + CANARY + "%')");
        try {
            var answer = rest.post(
                    LEAD,
                    "/process-definition/key/sharing-project/submit-form",
                    RestDriver.form(Answers.proposal(CANARY + " title")));

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).containsPattern("the number [0-9A-Z]{6}");
            assertSilent(answer, log);
            assertThat(log.getAll()).as("the fault itself is in the log").contains("SQLException");
        } finally {
            database.execute("alter table project drop constraint no_canary");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task?nameLike=%25" + CANARY + "%00",
                "/task?taskDefinitionKey=" + CANARY + "%00",
                "/process-instance?businessKey=" + CANARY + "%00",
                "/task?dueDate=" + CANARY,
                "/task?maxResults=" + CANARY,
                "/task/" + CANARY + "%00/form-variables"
            })
    void evenWhenAQuestionCannotBeAsked(String path, CapturedOutput log) {
        assertSilent(rest.get(LEAD, path), log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nameLike\": \"" + CANARY + "\\u0000\"}",
                "{\"taskDefinitionKeyIn\": [\"" + CANARY + "\\u0000\"]}",
                "{\"" + CANARY + "\": 1}",
                "{\"maxPriority\": \"" + CANARY + "\"}",
                CANARY
            })
    void evenWhenAQuestionIsSentThatCannotBeRead(String body, CapturedOutput log) {
        var answer = rest.post(LEAD, "/task", body);

        assertThat(log.getAll()).doesNotContain(CANARY);
        assertThat(answer.body()).doesNotContain("### ", "SQL", "select ", "java.sql");
    }

    private static void assertSilent(HttpResponse<String> answer, CapturedOutput log) {
        // An answer may name what was asked for in its address, never what the database said of it.
        for (String words :
                List.of("### ", "SQL", "insert into", "select ", "no_canary", "java.sql", CANARY + " title")) {
            assertThat(answer.body()).doesNotContain(words);
        }
        assertThat(log.getAll()).doesNotContain(CANARY);
    }
}
