package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import gm.sharing.DemoApplication;
import gm.sharing.journeys.RestDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of what somebody typed when they leave the form or the session ends, for them and for whoever comes next to the desk. */
@DemoApplication
class EndedSessionsPackagedTests {

    private static final String LEAD = "lead.salford";
    private static final String TYPED = "Typed before the session ended";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private String project;
    private Tasklist tasklist;

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

    @BeforeEach
    void typeIntoAForm() {
        project = start();
        tasklist = Tasklist.signIn(chromium.newPerson(), address(), LEAD);
        tasklist.openTask("Describe", project);
        tasklist.form().locator("textarea").first().fill(TYPED);
        tasklist.form().locator("textarea").first().blur();
    }

    @Test
    void givesBackWhatWasTypedIntoTasklistAfterSigningInAgain() {
        var page = tasklist.page();
        endSession();

        tasklist.tryToComplete();
        assertThat(page).hasURL(Pattern.compile(".*/login\\?ended$"));
        shoot(page, "session-ended");
        signIn(page, LEAD);

        tasklist.openTask("Describe", project);
        assertThat(tasklist.form().locator("textarea").first()).hasValue(TYPED);
    }

    @Test
    void givesNothingOfItToWhoeverSignsInNext() {
        var page = tasklist.page();
        endSession();
        tasklist.tryToComplete();
        assertThat(page).hasURL(Pattern.compile(".*/login\\?ended$"));
        assertThat(kept(page)).contains(TYPED);

        signIn(page, "lead.manchester");
        assertThat(page.getByText("Start process").first()).isVisible();

        assertThat(kept(page)).doesNotContain(TYPED);
    }

    @Test
    void givesBackWhatWasTypedAfterAnotherTaskOrAnotherLoad() {
        var another = start();
        tasklist.openTask("Describe", project);
        assertThat(tasklist.form().locator("textarea").first()).hasValue(TYPED);

        tasklist.form().locator("textarea").first().fill("Typed last");
        tasklist.form().locator("textarea").first().blur();
        choose(another);
        assertThat(tasklist.form().locator("textarea").first()).hasValue("");
        choose(project);
        assertThat(tasklist.form().locator("textarea").first()).hasValue("Typed last");
    }

    @Test
    void keepsNothingOfAFormThatNobodyTouched() {
        var page = tasklist.page();
        page.evaluate("localStorage.clear()");
        page.evaluate("window.onpagehide = () => localStorage.clear()");

        tasklist.openTask("Describe", project);
        tasklist.openTask("Describe", project);

        assertThat(kept(page)).doesNotContain("camunda-form:");
    }

    @Test
    void leavesNothingBehindWhenSomebodySignsOutOfTasklist() {
        var page = tasklist.page();
        save(page);

        page.locator(".account .dropdown-toggle").click();
        page.locator(".account .logout a").click();
        assertThat(page).hasURL(Pattern.compile(".*:\\d+/login$"));

        assertThat(kept(page)).doesNotContain(TYPED);
        signIn(page, LEAD);
        assertThat(page.getByText("Start process").first()).isVisible();
    }

    @Test
    void leavesNothingBehindWhenSomebodySignsOutOfThePages() {
        var page = tasklist.page();
        save(page);

        page.navigate(address() + "/projects");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/login\\?logout$"));

        assertThat(kept(page)).doesNotContain(TYPED);
        signIn(page, LEAD);
        assertThat(page).hasURL(address() + "/work");
    }

    @Test
    void saysOnPagesThatWhatWasSentIsNotSaved() {
        var page = tasklist.page();
        page.navigate(address() + "/absence");
        endSession();

        page.getByText("Record absence").click();

        assertThat(page).hasURL(Pattern.compile(".*/login\\?ended$"));
        assertThat(page.locator("main")).containsText("so you were signed out. What you sent last was not saved");
        shoot(page, "session-ended-on-page");
        signIn(page, LEAD);
        assertThat(page).hasURL(address() + "/work");
    }

    /** Its task in the list that is shown. */
    private void choose(String one) {
        tasklist.listedOf(one).first().click(new Locator.ClickOptions().setPosition(20, 20));
        assertThat(tasklist.form()).containsText(one);
    }

    private String start() {
        return new RestDriver(port, "demo")
                .start(
                        LEAD,
                        Map.of(
                                "title", "Sessions that end",
                                "urgency", "normal",
                                "visionWho", "social workers",
                                "visionNeed", "need to see who supports a family",
                                "visionWhat", "contacts",
                                "visionBetween", "councils",
                                "visionBenefit", "help earlier",
                                "visionMeasure", "fewer repeat referrals"));
    }

    private void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .first()
                .click();
        assertThat(kept(page)).contains(TYPED);
    }

    /** As when nothing was asked for half an hour. */
    private void endSession() {
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(LEAD)
                .update();
    }

    /** Asked again while the page changes to another. */
    private static String kept(Page page) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInSameThread()
                .ignoreExceptions()
                .until(
                        () -> (String) page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"),
                        Objects::nonNull);
    }

    private static void signIn(Page page, String person) {
        page.fill("#username", person);
        page.fill("#password", "demo");
        page.click("main button");
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
