package gm.sharing.notification;

import static gm.sharing.notification.KnownPeople.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import gm.sharing.notification.Recipient.Individual;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices of several copies of the application on one database, one after the other or at the same time. */
@ExtendWith(OutputCaptureExtension.class)
class CopiesOfTheApplicationIntegrationTests {

    @RegisterExtension
    static final MailServer mailServer = new MailServer();

    private static final String NOT_SENDING = "--sharing.notices.sending=false";
    private static final String SOON_SURE_OF_A_DEATH = "--db-scheduler.heartbeat-interval=100ms";
    private static final String URL = "spring.datasource.url";

    /** Set by the first copy, whose database the others use. */
    private Map<String, String> database = Map.of();

    @Test
    void leaveToTheNextWhatOneCouldNotSend() {
        try (var first = copy().run(NOT_SENDING)) {
            tell(first, "published");
            assertThat(stored(first).queued()).isEqualTo(1);
        }
        assertThat(mailServer.isEmpty()).isTrue();

        try (var next = copy().run()) {
            assertThat(mailServer.message()).extracting(MailServer::subject).isEqualTo("published");
            soon().until(() -> stored(next).queued() == 0);
        }
    }

    @Test
    void sendWhatADeadOneHadTakenInHand() {
        try (var dead = copy().run(NOT_SENDING)) {
            tell(dead, "published");
            dead.getBean(JdbcClient.class)
                    .sql("update scheduled_tasks set picked = true, picked_by = 'dead', version = version + 1,"
                            + " last_heartbeat = timestamp with time zone '2026-01-05 09:00:00+00:00'")
                    .update();
        }

        try (var next = copy().run(SOON_SURE_OF_A_DEATH)) {
            assertThat(mailServer.message()).extracting(MailServer::subject).isEqualTo("published");
            soon().until(() -> stored(next).queued() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sendWhatAKilledOneWasSending(boolean ofTheDay, @TempDir Path folder) throws Exception {
        if (System.getProperty("test.database", "h2").equals("h2")) {
            database = Map.of(URL, "jdbc:h2:file:" + folder.resolve("killed") + ";WRITE_DELAY=0");
        }
        try (var first = copy().run(NOT_SENDING)) {
            if (ofTheDay) {
                hold(first, "published");
                hold(first, "withdrawn");
            } else {
                tell(first, "published");
            }
        }
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout(60_000);
            Process killed = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CopyInAProcess.class.getName(),
                            database.get(URL),
                            Integer.toString(silent.getLocalPort()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("killed.log").toFile())
                    .start();
            try (var whileItWaitsForAnAnswer = silent.accept()) {
                assertThat(whileItWaitsForAnAnswer.isConnected()).isTrue();
            } finally {
                killed.destroyForcibly().waitFor();
            }
        }
        assertThat(mailServer.isEmpty()).isTrue();

        try (var next = copy().run(SOON_SURE_OF_A_DEATH)) {
            assertThat(mailServer.message())
                    .extracting(MailServer::subject)
                    .isEqualTo(ofTheDay ? "published (and 1 more)" : "published");
            soon().until(() -> stored(next).queued() == 0);
        }
    }

    @Test
    void sendEachNoticeOnceBetweenThem() {
        int things = 40;
        try (var one = copy().run();
                var another = copy().run()) {
            for (int i = 0; i < things; i++) {
                tell(i % 2 == 0 ? one : another, "thing " + i);
            }
            soon().until(() -> stored(one).queued() == 0);
        }

        assertThat(mailServer.messages(things)).extracting(MailServer::subject).doesNotHaveDuplicates();
    }

    @Test
    void waitForAMailServerWhenThereIsNone(CapturedOutput log) {
        try (var copy = copyWithoutMail().run()) {
            tell(copy, "published");

            assertThat(log).contains("notices wait in the outbox until there is one");
            assertThat(stored(copy).queued()).isEqualTo(1);
            assertThat(stored(copy).statuses("published")).containsExactly(NoticeStatus.WAITING);
        }
    }

    @Test
    void writeToTheLogInADemonstrationWithoutMail(CapturedOutput log) {
        try (var demonstration = copyWithoutMail().profiles("demo").run()) {
            tell(demonstration, "published");
            soon().until(() -> stored(demonstration).queued() == 0);
        }

        assertThat(log)
                .contains("Notice to lead: published")
                .contains("This happened: published")
                .contains("https://sharing.gm.example/app/projects/SJ-2026-0001")
                .doesNotContain(LEAD.email());
    }

    @Test
    void doNotStartWithAMailServerButWithoutASender() {
        assertThatThrownBy(() -> copy().run("--sharing.mail.from=")).hasStackTraceContaining("set sharing.mail.from");
    }

    private SpringApplicationBuilder copy() {
        return copyWithoutMail().properties("spring.mail.host=127.0.0.1", "spring.mail.port=" + mailServer.port());
    }

    private SpringApplicationBuilder copyWithoutMail() {
        return new SpringApplicationBuilder(NotificationModule.class)
                .web(WebApplicationType.NONE)
                .initializers(this::shareDatabase)
                .properties(
                        "sharing.base-url=https://sharing.gm.example/app",
                        "sharing.mail.from=sharing@gm.example",
                        "sharing.notices.gather=0s");
    }

    private void shareDatabase(ConfigurableApplicationContext copy) {
        if (database.isEmpty()) {
            database = Map.of(URL, copy.getEnvironment().getRequiredProperty(URL));
        }
        TestPropertyValues.of(database)
                .and("db-scheduler.polling-interval=100ms")
                .applyTo(copy);
    }

    private static void tell(ConfigurableApplicationContext copy, String thing) {
        copy.getBean(Notices.class)
                .tell(
                        new Notice(thing, "SJ-2026-0001", thing, "This happened: " + thing, "/projects/SJ-2026-0001"),
                        List.of(new Individual(LEAD.id())));
    }

    /** For the letter of the day, whose time has come. */
    private static void hold(ConfigurableApplicationContext copy, String thing) {
        copy.getBean(DailyLetters.class).choose(LEAD.id());
        copy.getBean(Notices.class)
                .tell(
                        new Notice(thing, "SJ-2026-0001", thing, "x", null).with(Waiting.by("may-wait")),
                        List.of(new Individual(LEAD.id())));
        var jdbc = copy.getBean(JdbcClient.class);
        jdbc.sql("update notice set held_until = current_timestamp").update();
        jdbc.sql("update scheduled_tasks set execution_time = current_timestamp")
                .update();
    }

    private static StoredNotices stored(ConfigurableApplicationContext copy) {
        return new StoredNotices(copy.getBean(JdbcClient.class));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(2));
    }
}
