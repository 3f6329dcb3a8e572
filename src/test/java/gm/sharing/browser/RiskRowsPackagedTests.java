package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import gm.sharing.DemoApplication;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.GradedRisk;
import gm.sharing.dpia.Likelihood;
import gm.sharing.dpia.RiskSuggestion;
import gm.sharing.dpia.Severity;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The register of risks in Tasklist as a lead fills it in: suggestions kept and removed, own risks added, all sent. */
@DemoApplication
class RiskRowsPackagedTests {

    private static final OrganisationCode MANCHESTER = new OrganisationCode("manchester");
    private static final Person LEAD = ProjectFixture.leadOf(MANCHESTER);
    private static final int SUGGESTED = 7;

    private static Chromium chromium;

    @Autowired
    private Projects projects;

    @Autowired
    private Dpias dpias;

    @Autowired
    private RuntimeService runtime;

    @LocalServerPort
    private int port;

    private ProjectReference reference;

    private Page page;

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

    @BeforeEach
    void openTheFormWithSevenSuggestions() {
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), LEAD);
        projects.describeNeeds(reference, ProjectFixture.needs(), LEAD);
        projects.namePartners(
                reference, ProjectFixture.partners(MANCHESTER, ProjectFixture.BOLTON, ProjectFixture.BURY), LEAD);
        AssessedProjects.screen(dpias, reference);
        dpias.suggestRisks(
                reference,
                IntStream.rangeClosed(1, SUGGESTED)
                        .mapToObj(number -> new RiskSuggestion(
                                "risk-" + number,
                                "Source " + number,
                                "Harm " + number,
                                Likelihood.PROBABLE,
                                Severity.SIGNIFICANT,
                                "Measure " + number))
                        .toList());
        runtime.createProcessInstanceByKey("dpia")
                .businessKey(reference.value())
                .setVariables(Map.of("lead", LEAD.id(), "leadOrganisation", "manchester", "urgency", "normal"))
                .startBeforeActivity("Task_DpiaRisks")
                .execute();
        page = chromium.newPerson();
        page.navigate("http://localhost:" + port + "/login");
        page.fill("#username", LEAD.id());
        page.fill("#password", "demo");
        page.click("main button");
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
        // Other tests of this application leave tasks to the same lead.
        page.locator(".task")
                .filter(new Locator.FilterOptions().setHasText(reference.value()))
                .click();
        assertThat(rows()).hasCount(SUGGESTED);
    }

    @Test
    void carriesSuggestionsAndOwnRisksWithTheirNumbersAndOwners() {
        assertThat(page.locator(".fjs-form")).containsText("Suggested: R1, R2, R3, R4, R5, R6, R7");

        assertThat(rows().nth(2)).containsText("Risk R3");
        rows().nth(2).locator(".fjs-repeat-row-remove").click();
        assertThat(rows()).hasCount(SUGGESTED - 1);
        for (int row = 0; row < SUGGESTED - 1; row++) {
            judge(rows().nth(row), "It reduces the risk", "Remote", "Significant", "IG officer, Bolton Council");
        }
        judge(add("Our first harm"), "It eliminates the risk", "Remote", "Severe", "Project lead");
        judge(add("Our second harm"), "Nothing: the risk is accepted", "Possible", "Severe", "Project lead");
        page.locator(".fjs-form h1").click();
        page.locator("button:has-text('Complete')").last().click();
        assertThat(page.locator(".fjs-form")).hasCount(0);

        Dpia dpia = dpias.get(reference);
        assertThat(dpia.risks())
                .extracting(
                        graded -> graded.risk().label(), graded -> graded.risk().impact())
                .containsExactly(
                        tuple("R1", "Harm 1"),
                        tuple("R2", "Harm 2"),
                        tuple("R4", "Harm 4"),
                        tuple("R5", "Harm 5"),
                        tuple("R6", "Harm 6"),
                        tuple("R7", "Harm 7"),
                        tuple("R8", "Our first harm"),
                        tuple("R9", "Our second harm"));
        assertThat(dpia.risks())
                .extracting(GradedRisk::ownerName)
                .containsOnly("IG officer, Bolton Council", "Project lead");
        assertThat(dpia.risks()).filteredOn(GradedRisk::staysHigh).hasSize(1);
        assertThat(dpia.riskRegister().openSuggestions()).isEmpty();
    }

    /** A new row, its selects chosen with the keyboard alone. */
    private Locator add(String harm) {
        int before = rows().count();
        page.locator(".fjs-repeat-render-add").click();
        assertThat(rows()).hasCount(before + 1);
        Locator added = rows().nth(before);
        assertThat(added).containsText("New risk");
        textarea(added, "Where does the risk come from?").fill("Our own source");
        textarea(added, "What may happen to people?").fill(harm);
        press(added, "How likely is harm, without", 1);
        press(added, "How severe, without", 2);
        textarea(added, "What do you do about it?").fill("Our own measure");
        return added;
    }

    /** Tasklist takes a key for the option that it shows as chosen, and shows that a moment after the key before. */
    private void press(Locator row, String label, int down) {
        Locator select = field(row, label).locator("input");
        Locator options = field(row, label).locator(".fjs-dropdownlist-item");
        select.focus();
        for (int option = 0; option <= down; option++) {
            if (option > 0) {
                select.press("ArrowDown");
            }
            assertThat(options.nth(option)).hasClass(Pattern.compile("\\bfocused\\b"));
        }
        select.press("Enter");
        assertThat(options).hasCount(0);
    }

    private void judge(Locator row, String effect, String likelihood, String severity, String owner) {
        choose(row, "What does the measure do", effect);
        choose(row, "How likely is harm, with the", likelihood);
        choose(row, "How severe, with the", severity);
        choose(row, "Who is responsible for the measure?", owner);
    }

    private Locator rows() {
        return page.locator(".fjs-repeat-row-container");
    }

    private Locator field(Locator row, String label) {
        return row.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".fjs-form-field-label")
                                .filter(new Locator.FilterOptions().setHasText(label))))
                .last();
    }

    private Locator textarea(Locator row, String label) {
        return field(row, label).locator("textarea");
    }

    private void choose(Locator row, String label, String option) {
        Locator field = field(row, label);
        field.locator(".fjs-input-group").click();
        field.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + option)))
                .click();
    }
}
