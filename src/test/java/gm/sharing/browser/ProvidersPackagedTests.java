package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import gm.sharing.IdentityProvider;
import gm.sharing.WithProviders;
import gm.sharing.journeys.Signable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sign-in, sign-out and a second factor with an identity provider, in a real browser with its rules for redirects. */
class ProvidersPackagedTests extends WithProviders {

    private static final String SIGNATORY = "signatory2.bolton";

    private static Chromium chromium;

    @Autowired
    ProcessEngine engine;

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

    @Test
    void leadsToThePageAskedForAndSignsOutOfBoth() {
        var person = account("org-bolton", "ig-bolton");
        PROVIDER.knows(
                person,
                Map.of("email", person + "@bolton.example", "email_verified", true, "groups", List.of("SJ-IG")));
        var page = chromium.newPerson();
        page.navigate(at("/measures"));
        looksRight(page, "sign-in-with-providers");

        press(page, "Sign in with Bolton sign-in");
        signInThere(page, person);
        assertThat(page).hasURL(at("/measures"));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page).hasURL(at("/login?logout"));
        press(page, "Sign in with Bolton sign-in");
        assertThat(page.locator("input[name=password]")).isVisible();
        signInThere(page, person);
        assertThat(page).hasURL(at("/work"));

        page.navigate(at("/camunda/app/tasklist/default/"));
        page.locator(".account .dropdown-toggle").click();
        page.locator(".account .logout a").click();
        assertThat(page).hasURL(at("/login?logout"));
        press(page, "Sign in with Bolton sign-in");
        assertThat(page.locator("input[name=password]")).isVisible();
    }

    @Test
    void tellsWhoeverIsUnknownWhomToAsk() {
        PROVIDER.knows("unknown", Map.of("email", "unknown@bolton.example", "email_verified", true));
        var page = chromium.newPerson();
        page.navigate(at("/login"));

        press(page, "Sign in with Greater Manchester sign-in");
        signInThere(page, "unknown");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ask the administrator of your organisation");
        looksRight(page, "sign-in-refused");
    }

    @Test
    void keepsWhatWasTypedWhileThePersonSignsInWithASecondFactor() {
        PROVIDER.knows(
                SIGNATORY,
                Map.of(
                        "email",
                        SIGNATORY + "@demo.invalid",
                        "email_verified",
                        true,
                        "groups",
                        List.of("SJ-SIGN"),
                        "has_second_factor",
                        true));
        var project = Signable.byBolton(engine, "Signed in a browser");
        var page = chromium.newPerson();
        page.navigate(at("/login"));
        press(page, "Sign in with Bolton sign-in");
        signInThere(page, SIGNATORY);
        assertThat(page).hasURL(at("/work"));
        var tasklist = Tasklist.of(page, at(""));
        tasklist.claimTask("Sign the agreement", project);
        tasklist.choose("What does your organisation decide?", "Sign")
                .fill("Your role", "Director of resources")
                .tick("I may make this decision");

        tasklist.tryToComplete();
        assertThat(page.locator("body")).containsText(Pattern.compile("Your sign-in had no second factor"));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/no-second-factor.png")));

        var other = page.context().newPage();
        other.navigate(at("/second-factor"));
        looksRight(other, "second-factor");
        press(other, "Sign in with Bolton sign-in");
        signInThere(other, SIGNATORY);
        assertThat(other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("You signed in with a second factor");
        looksRight(other, "second-factor-given");

        assertThat(page.getByLabel("Your role")).hasValue("Director of resources");
        tasklist.complete();
    }

    /** What a page of the service's own looks like whose rows come from providers. */
    @Test
    void showsAdministratorsWhichLinksThereAre() {
        var admin = account("camunda-admin");
        var page = chromium.newPerson();
        page.navigate(at("/login"));
        press(page, "Sign in with Greater Manchester sign-in");
        signInThere(page, admin);

        page.navigate(at("/sign-ins/" + admin));
        looksRight(page, "links-to-providers");
        press(page, "End the link");
        assertThat(page).hasTitle(Pattern.compile("^Error: "));
        looksRight(page, "links-to-providers-refused");
        page.getByLabel("Which provider?").selectOption("Greater Manchester sign-in");
        page.getByLabel("Reason").fill("Has a new account there.");
        press(page, "End the link");
        assertThat(page).hasURL(at("/login"));
    }

    /** The engine's web applications know no other people than the pages do, whatever way they came by. */
    @Test
    void opensTheWebApplicationsToThoseToWhomTheyAreOpenByPassword() {
        var owner = opened(account("org-bolton", "process-owners"));
        owner.navigate(at("/camunda/app/cockpit/default/"));
        assertThat(owner.locator(".cockpit-section-dashboard, .dashboard").first())
                .isVisible();
        assertThat(owner.locator("body")).containsText("Pat Provided");

        var admin = opened(account("camunda-admin"));
        admin.navigate(at("/camunda/app/admin/default/"));
        assertThat(admin.locator("body")).containsText("Pat Provided");
        assertThat(admin.getByText("List of users").first()).isVisible();
    }

    private Page opened(String person) {
        var page = chromium.newPerson();
        page.navigate(at("/login"));
        press(page, "Sign in with Greater Manchester sign-in");
        signInThere(page, person);
        assertThat(page).hasURL(at("/work"));
        return page;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    /** On the provider's own page, which it shows to whoever it does not know any more. */
    private static void signInThere(Page page, String person) {
        var name = page.locator("input[name=username]");
        if (page.url().contains(":" + PROVIDER.port() + "/")) {
            name.fill(person);
            page.locator("input[name=password]").fill(IdentityProvider.PASSWORD);
            page.locator("button[type=submit]").click();
        }
    }

    private static void looksRight(Page page, String picture) {
        for (var width : List.of(320, 1400)) {
            page.setViewportSize(width, 900);
            Assertions.assertThat(Barriers.barriers(page))
                    .as(picture + " at " + width)
                    .isEmpty();
            Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(picture + " at " + width)
                    .isEqualTo(true);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + picture + ".png")));
    }
}
