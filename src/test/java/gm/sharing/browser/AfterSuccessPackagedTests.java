package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** After a success the screen says so and what is next, and no failure of before; words are there from the first moment. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class AfterSuccessPackagedTests {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Keeps what looks like a key of Tasklist's words wherever it is shown, also for a moment. */
    private static final String WATCH_FOR_KEYS =
            """
            window.keysSeen = new Set();
            const look = () => {
              const shown = document.body ? [document.body.innerText] : [];
              document.querySelectorAll('[placeholder]').forEach(field => shown.push(field.placeholder));
              (shown.join(' ').match(/\\b([A-Z]{2,}(_[A-Z]+)+|PRIORITY)\\b/g) || []).forEach(key => window.keysSeen.add(key));
            };
            new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
            """;

    static Chromium chromium;

    @LocalServerPort
    int port;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void saysThatATaskIsDoneAndWhatIsNextAndForgetsWhatWasWrong() {
        var lead = Tasklist.signIn(chromium.newPerson(), address(), "lead.manchester");
        lead.startForm("Sharing project");
        fill(lead, "");
        press(lead.page(), "Start");
        assertThat(failures(lead.page())).containsText("There is a problem");
        shoot(lead, "start-refused");
        lead.fill("Title of the project", "Nothing stale");
        assertThat(failures(lead.page())).hasCount(0);
        lead.start();
        assertThat(failures(lead.page())).hasCount(0);
        lead.startForm("Sharing project");
        assertThat(failures(lead.page())).hasCount(0);
        shoot(lead, "start-again");

        lead.openTask("Describe what needs to be shared", "Nothing stale");
        assertThat(lead.tryToComplete()).containsText("There is a problem");
        lead.fill("Purpose", "To find households that need help before they lose their home.")
                .fill("Why it is necessary", "No partner alone sees the arrears.")
                .fill("Benefits", "Help reaches people earlier.")
                .fill("Whose information is it?", "Tenants of the partners.")
                .choose("Which of these groups", "Tenants and households")
                .fill("How many people, in your words?", "About 4,000 a year")
                .select("How many people is that?", "1,000 to 10,000")
                .choose("Will you link or match records about the same person?", "No")
                .fill("Item", "Name, address and arrears")
                .select("What kind of information is it?", "Personal data")
                .select("Can people be identified?", "Yes: people can be identified");
        lead.complete();

        assertThat(successes(lead.page()))
                .hasText(Pattern.compile("Done\\.\\s*Next: “Name the partners”, which is yours\\."));
        assertThat(failures(lead.page())).hasCount(0);
        shoot(lead, "done-next");
        lead.listedOf("Nothing stale").first().click();
        assertThat(lead.page().locator(".fjs-form h1").first()).hasText("Who needs to be involved?");
        assertThat(failures(lead.page())).hasCount(0);
        shoot(lead, "done-next-open");
    }

    @Test
    void showsWordsAndNoKeysHoweverLateTheWordsCome() {
        for (String person : List.of("lead.manchester", "ig.bolton")) {
            Page page = chromium.newPerson();
            page.route("**/locales/en.json*", route -> {
                page.waitForTimeout(1_500);
                route.resume();
            });
            page.addInitScript(WATCH_FOR_KEYS);
            Tasklist.signIn(page, address(), person);

            page.navigate(address() + "/camunda/app/tasklist/default/");

            assertThat(page.getByText("Start process", new Page.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
            assertThat(page.getByPlaceholder("Filter Tasks").first()).isVisible();
            Assertions.assertThat((List<?>) page.evaluate("[...window.keysSeen]"))
                    .as("keys seen by " + person)
                    .isEmpty();
        }
    }

    private static void fill(Tasklist lead, String title) {
        lead.fill("Title of the project", title)
                .choose("How urgent is it?", "Normal")
                .fill("For whom?", "tenants in arrears")
                .fill("Who …", "may lose their home")
                .fill("Sharing what?", "their names, addresses and arrears")
                .fill("Between whom?", "two councils and the police")
                .fill("Will …", "let us help in time")
                .fill("We will know by", "fewer evictions");
    }

    private static void press(Page page, String button) {
        page.locator(".modal-footer")
                .getByText(button, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static Locator failures(Page page) {
        return page.locator(".alert-danger:visible");
    }

    private static Locator successes(Page page) {
        return page.locator(".page-notifications .alert-success");
    }

    private static void shoot(Tasklist lead, String name) {
        lead.page()
                .screenshot(
                        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("after-success-" + name + ".png")));
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
