package gm.sharing.notification;

import static gm.sharing.notification.KnownPeople.ANA;
import static gm.sharing.notification.KnownPeople.BEN;
import static gm.sharing.notification.KnownPeople.CAZ;
import static gm.sharing.notification.KnownPeople.LEAD;
import static gm.sharing.notification.KnownPeople.OFFICERS;
import static gm.sharing.notification.NoticeStatus.GIVEN_UP;
import static gm.sharing.notification.NoticeStatus.NO_ADDRESS;
import static gm.sharing.notification.NoticeStatus.SENT;
import static gm.sharing.notification.NoticeStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import gm.sharing.Mails;
import gm.sharing.notification.Recipient.Group;
import gm.sharing.notification.Recipient.Individual;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices on their way from the transaction that tells to a real mail server. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = NotificationModule.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "sharing.base-url=https://sharing.gm.example/app/",
            "sharing.mail.from=sharing@gm.example",
            "sharing.notices.retry-after=100ms",
            "sharing.notices.gather=0s",
            "spring.mail.host=127.0.0.1",
            "db-scheduler.polling-interval=100ms"
        })
class NoticesIntegrationTests {

    @RegisterExtension
    static final MailServer mailServer = new MailServer();

    @Autowired
    Notices notices;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    DbSchedulerProperties scheduler;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", mailServer::port);
    }

    @AfterEach
    void empty() {
        mailServer.goUp();
        soon().until(() -> stored().queued() == 0);
        jdbc.sql("delete from notice").update();
    }

    @Test
    void sendsAPlainMessageWithALink() throws Exception {
        var notice = new Notice(
                "task-1", "SJ-2026-0001", "Review the agreement", "Please review.\n\nThank you.", "/tasks/1");

        notices.tell(notice, List.of(new Individual(LEAD.id())));

        MimeMessage message = mailServer.message();
        assertThat(message.getSubject()).isEqualTo("Review the agreement");
        assertThat(message.getRecipients(RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly(LEAD.email());
        assertThat(message.getFrom()).extracting(Object::toString).containsExactly("sharing@gm.example");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(Mails.plainText(message))
                .isEqualToNormalizingNewlines(
                        """
                Please review.

                Thank you.

                https://sharing.gm.example/app/tasks/1

                --\s
                Sharing Journeys, project SJ-2026-0001""");
    }

    @Test
    void carriesEveryLetterAndKeepsTheSubjectOnOneLine() throws Exception {
        var notice = new Notice("task-1", "SJ-2026-0001", "Café – Łódź\r\nBcc: all@gm.example", "Naïve € 中", null);

        notices.tell(notice, List.of(new Individual(LEAD.id())));

        MimeMessage message = mailServer.message();
        assertThat(message.getSubject()).isEqualTo("Café – Łódź Bcc: all@gm.example");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(Mails.plainText(message)).startsWith("Naïve € 中");
    }

    /** RFC 5322, 2.1.1: no line of a message has more than 998 bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "x ", "/path", "Łódź ", "中", "😀 "})
    void sendsNoLineThatAMailServerMayCut(String part) throws Exception {
        var long1500 = part.repeat(1_500).strip();
        var notice =
                new Notice("task-1", "SJ-2026-0001", long1500, "Before.\n\n" + long1500 + "\n\nAfter.", "/tasks/1");

        notices.tell(notice, List.of(new Individual(LEAD.id())));

        var message = mailServer.message();
        var raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        assertThat(raw.toString(StandardCharsets.UTF_8).lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(998));
        var read = Mails.plainText(message);
        assertThat(read.replaceAll(" \r?\n", " "))
                .containsIgnoringWhitespaces("Before.", long1500, "After.")
                .contains("https://sharing.gm.example/app/tasks/1");
        assertThat(message.getSubject())
                .startsWith(part.strip())
                .hasSizeLessThanOrEqualTo(500)
                .doesNotContain("?");
    }

    @Test
    void picksSeveralAtOnceWhereTheDatabasePassesOverWhatAnotherNodeHasLocked() throws Exception {
        try (var connection = database.getConnection()) {
            assertThat(scheduler.getPollingStrategy())
                    .isEqualTo(
                            connection.getMetaData().getURL().startsWith("jdbc:postgresql:")
                                    ? PollingStrategyConfig.Type.LOCK_AND_FETCH
                                    : PollingStrategyConfig.Type.FETCH);
        }
    }

    @Test
    void sendsAfterTheCommitAndNotBefore() {
        inTransaction(() -> {
            notices.tell(about("published"), List.of(new Individual(LEAD.id())));

            assertThat(inNewTransaction(() -> stored().queued())).isZero();
            return stored().queued();
        });

        assertThat(mailServer.message()).extracting(MailServer::subject).isEqualTo("published");
        soon().untilAsserted(() -> assertThat(stored().statuses("published")).containsExactly(SENT));
    }

    @Test
    void sendsNothingWhenTheTransactionIsRolledBack() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    notices.tell(about("never happened"), List.of(new Individual(LEAD.id())));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(stored().queued()).isZero();

        notices.tell(about("happened"), List.of(new Individual(LEAD.id())));

        assertThat(mailServer.message()).extracting(MailServer::subject).isEqualTo("happened");
    }

    @Test
    void tellsEverybodyInAGroupOnceEvenWhenNamedTwice() {
        notices.tell(about("review"), List.of(new Group(OFFICERS), new Individual(ANA.id()), new Group("ig-nowhere")));

        assertThat(mailServer.messages(2))
                .extracting(MailServer::recipient)
                .containsExactlyInAnyOrder(ANA.email(), BEN.email());
    }

    @Test
    void tellsNobodyTheSameThingTwice() {
        notices.tell(about("reminder"), List.of(new Individual(ANA.id())));
        notices.tell(about("reminder"), List.of(new Group(OFFICERS)));
        notices.tell(about("another thing"), List.of(new Individual(ANA.id())));

        assertThat(mailServer.messages(3))
                .extracting(message -> MailServer.subject(message) + " to " + MailServer.recipient(message))
                .containsExactlyInAnyOrder(
                        "reminder to " + ANA.email(), "reminder to " + BEN.email(), "another thing to " + ANA.email());
    }

    @Test
    void tellsOnceWhenManyTellTheSameAtTheSameTime() throws Exception {
        int callers = 8;
        var together = new CyclicBarrier(callers);
        Callable<Integer> caller = () -> inTransaction(() -> {
            meet(together);
            notices.tell(about("board decides"), List.of(new Group(OFFICERS), new Individual(LEAD.id())));
            return stored().statuses("board decides").size();
        });
        var pool = Executors.newFixedThreadPool(callers);
        try {
            for (Future<Integer> call : pool.invokeAll(
                    IntStream.range(0, callers).mapToObj(number -> caller).toList())) {
                assertThat(call.get()).isEqualTo(3);
            }
        } finally {
            pool.shutdown();
        }

        assertThat(mailServer.messages(3))
                .extracting(MailServer::recipient)
                .containsExactlyInAnyOrder(ANA.email(), BEN.email(), LEAD.email());
    }

    @Test
    void notesWhoHasNoAddressAndLogsTheAccountOnly(CapturedOutput log) {
        notices.tell(about("agree"), List.of(new Individual(CAZ.id()), new Individual("nobody")));

        soon().untilAsserted(() -> assertThat(stored().statuses("agree")).containsExactly(NO_ADDRESS, NO_ADDRESS));
        assertThat(log)
                .contains("the account caz has no email address")
                .contains("the account nobody has no email address")
                .doesNotContain(CAZ.name());
    }

    @Test
    void triesAgainWhenTheMailServerWasDown(CapturedOutput log) {
        mailServer.goDown();
        notices.tell(about("published"), List.of(new Individual(LEAD.id())));
        soon().until(() -> stored().failures() >= 2);
        assertThat(stored().statuses("published")).containsExactly(WAITING);
        assertThat(log)
                .contains("could not be sent (MailConnectException), next try at")
                .doesNotContain(LEAD.email());

        mailServer.goUp();

        assertThat(mailServer.message()).extracting(MailServer::subject).isEqualTo("published");
        soon().untilAsserted(() -> assertThat(stored().statuses("published")).containsExactly(SENT));
    }

    @Test
    void givesUpAfterDays(CapturedOutput log) {
        mailServer.goDown();
        inTransaction(() -> {
            notices.tell(about("published"), List.of(new Individual(LEAD.id())));
            return jdbc.sql("update notice set written_at = timestamp with time zone '2026-01-05 09:00:00+00:00'")
                    .update();
        });

        soon().untilAsserted(() -> assertThat(stored().statuses("published")).containsExactly(GIVEN_UP));
        soon().until(() -> stored().queued() == 0);
        assertThat(log).contains("is given up");
    }

    private static Notice about(String thing) {
        return new Notice(thing, "SJ-2026-0001", thing, "This happened: " + thing, null);
    }

    private StoredNotices stored() {
        return new StoredNotices(jdbc);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(2));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private <T> T inNewTransaction(Supplier<T> work) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return Objects.requireNonNull(template.execute(status -> work.get()));
    }
}
