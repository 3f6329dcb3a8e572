package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.journeys.Signable;
import gm.sharing.journeys.TestPeople;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An account is disabled while its person has a form open: they are told so, nothing is half done, and others go on. */
@DemoApplication
class LeavingPackagedTests {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    private String person;
    private Page page;

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
    void hire() {
        person = "lee."
                + UUID.randomUUID().toString().substring(0, 8).replace('1', '7').replace('0', '8');
        var identity = engine.getIdentityService();
        var user = identity.newUser(person);
        user.setFirstName("Lee");
        user.setLastName("Ward");
        user.setEmail(person + "@bolton.example");
        user.setPassword(TestPeople.PASSWORD);
        identity.saveUser(user);
        List.of("org-bolton", "signatory-bolton").forEach(group -> identity.createMembership(person, group));
        page = chromium.newPerson();
        page.navigate(at("/login"));
        signIn();
        assertThat(page).hasURL(at("/work"));
    }

    @AfterEach
    void leave() {
        engine.getIdentityService().deleteUser(person);
    }

    @Test
    void isToldInTasklistAndTheTaskGoesBackToItsRole() {
        var project = Signable.byBolton(engine, "Left in the middle");
        var tasklist = Tasklist.of(page, at(""));
        tasklist.claimTask("Sign the agreement", project);
        var task = Signable.task(engine, project);
        tasklist.choose("What does your organisation decide?", "Sign")
                .fill("Your role", "Director of resources")
                .tick("I may make this decision");

        disable();
        tasklist.tryToComplete();

        assertThat(page).hasURL(at("/login?ended"));
        assertThat(page.locator("main")).containsText("What you sent last was not saved");
        shoot("disabled-in-tasklist");
        isToldWhySignInIsRefused();
        Assertions.assertThat(Signable.task(engine, project))
                .as("the very task, as it was")
                .isEqualTo(task);
        Assertions.assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isNull();
        var colleague = Tasklist.signIn(chromium.newPerson(), at(""), "signatory2.bolton");
        colleague.claimTask("Sign the agreement", project);
        colleague
                .choose("What does your organisation decide?", "Sign")
                .fill("Your role", "Chief executive")
                .tick("I may make this decision")
                .complete();
    }

    @Test
    void isToldOnPagesThatNothingWasSaved() {
        page.navigate(at("/absence"));

        disable();
        page.getByText("Record absence").click();

        assertThat(page).hasURL(at("/login?ended"));
        assertThat(page.locator("main"))
                .containsText("your account was changed, so you were signed out. What you sent");
        isToldWhySignInIsRefused();
    }

    private void isToldWhySignInIsRefused() {
        signIn();
        assertThat(page).hasURL(at("/login?disabled"));
        assertThat(page.locator(".govuk-error-summary")).containsText("Your account has been disabled");
        assertThat(page.locator("main")).containsText("ask your organisation’s administrator");
        Assertions.assertThat(Barriers.barriers(page)).isEmpty();
        shoot("disabled-sign-in");
    }

    private void disable() {
        Assertions.assertThat(Visitor.signedIn(port, "admin.bolton")
                        .submit("/absence", "/leaving/" + person + "/disable", Map.of("reason", "Has left."))
                        .statusCode())
                .isEqualTo(302);
    }

    private void signIn() {
        page.fill("#username", person);
        page.fill("#password", TestPeople.PASSWORD);
        page.click("main button");
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
