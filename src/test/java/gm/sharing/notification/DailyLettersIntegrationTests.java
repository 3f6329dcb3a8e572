package gm.sharing.notification;

import static gm.sharing.notification.NoticeStatus.HELD;
import static gm.sharing.notification.NoticeStatus.OVERTAKEN;
import static gm.sharing.notification.NoticeStatus.REFUSED;
import static gm.sharing.notification.NoticeStatus.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Mails;
import gm.sharing.notification.Recipient.Individual;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Somebody chose one letter a day: what it says, when it goes out, and what does not wait for it. */
@SpringBootTest(
        classes = NotificationModule.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "sharing.base-url=https://sharing.gm.example",
            "sharing.mail.from=sharing@gm.example",
            "sharing.notices.sending=false",
            "sharing.notices.gather=0s",
            "spring.mail.host=127.0.0.1"
        })
@Import(DailyLettersIntegrationTests.Surroundings.class)
class DailyLettersIntegrationTests {

    private static final String LEAD = KnownPeople.LEAD.id();
    private static final String FRIDAY = "2030-11-29T10:00:00Z";
    private static final String MONDAY = "2030-12-02T09:00:00Z";

    private static final String NOON = "2030-12-02T12:00:00Z";

    @RegisterExtension
    static final MailServer mailServer = new MailServer();

    @Autowired
    Notices notices;

    @Autowired
    DailyLetters daily;

    @Autowired
    Delivery delivery;

    @Autowired
    MissedNotices missed;

    @Autowired
    SettableClock clock;

    @Autowired
    KnownPeople people;

