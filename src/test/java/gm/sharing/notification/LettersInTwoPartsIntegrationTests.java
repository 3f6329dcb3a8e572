package gm.sharing.notification;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Mails;
import gm.sharing.notification.Recipient.Individual;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.HtmlUtils;

/** A letter says the same as text and as a page, whatever somebody called a project. */
@SpringBootTest(
        classes = NotificationModule.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "sharing.base-url=https://sharing.gm.example",
            "sharing.mail.from=sharing@gm.example",
            "sharing.notices.gather=0s",
            "spring.mail.host=127.0.0.1",
            "db-scheduler.polling-interval=100ms"
        })
class LettersInTwoPartsIntegrationTests {

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
        jdbc.sql("delete from notice").update();
    }

    @Test
    void saysTheSameInBoth() throws Exception {
        var letter = sent("Review: Care records", "Please review.\nThere is time.\n\nThank you.", "/tasks/1");

        var parts = (MimeMultipart) letter.getContent();
        assertThat(parts.getContentType()).startsWithIgnoringCase("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType())
                .isEqualToIgnoringCase("text/plain; charset=UTF-8; format=flowed");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(Mails.plainText(letter))
                .isEqualToNormalizingNewlines(
                        """
                Please review.
                There is time.

                Thank you.

                https://sharing.gm.example/tasks/1

                --\s
                Sharing Journeys, project SJ-2026-0001""");
        assertThat(Mails.html(letter))
                .contains("<html lang=\"en\">", "<title>Review: Care records</title>")
                .containsOnlyOnce("<h1 ")
                .contains(">Review: Care records</h1>")
                .contains(">Please review.<br />There is time.</p>", ">Thank you.</p>")
                .contains("href=\"https://sharing.gm.example/tasks/1\">Open this in Sharing Journeys</a>")
                .contains("Sharing Journeys, project SJ-2026-0001")
                .doesNotContain("<h2");
    }

    @Test
    void bringsNothingFromElsewhereAndHasNoColoursOfItsOwn() {
        var page = Mails.html(sent("Review", "Please review.", null)).toLowerCase(Locale.ROOT);

        assertThat(page)
                .doesNotContain("http:", "https:", "src=", "url(", "<img", "<link", "<script", "<style", "<a ")
                .doesNotContainPattern("[^-]color:|background");
    }

    @Test
    void carriesWelshQuotesAndEveryOtherLetter() {
        var words = "Llŷr ac Ŵyn o Gŵyr – “Tŷ’r Cyngor”, ŵ ŷ â ê î ô û ẁ ẅ; ‘café’ € 中 😀";

        var letter = sent(words, words, null);

        assertThat(MailServer.subject(letter)).isEqualTo(words);
        assertThat(Mails.plainText(letter)).contains(words);
        assertThat(Mails.html(letter)).contains("<title>" + words + "</title>", ">" + words + "</h1>", words + "</p>");
    }

    /** RFC 5322, 2.1.1: no line of a message has more than 998 bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "x ", "Łódź ", "😀 "})
    void sendsNoLineThatAMailServerMayCut(String part) throws Exception {
        var words = part.repeat(1_500).strip();

        var letter = sent("Review", words, null);

        var raw = new ByteArrayOutputStream();
        letter.writeTo(raw);
        assertThat(raw.toString(StandardCharsets.UTF_8).lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(998));
        assertThat(Mails.html(letter)).contains(">" + words + "</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</title><img src=x onerror=alert(1)>",
                "\"><a href='https://elsewhere.example'>Open this in Sharing Journeys</a>",
                "<style>p { display: none }</style>",
                "]]></p><!-- -->",
                "&lt;b&gt; & <b>",
                "${7*7} [[${page}]] [(${page})] __${page}__",
                "\u202Etxt.exe\u202C"
            })
    void showsATitleWithMarkupAsItWasTyped(String title) {
        var letter = sent("Review: " + title, "About " + title + ".", "/tasks/1");

        assertThat(Mails.plainText(letter).replaceAll(" \r?\n", " ")).contains("About " + title + ".");
        String page = Mails.html(letter);
        assertThat(page)
                .contains("<title>Review: " + escaped(title) + "</title>")
                .contains(">Review: " + escaped(title) + "</h1>")
                .contains(">About " + escaped(title) + ".</p>");
        assertThat(page.split("<a ", -1)).as("links").hasSize(2);
        assertThat(page).doesNotContain("<script", "<img", "<style", "<b>");
    }

    @Test
    void givesEachOfSeveralItsHeadingAndItsLink() {
        var letter = new Letter(2, List.of(entry(1, "First", "/tasks/1"), entry(2, "Second", "/tasks/2")));

        var page = letter.page(URI.create("https://sharing.gm.example/"));

        assertThat(page.heading()).isEqualTo("There are 2 messages for you.");
        assertThat(page.parts())
                .containsExactly(
                        new LetterPage.Part(
                                "1. First",
                                List.of(List.of("Please act.")),
                                "https://sharing.gm.example/tasks/1",
                                List.of()),
                        new LetterPage.Part(
                                "2. Second",
                                List.of(List.of("Please act.")),
                                "https://sharing.gm.example/tasks/2",
                                List.of()));
    }

    private static Outbox.Entry entry(long id, String subject, String path) {
        return new Outbox.Entry(
                id,
                "lead",
                "SJ-2026-0001",
                subject,
                "Please act.",
                path,
                NoticeStatus.WAITING,
                Instant.EPOCH,
                null,
                null);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private MimeMessage sent(String subject, String text, String path) {
        notices.tell(
                new Notice("thing", "SJ-2026-0001", subject, text, path),
                List.of(new Individual(KnownPeople.LEAD.id())));
        return mailServer.message();
    }
}
