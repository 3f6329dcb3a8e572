package gm.sharing.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.agreement.Agreements;
import gm.sharing.document.Digest;
import gm.sharing.ethics.AlgorithmRecord;
import gm.sharing.ethics.Ethics;
import gm.sharing.project.ProjectFixture;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The public register, read by somebody without an account. */
@PagesApplication
class RegisterPagesIntegrationTests {

    private static final AlgorithmRecord SCORE = tool("Early help score");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    @Autowired
    MockMvc web;

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Agreements agreements;

    @Autowired
    Ethics ethics;

    @Test
    void listsAgreementsInForce() throws Exception {
        var published = scenario.published("A published agreement");
        scenario.signed("Signed but not published");

        web.perform(get("/register"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("A published agreement")))
                .andExpect(content().string(containsString("/register/" + published)))
                .andExpect(content().string(containsString("Manchester City Council, Bury Council, Wigan Council")))
                .andExpect(content()
                        .string(containsString(
                                DAY.format(ProjectFixture.firstDay().plusYears(1)))))
                .andExpect(content().string(not(containsString("Signed but not published"))));
    }

    @ParameterizedTest
    @CsvSource({
        "/register/, /register",
        "/register/sj-2026-9999, /register/SJ-2026-9999",
        "/register/Sj-2026-9999/, /register/SJ-2026-9999",
        "/register/SJ-2026-9999/, /register/SJ-2026-9999"
    })
    void leadsToTheEntryHoweverItsReferenceWasTyped(String typed, String address) throws Exception {
        web.perform(get(typed)).andExpect(redirectedUrl(address));
    }

    @Test
    void findsByWords() throws Exception {
        scenario.published("Insulated homes");
        scenario.published("Safe streets");

        web.perform(get("/register").param("words", "insulated bury"))
                .andExpect(content().string(containsString("Insulated homes")))
                .andExpect(content().string(containsString("1 agreement holds “insulated bury”.")))
                .andExpect(content().string(not(containsString("Safe streets"))));
        web.perform(get("/register").param("words", "<b>penguins</b>"))
                .andExpect(content().string(containsString("No agreement holds “&lt;b&gt;penguins&lt;/b&gt;”.")));
    }

    @Test
    void showsThoseOfOneStatus() throws Exception {
        scenario.published("Sharing that starts after the winter");

        web.perform(get("/register").param("words", "after the winter").param("status", "starts-later"))
                .andExpect(content().string(containsString("Sharing that starts after the winter")))
                .andExpect(content().string(containsString("1 agreement with this status holds “after the winter”.")));
        for (String other : List.of("in-force", "review-overdue", "ended")) {
            web.perform(get("/register").param("words", "after the winter").param("status", other))
                    .andExpect(content()
                            .string(containsString("No agreement with this status holds “after the winter”.")));
        }
        web.perform(get("/register").param("status", "ended"))
                .andExpect(content()
                        .string(matchesRegex("(?s).*([0-9]+ agreements? ha(s|ve)|No agreement has) this status\\..*")));
        web.perform(get("/register").param("words", "after the winter").param("status", "none of them"))
                .andExpect(content().string(containsString("1 agreement holds “after the winter”.")));
    }

    @Test
    void givesTheListAsATable() throws Exception {
        var project = scenario.published("=1+1 \"quoted\", spreadsheet");

        var file = web.perform(get("/register/agreements.csv").param("words", "spreadsheet"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        var first = ProjectFixture.firstDay();
        assertThat(file)
                .isEqualTo(
                        ("\"Reference\",\"Title\",\"Led by\",\"Partners\",\"Status\",\"In force from\",\"Review by\","
                                        + "\"Ends\",\"Address\"\r\n"
                                        + "\"%s\",\"'=1+1 \"\"quoted\"\", spreadsheet\",\"Manchester City Council\","
                                        + "\"Manchester City Council; Bury Council; Wigan Council\",\"Published, starts later\","
                                        + "\"%s\",\"%s\",\"\",\"http://localhost/register/%s\"\r\n")
                                .formatted(project, first, first.plusYears(1), project));
        web.perform(get("/register/agreements.csv").param("words", "a ".repeat(30)))
                .andExpect(status().isBadRequest());
    }

    @Test
    void saysWhatIsSharedAndHowToComplain() throws Exception {
        var project = scenario.published("Everything said");
        var version = agreements.latest(project);

        web.perform(get("/register/" + project))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("To keep children safe when a family moves.")))
                .andExpect(content().string(containsString("Children Act 2004, section 11")))
                .andExpect(content().string(containsString("6(1)(e) Public task")))
                .andExpect(content().string(containsString("Kept for 25 years.")))
                .andExpect(content().string(containsString("acknowledge your complaint within 30")))
                .andExpect(content().string(containsString("sharing@example.org")))
                .andExpect(content().string(containsString(version.digest())));
    }

