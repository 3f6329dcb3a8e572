package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import gm.sharing.TestPorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application is killed in the middle of a journey and started again on the same database. */
class RestartPackagedTests {

    private static final List<String> PARTNERS = List.of("manchester", "bolton", "bury");

    @TempDir
    Path folder;

    private final GreenMail mailServer = new GreenMail(TestPorts.smtp());
    private final List<Process> processes = new ArrayList<>();
    private final int port = TestPorts.free();

    @BeforeEach
    void startMailServer() {
        mailServer.start();
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        mailServer.stop();
    }

    @Test
    void continuesAfterAKillOnAnH2File() throws Exception {
        continuesAfterAKill(Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:h2:file:" + folder.resolve("data")
                        + ";DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=30000"));
    }

    @Test
    void continuesAfterAKillOnPostgres() throws Exception {
        try (var database = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start()) {
            continuesAfterAKill(Map.of(
                    "SPRING_DATASOURCE_URL",
                    database.getJdbcUrl("postgres", "postgres"),
                    "SPRING_DATASOURCE_USERNAME",
                    "postgres"));
            processes.forEach(Process::destroyForcibly);
        }
    }

    private void continuesAfterAKill(Map<String, String> database) throws Exception {
        var application = start(database);
        var rest = new RestDriver(port, "demo");
        var project = rest.start("lead.manchester", proposal("Help before eviction"));
        rest.complete(project, "Task_DescribeNeeds", "lead.manchester", needs());
        rest.complete(
                project,
                "Task_NamePartners",
                "lead.manchester",
                partners(List.of("manchester"), List.of("bolton", "bury")));
        rest.complete(
                project,
                "Task_DescribeFlows",
                "lead.manchester",
                flows(List.of(flow(List.of("manchester"), List.of("bolton", "bury")))));
        rest.complete(project, "Task_AgreeArrangements", "lead.manchester", arrangements());
        rest.complete(project, "Task_AnswerScreening", "lead.manchester", nothingInScreening());
        rest.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        rest.complete(project, "Task_CheckDraft", "lead.manchester", Map.of("sendOut", "true"));
        rest.complete(project, "Task_ReviewAgreement", "ig.bolton", review("sign"));

        kill(application);
        start(database);

        rest.complete(project, "Task_SignAgreement", "signatory.bolton", signature("sign"));
        for (var partner : List.of("manchester", "bury")) {
            rest.complete(project, "Task_ReviewAgreement", "ig." + partner, review("sign"));
            rest.complete(project, "Task_SignAgreement", "signatory." + partner, signature("sign"));
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> page("/register/" + project) == 200);
        for (var partner : PARTNERS) {
            assertTold("ig." + partner, "Review the agreement");
            assertTold("signatory." + partner, "Sign the agreement");
        }
    }

    /** Notices leave at least once; the dead process may have sent one without noting it. */
    private void assertTold(String person, String task) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> Arrays.stream(mailServer.getReceivedMessages()).anyMatch(message -> {
                    try {
                        return message.getSubject().startsWith(task)
                                && message.getAllRecipients()[0].toString().startsWith(person + "@");
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    private Process start(Map<String, String> database) throws IOException {
        var application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        Path.of("target", "sharing-journeys.jar")
                                .toAbsolutePath()
                                .toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "restart.log").toFile()));
        application.environment().putAll(database);
        application
                .environment()
                .putAll(Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "demo",
                        "SERVER_PORT",
                        Integer.toString(port),
                        "SHARING_MAIL_FROM",
                        "sharing-journeys@example.org",
                        // So that the test need not wait a minute for what the dead process had in hand.
                        "DBSCHEDULER_HEARTBEATINTERVAL",
                        "2s",
                        "DBSCHEDULER_POLLINGINTERVAL",
                        "1s",
                        "SPRING_MAIL_HOST",
                        "127.0.0.1",
                        "SPRING_MAIL_PORT",
                        Integer.toString(mailServer.getSmtp().getPort())));
        var process = application.start();
        processes.add(process);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> !process.isAlive() || page("/actuator/health") == 200);
        assertThat(process.isAlive()).as("see target/restart.log").isTrue();
        return process;
    }

    /** As {@code kill -9}. */
    private static void kill(Process application) throws InterruptedException {
        application.destroyForcibly().waitFor();
    }

    private int page(String path) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + path).toURL().openConnection();
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