    @Autowired
    Set<String> done;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", mailServer::port);
    }

    @BeforeEach
    void onAFriday() {
        clock.set(FRIDAY);
        daily.choose(LEAD);
    }

    @AfterEach
    void empty() {
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from scheduled_tasks").update();
        jdbc.sql("delete from daily_letter").update();
        done.clear();
    }

    @Test
    void holdsWhatMayWaitAndSendsItInOneLetterGroupedByProject() {
        tell("Review the agreement by Friday: Care", "SJ-2026-0001", "/tasks/1", "may-wait");
        tell("You are the deputy of Ana", "", null, "may-wait");
        tell("Answer the question: Schools", "SJ-2026-0002", "/tasks/2", "may-wait");
        tell("Bolton has signed: Care", "SJ-2026-0001", "/projects/SJ-2026-0001", "may-wait");
        assertThat(statuses()).containsOnly(HELD);
        assertThat(queuedFor()).containsOnly(Instant.parse(MONDAY)).hasSize(4);

        deliverAll(MONDAY);

        var letter = mailServer.message();
        assertThat(MailServer.subject(letter)).isEqualTo("Review the agreement by Friday: Care (and 3 more)");
        assertThat(Mails.plainText(letter))
                .isEqualToNormalizingNewlines(
                        """
                Your daily email

                Project SJ-2026-0001

                - Review the agreement by Friday: Care
                https://sharing.gm.example/tasks/1

                - Bolton has signed: Care
                https://sharing.gm.example/projects/SJ-2026-0001


                Project SJ-2026-0002

                - Answer the question: Schools
                https://sharing.gm.example/tasks/2


                Other messages

                - You are the deputy of Ana

                This happened.


                --\s
                Sharing Journeys. You get one email each working day. Choose here how\s
                emails come to you:
                https://sharing.gm.example/notifications""");
        assertThat(Mails.html(letter))
                .contains(">Project SJ-2026-0001</h2>", ">Other messages</h2>")
                .contains("<a href=\"https://sharing.gm.example/tasks/1\">Review the agreement by Friday: Care</a>")
                .contains("<a href=\"https://sharing.gm.example/notifications\">");
        assertThat(statuses()).containsOnly(SENT);
    }

    @Test
    void doesNotHoldWhatGoesAtOnceNorWhatIsForOthers() {
        tell("Overdue", "SJ-2026-0001", null, "at-once");
        tell("A slip in the model", "SJ-2026-0001", null, "some day");
        notices.tell(
                new Notice("no word of it", "SJ-2026-0001", "no word of it", "x", null), List.of(new Individual(LEAD)));
        notices.tell(
                new Notice("for Ana", "SJ-2026-0001", "for Ana", "x", null).with(Waiting.by("may-wait")),
                List.of(new Individual("ana")));

        assertThat(statuses()).hasSize(4).containsOnly(NoticeStatus.WAITING);
        assertThat(queuedFor()).containsOnly(Instant.parse(FRIDAY));
    }

    /** British time ends on 27 October 2030; Christmas is a Wednesday. */
    @ParameterizedTest
    @CsvSource({
        "2030-11-29T08:59:59Z, 2030-11-29T09:00:00Z",
        "2030-11-29T09:00:00Z, 2030-12-02T09:00:00Z",
        "2030-10-25T09:00:00Z, 2030-10-28T09:00:00Z",
        "2030-10-24T12:00:00Z, 2030-10-25T08:00:00Z",
        "2031-03-28T12:00:00Z, 2031-03-31T08:00:00Z",
        "2030-12-24T12:00:00Z, 2030-12-27T09:00:00Z"
    })
    void goesOutAtNineInLondonOnWorkingDays(String told, String sent) {
        assertThat(daily.next(Instant.parse(told))).isEqualTo(Instant.parse(sent));
    }

    @Test
    void leavesOutWhatIsDoneOrTooLate() {
        tell("done", "SJ-2026-0001", "/tasks/1", Waiting.by("may-wait").unlessDone("task:1"));
        tell("open", "SJ-2026-0001", "/tasks/2", Waiting.by("may-wait").unlessDone("task:2"));
        tell("late", "SJ-2026-0001", null, new Waiting(Urgency.MAY_WAIT, null, Instant.parse(NOON)));
        done.add("task:1 of lead");

        deliverAll(NOON);

        assertThat(mailServer.message()).extracting(MailServer::subject).isEqualTo("open");
        assertThat(statuses()).containsExactlyInAnyOrder(SENT, OVERTAKEN, OVERTAKEN);
    }

    @Test
    void doesNotHoldWhatWouldComeTooLate() {
        tell("until Monday", "SJ-2026-0001", null, new Waiting(Urgency.MAY_WAIT, null, Instant.parse(MONDAY)));

        assertThat(queuedFor()).containsExactly(Instant.parse(FRIDAY));
    }

    @Test
    void sendsNothingWhenNothingIsLeft() {
        tell("done", "SJ-2026-0001", "/tasks/1", Waiting.by("may-wait").unlessDone("task:1"));
        done.add("task:1 of lead");

        deliverAll(MONDAY);

        assertThat(mailServer.isEmpty()).isTrue();
        assertThat(statuses()).containsExactly(OVERTAKEN);
    }

    @Test
    void goesOutOnceWhenManyTryAtTheSameTime() throws Exception {
        for (int number = 0; number < 12; number++) {
            tell("thing " + number, "SJ-2026-0001", null, "may-wait");
        }
        clock.set(MONDAY);
        var nodes = Executors.newFixedThreadPool(8);
        try {
            for (var one : nodes.invokeAll(ids().stream()
                    .map(id -> Executors.callable(() -> delivery.deliver(id)))
                    .toList())) {
                one.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(Mails.plainText(mailServer.message()).lines().filter(line -> line.startsWith("- thing ")))
                .hasSize(12)
                .doesNotHaveDuplicates();
        assertThat(statuses()).containsOnly(SENT);
    }

    @Test
    void staysTheSameLetterWhenItIsTriedAgainDaysAfterItWasWritten() {
        tell("first", "SJ-2026-0001", null, "may-wait");
        tell("second", "SJ-2026-0001", null, "may-wait");
        clock.set(MONDAY);
        long first = ids().get(0);
        mailServer.goDown();
        assertThatThrownBy(() -> delivery.deliver(first)).isInstanceOf(MailSendException.class);
        assertThat(statuses()).containsOnly(NoticeStatus.WAITING);
        tell("third", "SJ-2026-0001", null, "may-wait");

        mailServer.goUp();
        deliverAll(MONDAY);

        assertThat(mailServer.messages(2))
                .extracting(MailServer::subject)
                .containsExactlyInAnyOrder("first (and 1 more)", "third");
    }

    @Test
    void isMissedAsASingleLetterIsAndSentAgain() {
        people.move(KnownPeople.LEAD, "ask at the desk");
        try {
            tell("first", "SJ-2026-0001", null, "may-wait");
            tell("second", "SJ-2026-0002", null, "may-wait");
            deliverAll(MONDAY);

            assertThat(statuses()).containsOnly(REFUSED);
            assertThat(missed.of("SJ-2026-0001")).extracting(Missed::account).containsExactly(LEAD);
            assertThat(missed.of("SJ-2026-0002")).extracting(Missed::account).containsExactly(LEAD);
        } finally {
            people.move(KnownPeople.LEAD, KnownPeople.LEAD.email());
        }
        jdbc.sql("delete from scheduled_tasks").update();
        assertThat(missed.sendAgain(LEAD)).isEqualTo(2);
        deliverAll(MONDAY);
        assertThat(mailServer.messages(2)).extracting(MailServer::subject).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void letsGoWhatWaitsWhenSomebodyChoosesSinglesAgain() {
        tell("first", "SJ-2026-0001", null, "may-wait");
        tell("second", "SJ-2026-0001", null, "may-wait");

        daily.end(LEAD);

        assertThat(daily.isChosenBy(LEAD)).isFalse();
        assertThat(queuedFor()).hasSize(2).containsOnly(Instant.parse(FRIDAY));
        deliverAll(FRIDAY);
        assertThat(mailServer.message()).extracting(MailServer::subject).isEqualTo("first (and 1 more)");
        tell("third", "SJ-2026-0001", null, "may-wait");
        assertThat(statuses()).containsExactly(SENT, SENT, NoticeStatus.WAITING);
    }

    @Test
    void isChosenOnceHoweverOftenItIsChosen() {
        daily.choose(LEAD);

        assertThat(daily.isChosenBy(LEAD)).isTrue();
        assertThat(daily.isChosenBy("ana")).isFalse();
    }

    private void tell(String thing, String reference, String path, String urgency) {
        tell(thing, reference, path, Waiting.by(urgency));
    }

    private void tell(String thing, String reference, String path, Waiting waiting) {
        notices.tell(
                new Notice(thing, reference, thing, "This happened.", path, waiting), List.of(new Individual(LEAD)));
    }

    /** As the queue does: each notice comes out by itself. */
    private void deliverAll(String moment) {
        clock.set(moment);
        ids().forEach(delivery::deliver);
    }

    private List<Long> ids() {
        return jdbc.sql("select id from notice order by id").query(Long.class).list();
    }

    private List<NoticeStatus> statuses() {
        return new ArrayList<>(jdbc.sql("select status from notice order by id")
                        .query(String.class)
                        .list())
                .stream().map(NoticeStatus::valueOf).toList();
    }

    private List<Instant> queuedFor() {
        return jdbc.sql("select execution_time from scheduled_tasks")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    static class Surroundings {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }

        @Bean
        Set<String> done() {
            return ConcurrentHashMap.newKeySet();
        }

        @Bean
        Asked asked(Set<String> done) {
            return (asks, recipient) -> done.contains(asks + " of " + recipient);
        }
    }
}