    @Test
    void sumsUpTheDpiaByRolesWithoutPeople() throws Exception {
        var project = scenario.publishedWith(SCORE, "Early help");

        web.perform(get("/register/" + project))
                .andExpect(content().string(containsString("approved for the lead organisation by its Senior")))
                .andExpect(content().string(containsString("Risks that remain with the measures in place")))
                .andExpect(content().string(not(containsString("Sia Signatory"))))
                .andExpect(content().string(not(containsString("Dara Officer"))));
    }

    @Test
    void listsTheAlgorithmicToolsOfPublishedAgreements() throws Exception {
        var project = scenario.publishedWith(SCORE, "A score is used");
        var draft = scenario.described("A score is planned");
        ethics.recordAlgorithm(draft, tool("Planned score"), AgreementScenario.LEAD);

        web.perform(get("/register/algorithms"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Early help score")))
                .andExpect(content().string(containsString("A caseworker reads it.")))
                .andExpect(content().string(containsString("score@example.org")))
                .andExpect(content().string(containsString("/register/" + project)))
                .andExpect(content().string(not(containsString("Planned score"))));
    }

    @Test
    void keepsATransparencyRecordAsItWasPublishedUntilTheNextPublication() throws Exception {
        var project = scenario.publishedWith(SCORE, "A score is changed");
        ethics.recordAlgorithm(project, tool("Another score"), AgreementScenario.LEAD);

        web.perform(get("/register/" + project)).andExpect(content().string(containsString("Early help score")));
        web.perform(get("/register/algorithms")).andExpect(content().string(not(containsString("Another score"))));
    }

    @Test
    void publishesTheDocumentAsPageAndPdf() throws Exception {
        var project = scenario.published("The document");

        web.perform(get("/register/" + project + "/agreement.html"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Signed with conditions")))
                .andExpect(content().string(not(containsString("Draft:"))));
        var pdf = web.perform(get("/register/" + project + "/agreement.pdf"))
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(pdf).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void letsAnybodyCheckTheDigest() throws Exception {
        var project = scenario.published("Check me");

        var content = web.perform(get("/register/" + project + "/content.json"))
                .andExpect(content().contentType("application/json"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .isEqualTo(agreements.latest(project).digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/content.json"})
    void namesNoPeople(String page) throws Exception {
        var project = scenario.published("No names here");

        web.perform(get("/register/" + project + page))
                .andExpect(content().string(not(containsString("Lee Lead"))))
                .andExpect(content().string(not(containsString("Officer signatory"))))
                .andExpect(content().string(not(containsString("Officer dpo"))));
    }

    @Test
    void namesInTheAgreementOnlyThoseWhoSignedIt() throws Exception {
        var project = scenario.published("Names of those who sign");

        web.perform(get("/register/" + project + "/agreement.html"))
                .andExpect(content().string(containsString("Officer signatory")))
                .andExpect(content().string(not(containsString("Lee Lead"))))
                .andExpect(content().string(not(containsString("Officer ig"))))
                .andExpect(content().string(not(containsString("Officer dpo"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/agreement.html", "/agreement.pdf", "/content.json"})
    void keepsToItselfWhatIsNotPublished(String page) throws Exception {
        var project = scenario.signed("Not published");

        web.perform(get("/register/" + project + page)).andExpect(status().isNotFound());
    }

    @Test
    void tellsAnybodyThatAPdfIsTheAgreementInForce() throws Exception {
        var project = scenario.published("Check the file");
        var pdf = agreements.pdf(agreements.latest(project));

        web.perform(multipart("/register/check").file(new MockMultipartFile("file", pdf)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Published here, and not changed since")))
                .andExpect(content()
                        .string(containsString("Check the file <span class=\"sj-unbroken\">(" + project + ")</span>")))
                .andExpect(content()
                        .string(containsString("It is the version that was published, and comes into force on "
                                + DAY.format(ProjectFixture.firstDay()) + ".")))
                .andExpect(content()
                        .string(matchesRegex("(?s).*of its content, as the document prints it: <span[^>]*>%s<.*"
                                .formatted(agreements.latest(project).digest()))))
                .andExpect(content()
                        .string(matchesRegex("(?s).*digest of the PDF[^<]*<span[^>]*>%s<.*"
                                .formatted(Digest.of(pdf).value()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-08-31 | It is the version that was published, and comes into force on 1 September 2026.",
                "2026-09-01 | It is the version in force. Its review is due by 1 September 2027.",
                "2027-09-02 | It is the version in force. Its review was due by 1 September 2027 and is overdue."
            })
    void tellsWhetherACheckedDocumentIsInForceOnTheDay(LocalDate day, String standing) throws Exception {
        try {
            ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-06-01T09:00:00Z")));
            var digest =
                    agreements.latest(scenario.published("In force on a day")).digest();
            ClockUtil.setCurrentTime(Date.from(
                    day.atTime(12, 0).atZone(ZoneId.of("Europe/London")).toInstant()));

            web.perform(get("/register/check").param("digest", digest))
                    .andExpect(content().string(containsString(standing)));
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void tellsTheSameOfTheContentFileAndOfTheDigestHoweverItWasCopied() throws Exception {
        var project = scenario.published("Check the digest");
        var version = agreements.latest(project);
        var content = version.canonicalJson().getBytes(StandardCharsets.UTF_8);
        var copied = " " + version.digest().toUpperCase(Locale.ROOT).replaceAll("(.{16})", "$1\n");

        web.perform(multipart("/register/check").file(new MockMultipartFile("file", content)))
                .andExpect(content()
                        .string(containsString(
                                "Check the digest <span class=\"sj-unbroken\">(" + project + ")</span>")));
        web.perform(get("/register/check").param("digest", copied))
                .andExpect(content()
                        .string(containsString(
                                "Check the digest <span class=\"sj-unbroken\">(" + project + ")</span>")))
                .andExpect(content().string(not(containsString("digest of the PDF"))));
        web.perform(get("/register/" + project))
                .andExpect(content().string(containsString("/register/check?digest=" + version.digest())));
    }

    @Test
    void knowsNoDocumentThatWasChangedAndNoDraft() throws Exception {
        var draft = scenario.signed("Only a draft");
        var pdf = agreements.pdf(agreements.latest(draft));
        var published = agreements.pdf(agreements.latest(scenario.published("Changed")));
        published[published.length - 1] ^= 1;

        for (var file : List.of(pdf, published, "Anything".getBytes(StandardCharsets.UTF_8))) {
            web.perform(multipart("/register/check").file(new MockMultipartFile("file", file)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Nothing with this digest was published here.")))
                    .andExpect(content().string(not(containsString("Only a draft"))));
        }
        web.perform(get("/register/check")
                        .param("digest", agreements.latest(draft).digest()))
                .andExpect(content().string(containsString("Nothing with this digest was published here.")));
    }

    @Test
    void saysWhatIsMissingForACheck() throws Exception {
        web.perform(get("/register/check"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("There is a problem"))));
        web.perform(get("/register/check").param("digest", "<b>12</b>"))
                .andExpect(content().string(containsString("Paste all of its 64 digits")))
                .andExpect(content().string(containsString("&lt;b&gt;12&lt;/b&gt;")));
        web.perform(multipart("/register/check").file(new MockMultipartFile("file", new byte[0])))
                .andExpect(content().string(containsString("Choose the PDF of an agreement")));
    }

    @Test
    void bearsTheDemonstrationsMark() throws Exception {
        web.perform(get("/register")).andExpect(content().string(containsString("Demonstration.")));
        web.perform(get("/")).andExpect(content().string(containsString("Demonstration.")));
    }

    private static AlgorithmRecord tool(String name) {
        return new AlgorithmRecord(name, null, "score@example.org");
    }
}
