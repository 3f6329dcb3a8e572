package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import gm.sharing.DemoApplication;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.Flow;
import gm.sharing.project.FlowList;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rows in Tasklist: more than form-js shows by itself, edited, removed, added and sent, as a lead does it. */
@DemoApplication
class FlowRowsPackagedTests {

    private static final OrganisationCode MANCHESTER = new OrganisationCode("manchester");
    private static final Person LEAD = ProjectFixture.leadOf(MANCHESTER);
    private static final int SEVEN = 7;

    private static Chromium chromium;

    @Autowired
    private Projects projects;

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
    void openTheFormWithSevenFlows() {
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), LEAD);
        projects.describeNeeds(reference, ProjectFixture.needs(), LEAD);
        projects.namePartners(reference, ProjectFixture.partners(MANCHESTER, BOLTON, BURY), LEAD);
        projects.describeFlows(reference, new FlowList(sevenFlows(), List.of()), LEAD);
        runtime.createProcessInstanceByKey("sharing-project")
                .businessKey(reference.value())
                .setVariables(Map.of("lead", LEAD.id(), "leadOrganisation", "manchester", "urgency", "normal"))
                .startBeforeActivity("Task_DescribeFlows")
                .execute();
        page = chromium.newPerson();
        page.navigate("http://localhost:" + port + "/login");
        page.fill("#username", LEAD.id());
        page.fill("#password", "demo");
        page.click("main button");
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
        page.locator(".task")
                .filter(new Locator.FilterOptions().setHasText(reference.value()))
                .click();
        assertThat(rows()).hasCount(SEVEN);
    }

    private static List<Flow> sevenFlows() {
        return Stream.concat(
                        Stream.of(ProjectFixture.flow(MANCHESTER, BOLTON, BURY)),
                        Stream.generate(() -> ProjectFixture.flow(BOLTON, MANCHESTER)))
                .limit(SEVEN)
                .toList();
    }

    @Test
    void carriesEveryRowAsItWasLeft() {
        String longText = "Every plan. ".repeat(2_500);
        textarea(rows().first(), "What is shared").fill(longText);
        rows().nth(3).locator(".fjs-repeat-row-remove").click();
        assertThat(rows()).hasCount(SEVEN - 1);
        page.locator(".fjs-repeat-render-add").click();
        Locator added = rows().nth(SEVEN - 1);
        tag(added, "From", "Bury Council");
        tag(added, "To", "Manchester City Council");
        textarea(added, "What is shared").fill("The name of the school");
        choose(added, "How it is shared", "Read in the provider’s system");
        choose(added, "How often", "Weekly");
        textarea(added, "Security").fill("Two keys");
        choose(added, "Lawful basis", "6(1)(e) Public task");
        tag(added, "Legal powers", "Children Act 2004, section 11");
        no(added, "Does a competent authority");
        complete();

        assertThat(page.locator(".page-notifications"))
                .containsText(
                        "marked in red: Does it hold confidential information about health or adult social care?");
        no(added, "Does it hold confidential information");
        complete();

        assertThat(page.locator(".fjs-form")).hasCount(0);
        List<Flow> flows = projects.get(reference).flows();
        assertThat(flows).hasSize(SEVEN);
        assertThat(flows.get(0).what()).isEqualTo(longText.strip());
        assertThat(flows.get(1)).isEqualTo(ProjectFixture.flow(BOLTON, MANCHESTER));
        assertThat(flows.get(SEVEN - 1)).satisfies(flow -> {
            assertThat(flow.from()).containsExactly(BURY);
            assertThat(flow.to()).containsExactly(MANCHESTER);
            assertThat(flow.frequency()).isEqualTo("weekly");
            assertThat(flow.copyReason()).isNull();
            assertThat(flow.confidentialCare()).isFalse();
        });
    }

    @Test
    void asksForTheLawThatEachPartyNeeds() {
        Locator row = rows().first();
        choose(row, "Lawful basis", "6(1)(f) Legitimate interests");
        assertThat(field(row, "Why does this basis fit?")).isVisible();
        complete();
        assertThat(page.locator(".page-notifications"))
                .containsText(
                        "Flows, row 1, Lawful basis (Article 6 of UK GDPR): Manchester City Council is a public authority and does not rely on 6(1)(f)");

        field(row, "Does a competent authority")
                .locator("input[type=radio]")
                .first()
                .check();
        tag(row, "Who relies on Part 3?", "Manchester City Council");
        assertThat(field(row, "Lawful basis")).isHidden();
        choose(row, "Sensitive processing", "No sensitive processing");
        choose(row, "Basis of the recipients", "6(1)(e) Public task");
        complete();

        assertThat(page.locator(".fjs-form")).hasCount(0);
        assertThat(projects.get(reference).flows().get(0)).satisfies(flow -> {
            assertThat(flow.underPart3()).containsExactly(MANCHESTER);
            assertThat(flow.article6()).isNull();
            assertThat(flow.basisOfRecipients()).isEqualTo("6(1)(e)");
            assertThat(flow.outsideTask()).isNull();
        });
    }

    private Locator rows() {
        return page.locator(".fjs-repeat-row-container");
    }

    private Locator field(Locator row, String label) {
        return row.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".fjs-form-field-label")
                                .filter(new Locator.FilterOptions().setHasText(label))))
                .first();
    }

    private Locator textarea(Locator row, String label) {
        return field(row, label).locator("textarea");
    }

    private void tag(Locator row, String label, String organisation) {
        Locator field = field(row, label);
        field.locator("input").fill(organisation);
        field.locator(".fjs-dropdownlist-item").first().click();
        page.locator(".fjs-form h1").click();
    }

    private void choose(Locator row, String label, String option) {
        Locator field = field(row, label);
        field.locator(".fjs-input-group").click();
        field.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .click();
    }

    private void no(Locator row, String label) {
        field(row, label).locator("input[type=radio]").last().check();
    }

    private void complete() {
        page.locator("button:has-text('Complete')").click();
    }
}
