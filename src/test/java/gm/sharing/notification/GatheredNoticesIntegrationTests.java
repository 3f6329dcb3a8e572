package gm.sharing.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gm.sharing.Mails;
import gm.sharing.notification.Recipient.Individual;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What somebody is told within a short time arrives in one letter. */
@SpringBootTest(
        classes = NotificationModule.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "sharing.base-url=https://sharing.gm.example",
            "sharing.mail.from=sharing@gm.example",
            "sharing.notices.retry-after=100ms",
            "sharing.notices.gather=3s",
            "spring.mail.host=127.0.0.1",
            "db-scheduler.polling-interval=100ms"
        })
class GatheredNoticesIntegrationTests {

    @RegisterExtension
    static final MailServer mailServer = new MailServer();

    @Autowired
    Notices notices;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", mailServer::port);
    }

    @AfterEach
    void empty() {
        await().atMost(Duration.ofMinutes(2)).until(() -> stored().queued() == 0);
        jdbc.sql("delete from notice").update();
    }

    @Test
    void arrivesInOneLetterThatNamesEach() throws Exception {
        tell("Review the agreement", "SJ-2026-0001", "lead");
        tell("Answer the question", "SJ-2026-0002", "lead");
        tell("The agreement is published", "SJ-2026-0001", "lead", "ana");

        var letters = mailServer.messages(2);
        var toTheLead = letters.stream()
                .filter(letter -> MailServer.recipient(letter).equals(KnownPeople.LEAD.email()))
                .findFirst()
                .orElseThrow();
        assertThat(toTheLead.getSubject()).isEqualTo("Review the agreement (and 2 more)");
        assertThat(Mails.plainText(toTheLead))
                .isEqualToNormalizingNewlines(
                        """
                There are 3 messages for you.

                1. Review the agreement

                This happened: Review the agreement

                https://sharing.gm.example/projects/SJ-2026-0001


                2. Answer the question

                This happened: Answer the question

                https://sharing.gm.example/projects/SJ-2026-0002


                3. The agreement is published

                This happened: The agreement is published

                https://sharing.gm.example/projects/SJ-2026-0001


                --\s
                Sharing Journeys, projects SJ-2026-0001, SJ-2026-0002""");
        assertThat(letters).extracting(MailServer::subject).contains("The agreement is published");
        sent();
    }

    @Test
    void isNeitherLostNorSentTwiceWhenManyAreToldAtOnce() {
        IntStream.range(0, 60)
                .parallel()
                .forEach(number -> tell("thing " + number, "SJ-2026-0001", "lead", "ana", "ben"));

        sent();
        await().atMost(Duration.ofMinutes(2)).until(() -> stored().queued() == 0);
        int letters = jdbc.sql("select count(distinct sent_with) from notice")
                .query(Integer.class)
                .single();
        assertThat(letters).isLessThan(12);
        assertThat(mailServer.messages(letters))
                .flatExtracting(GatheredNoticesIntegrationTests::things)
                .hasSize(180)
                .doesNotHaveDuplicates();
    }

    @Test
    void staysTheSameLetterWhenItIsTriedAgain() {
        mailServer.goDown();
        tell("first", "SJ-2026-0001", "lead");
        await().atMost(Duration.ofMinutes(2)).until(() -> stored().failures() >= 1);
        tell("second", "SJ-2026-0001", "lead");

        mailServer.goUp();

        assertThat(mailServer.messages(2)).extracting(MailServer::subject).containsExactlyInAnyOrder("first", "second");
        sent();
    }

    private static List<String> things(MimeMessage letter) throws Exception {
        return Mails.plainText(letter)
                .lines()
                .filter(line -> line.startsWith("This happened: "))
                .map(line -> line + " to " + MailServer.recipient(letter))
                .toList();
    }

    private void tell(String thing, String reference, String... recipients) {
        notices.tell(
                new Notice(thing, reference, thing, "This happened: " + thing, "/projects/" + reference),
                List.of(recipients).stream().map(Individual::new).toList());
    }

    private void sent() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> jdbc.sql("select count(*) from notice where status <> 'SENT'")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private StoredNotices stored() {
        return new StoredNotices(jdbc);
    }
}
