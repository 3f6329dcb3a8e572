package gm.sharing.about;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.StartFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** An organisation's own words about the service. */
class AboutTextsTests {

    @TempDir
    Path folder;

    private final StartFindings findings = new StartFindings();

    @Test
    void showsAnOrganisationsOwnTextInPlaceOfOurs() throws IOException {
        Files.writeString(folder.resolve("privacy.md"), "## Ours\n\nAsk **{run-by}** at {contact}.");

        assertThat(texts("Bolton Council", "dpo@bolton.example").html(AboutPage.PRIVACY))
                .isEqualToIgnoringWhitespace("<h2 class=\"govuk-heading-l\">Ours</h2><p class=\"govuk-body\">Ask"
                        + " <strong>Bolton Council</strong> at <a rel=\"nofollow\" href=\"mailto:dpo@bolton.example\""
                        + " class=\"govuk-link\">dpo@bolton.example</a>.</p>");
        assertThat(texts("Bolton Council", "x@bolton.example").html(AboutPage.COOKIES))
                .contains("JSESSIONID");
    }

    @Test
    void followsANewWordingWithoutARestart() throws IOException {
        var texts = texts("Bolton Council", "dpo@bolton.example");
        Files.writeString(folder.resolve("cookies.md"), "First.");
        assertThat(texts.html(AboutPage.COOKIES)).contains("First.");

        Files.writeString(folder.resolve("cookies.md"), "Second.");

        assertThat(texts.html(AboutPage.COOKIES)).contains("Second.");
    }

    @Test
    void runsNothingThatATextHolds() throws IOException {
        Files.writeString(
                folder.resolve("cookies.md"),
                "[x](javascript:alert(1)) <b onclick=x>b</b>\n\n<script>alert(1)</script>");

        assertThat(texts("a", "b").html(AboutPage.COOKIES))
                .doesNotContain("<script", "href=\"javascript:", "<b onclick");
    }

    @Test
    void asksAnAdministratorToSayWhoRunsTheService() {
        texts(null, null).afterSingletonsInstantiated();
        assertThat(findings.all()).singleElement().satisfies(finding -> assertThat(finding.nextStep())
                .contains("sharing.about.run-by", "sharing.about.contact"));
    }

    @Test
    void asksForNothingWhenItIsSaid() {
        texts("Bolton Council", "dpo@bolton.example").afterSingletonsInstantiated();

        assertThat(findings.all()).isEmpty();
    }

    private AboutTexts texts(@Nullable String runBy, @Nullable String contact) {
        return new AboutTexts(new AboutSettings(runBy, contact, folder.toString()), new MockEnvironment(), findings);
    }
}
