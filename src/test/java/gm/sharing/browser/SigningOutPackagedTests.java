package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import gm.sharing.DemoApplication;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way out of Tasklist, Cockpit and Admin and in again, and what pages say before a session ends, in a real browser. */
@DemoApplication
class SigningOutPackagedTests {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"tasklist,ig.bolton", "cockpit,owner", "admin,admin", "welcome,ig.bolton"})
    void leadsFromTheWebApplicationsSignOutToTheSignInPageAndBack(String application, String person) {
        var page = chromium.newPerson();
        var address = "http://localhost:" + port + "/camunda/app/" + application + "/default/";
        var open = Pattern.compile(".*/camunda/app/" + application + "/default/#.*");
        page.navigate(address);
        signIn(page, person);
        assertThat(page).hasURL(open);

        page.locator(".account .dropdown-toggle").click();
        page.locator(".account .logout a").click();
        assertThat(page).hasURL(Pattern.compile(".*:\\d+/login$"));

        signIn(page, person);
        assertThat(page).hasURL(open);
    }

    @Test
    void isToldTwoMinutesBeforeASessionEndsAndCanBePutOff() {
        var page = chromium.newPerson();
        page.clock().install();
        page.navigate("http://localhost:" + port + "/start/sharing-project");
        signIn(page, "lead.manchester");
        assertThat(page.getByLabel("Title of the project")).isVisible();
        page.waitForLoadState();
        var soon = page.getByText("You will be signed out in two minutes");
        var over = page.getByText("You were signed out.");

        // The clock goes on by itself between these lines, on a busy machine for some seconds.
        page.clock().fastForward("27:00");
        assertThat(soon).isHidden();
        page.clock().fastForward("01:00");
        assertThat(soon).isVisible();
        for (int width : new int[] {1280, 320}) {
            page.setViewportSize(width, 900);
            Assertions.assertThat(Barriers.barriers(page)).isEmpty();
        }
        page.getByLabel("Title of the project").focus();
        page.getByText("Stay signed in").click();
        assertThat(soon).isHidden();
        assertThat(page.getByLabel("Title of the project")).isFocused();

        page.clock().fastForward("20:00");
        page.getByLabel("Title of the project").fill("Homes at risk");
        page.clock().fastForward("00:02");
        // The page takes the answer later than it comes: only what it then says shows that the time has begun again.
        assertThat(page.locator("#_saved")).containsText("Saved at");
        page.clock().fastForward("27:00");
        assertThat(soon).isHidden();
        page.clock().fastForward("03:00");
        assertThat(over).isVisible();
        assertThat(soon).isHidden();
    }

    private static void signIn(Page page, String person) {
        page.getByLabel("User name").fill(person);
        page.getByLabel("Password").fill("demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }
}
