package gm.sharing.notification;

import static gm.sharing.notification.KnownPeople.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import gm.sharing.notification.Recipient.Individual;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
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

    private static final String[] NOT_SENDING = {"--sharing.notices.sending=false"};

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

        try (var next = copy().run()) {
            assertThat(mailServer.message()).extracting(MailServer::subject).isEqualTo("published");
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
                        "db-scheduler.polling-interval=100ms",
                        "db-scheduler.heartbeat-interval=100ms");
    }

    private void shareDatabase(ConfigurableApplicationContext copy) {
        String url = "spring.datasource.url";
        if (database.isEmpty()) {
            database = Map.of(url, copy.getEnvironment().getRequiredProperty(url));
        }
        TestPropertyValues.of(database).applyTo(copy);
    }

    private static void tell(ConfigurableApplicationContext copy, String thing) {
        copy.getBean(Notices.class)
                .tell(
                        new Notice(thing, "SJ-2026-0001", thing, "This happened: " + thing, "/projects/SJ-2026-0001"),
                        List.of(new Individual(LEAD.id())));
    }

    private static StoredNotices stored(ConfigurableApplicationContext copy) {
        return new StoredNotices(copy.getBean(JdbcClient.class));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
