package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.Visitor;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.standing.StandingConditions;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Standing conditions in Tasklist: an owner changes the table while a review's form is open. */
@DemoApplication
class StandingConditionsPackagedTests {

    private static final OrganisationCode BURY = ProjectFixture.BURY;
    private static final String TABLE = "standing-conditions-bury.dmn";

    private static Chromium chromium;

    @Autowired
    private AgreementScenario scenario;

    @Autowired
    private StandingConditions kept;

    @Autowired
    private RuntimeService runtime;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void takeTheTableBack(@Autowired RepositoryService repository) {
        repository
                .createDeploymentQuery()
                .deploymentName(TABLE)
                .list()
                .forEach(one -> repository.deleteDeployment(one.getId(), true));
    }

    @Test
    void showsThemInWordsAndKeepsTheVersionThatWasShown() {
        String table = Shipped.text("standing-conditions-bolton.dmn")
                .replace("standing-conditions-bolton", "standing-conditions-bury");
        deploy(table);
        ProjectReference reference = scenario.sentForSignOff("Plans that move");
        ask(reference);

        var officer = Tasklist.signIn(chromium.newPerson(), "http://localhost:" + port, "ig.bury");
        officer.claimTask("Review the agreement", reference.value());
        Locator conditions =
                officer.form().locator("table").filter(new Locator.FilterOptions().setHasText("A DPIA is approved"));
        assertThat(conditions.getByRole(AriaRole.COLUMNHEADER))
                .containsText(new String[] {"Condition", "Answer", "Of what", "Reason"});
        assertThat(conditions).containsText("A person must look");
        assertThat(conditions).containsText("There is no DPIA. Ask the lead where the information is held.");
        assertThat(officer.form()).containsText("It decides nothing: you do.");
        conditions.scrollIntoViewIfNeeded();
        officer.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/standing-conditions.png")));

        deploy(table.replace("camunda:versionTag=\"1.0\"", "camunda:versionTag=\"1.1\""));
        officer.choose("What do you advise?", "Sign");
        officer.complete();

        assertThat(kept.of(reference, List.of(BURY))).singleElement().satisfies(one -> {
            assertThat(one.from().tag()).isEqualTo("1.0");
            assertThat(one.conditions()).hasSizeGreaterThanOrEqualTo(5);
        });
        Page page = officer.page();
        page.navigate("http://localhost:" + port + "/projects/" + reference);
        page.getByText("Bury Council, version 1.0 of the agreement").first().click();
        assertThat(page.locator("section[aria-labelledby=conditions]")).containsText("A person must look");
        assertThat(page.locator("section[aria-labelledby=conditions]")).containsText("version 1.0 of the conditions");
        page.locator("section[aria-labelledby=conditions]").scrollIntoViewIfNeeded();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/standing-conditions-page.png")));
        page.setViewportSize(320, 800);
        page.locator("section[aria-labelledby=conditions]").scrollIntoViewIfNeeded();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/standing-conditions-320.png")));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 320"))
                .isTrue();
    }

    private void deploy(String table) {
        var answer = Visitor.program(port, "owner").deploy(TABLE, Map.of(TABLE, table));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void ask(ProjectReference reference) {
        runtime.createProcessInstanceByKey("partner-sign-off")
                .businessKey(reference.value())
                .setVariables(Map.of(
                        "partner",
                        BURY.value(),
                        "round",
                        1,
                        "lead",
                        AgreementScenario.LEAD.id(),
                        "leadOrganisation",
                        "manchester",
                        "urgency",
                        "normal",
                        "caldicott",
                        false,
                        "signatories",
                        1,
                        "signOffDue",
                        new Date()))
                .startBeforeActivity("Task_ReviewAgreement")
                .execute();
    }
}
