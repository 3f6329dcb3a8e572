package gm.sharing.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gm.sharing.notification.Recipient.Individual;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What becomes of a notice whose recipient a mail server does not take. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = NotificationModule.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "sharing.mail.from=sharing@gm.example",
            "sharing.notices.retry-after=100ms",
            "sharing.notices.gather=0s",
            "spring.mail.host=127.0.0.1",
            "db-scheduler.polling-interval=100ms"
        })
@Import(UnreachedPeopleIntegrationTests.Heard.class)
class UnreachedPeopleIntegrationTests {

    private static final String ABOUT = "SJ-2026-0001";

    @RegisterExtension
    static final ParticularMailServer mailServer = new ParticularMailServer(Map.of(
            KnownPeople.GONE.email(), "550 5.1.1 no such user",
            KnownPeople.FULL.email(), "552 mailbox full",
            KnownPeople.BUSY.email(), "450 try later"));

    @Autowired
    Notices notices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Heard missed;

    @Autowired
    MissedNotices missedNotices;

    @Autowired
    KnownPeople people;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", mailServer::port);
    }

    @Test
    void settlesAtOnceWhatTheServerRefusesForGood(CapturedOutput log) {
        tell("refused", KnownPeople.GONE.id());

        settled("refused", NoticeStatus.REFUSED);
        assertThat(stored().queued()).isZero();
        assertThat(mailServer.attempts(KnownPeople.GONE.email())).isEqualTo(1);
        assertThat(missed.of(KnownPeople.GONE.id()))
                .containsExactly(new Unreached(KnownPeople.GONE.id(), ABOUT, Unreached.Why.REFUSED));
        assertThat(log)
                .contains("the account gone has an address that the mail server refuses")
                .doesNotContain(KnownPeople.GONE.email());
    }

    @Test
    void settlesAtOnceWhatIsNoAddressAndSaysSoWithoutIt(CapturedOutput log) {
        tell("no addresses", KnownPeople.TWO.id(), KnownPeople.NONE.id());

        settled("no addresses", NoticeStatus.REFUSED, NoticeStatus.REFUSED);
        assertThat(log)
                .contains("the account two has an email address that is not valid")
                .contains("the account none has an email address that is not valid")
                .doesNotContain("two@manchester.example")
                .doesNotContain("ask at the desk");
    }

    @Test
    void triesAgainWhatPasses() {
        tell("passing", KnownPeople.BUSY.id(), KnownPeople.FULL.id());

        await().atMost(Duration.ofMinutes(2))
                .until(() -> mailServer.attempts(KnownPeople.BUSY.email()) >= 2
                        && mailServer.attempts(KnownPeople.FULL.email()) >= 2);
        assertThat(stored().statuses("passing")).containsOnly(NoticeStatus.WAITING);
        assertThat(missed.of(KnownPeople.BUSY.id())).isEmpty();
        jdbc.sql("delete from scheduled_tasks").update();
    }

    @Test
    void sendsToAnAddressWithANameAndPadding() {
        tell("named", KnownPeople.NAMED.id());

        settled("named", NoticeStatus.SENT);
        assertThat(mailServer.attempts("nat+ig@manchester.example")).isEqualTo(1);
    }

    @Test
    void tellsOfAProjectWhoWasNotReachedUntilSomebodyIs() {
        tell("first", KnownPeople.CAZ.id(), "nobody", KnownPeople.LEAD.id());
        settled("first", NoticeStatus.NO_ADDRESS, NoticeStatus.SENT, NoticeStatus.NO_ADDRESS);

        assertThat(notReached()).contains(KnownPeople.CAZ.id(), "nobody").doesNotContain("lead");
        assertThat(missedNotices.of(ABOUT))
                .filteredOn(one -> one.account().equals("nobody"))
                .singleElement()
                .satisfies(one -> assertThat(one.why()).isEqualTo(Unreached.Why.NO_ADDRESS));
        assertThat(missedNotices.of("SJ-2026-0002")).isEmpty();

        // As if Caz had an address since, and something was sent there.
        jdbc.sql("update notice set recipient = 'caz', about = 'later', settled_at = settled_at + interval '1' day"
                        + " where about = 'first' and recipient = 'lead'")
                .update();
        assertThat(notReached()).contains("nobody").doesNotContain(KnownPeople.CAZ.id());
    }

    @Test
    void sendsAgainWhatWasRefusedWhenTheAddressIsMended() {
        tell("again", KnownPeople.NONE.id());
        tell("again, too", KnownPeople.NONE.id());
        settled("again", NoticeStatus.REFUSED);
        settled("again, too", NoticeStatus.REFUSED);
        assertThat(missedNotices.all())
                .filteredOn(one -> one.account().equals(KnownPeople.NONE.id()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.why()).isEqualTo(Unreached.Why.REFUSED);
                    assertThat(one.notices()).isGreaterThanOrEqualTo(2);
                });

        people.move(KnownPeople.NONE, "nia@manchester.example");
        try {
            assertThat(missedNotices.sendAgain(KnownPeople.NONE.id())).isGreaterThanOrEqualTo(2);

            settled("again", NoticeStatus.SENT);
            settled("again, too", NoticeStatus.SENT);
            assertThat(mailServer.attempts("nia@manchester.example")).isGreaterThanOrEqualTo(2);
            assertThat(missedNotices.sendAgain(KnownPeople.NONE.id()))
                    .as("nothing is left")
                    .isZero();
        } finally {
            people.move(KnownPeople.NONE, KnownPeople.NONE.email());
        }
    }

    private List<String> notReached() {
        return missedNotices.of(ABOUT).stream().map(Missed::account).toList();
    }

    private void tell(String thing, String... recipients) {
        notices.tell(
                new Notice(thing, ABOUT, thing, "This happened.", null),
                List.of(recipients).stream().map(Individual::new).toList());
    }

    private void settled(String thing, NoticeStatus... statuses) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(stored().statuses(thing)).containsExactly(statuses));
    }

    private StoredNotices stored() {
        return new StoredNotices(jdbc);
    }

    /** Who was said not to be reached. */
    static class Heard {

        private final List<Unreached> all = new CopyOnWriteArrayList<>();

        @EventListener
        void add(Unreached unreached) {
            all.add(unreached);
        }

        List<Unreached> of(String account) {
            return all.stream().filter(one -> one.account().equals(account)).toList();
        }
    }
}
