package gm.sharing.browser;

import static gm.sharing.browser.Barriers.barriers;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import gm.sharing.Visitor;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.Dpias;
import gm.sharing.ethics.AlgorithmRecord;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectFixture;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.PartnersQuestions;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.Step;
import gm.sharing.workflow.model.BeforeTheGate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** Every page held to WCAG 2.2 AA as far as a machine can tell, wide and narrow. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=false")
@ActiveProfiles("demo")
@Import(AgreementScenario.class)
class AccessiblePagesPackagedTests {

    private static final AlgorithmRecord SCORE =
            new AlgorithmRecord("Early help score", "https://example.org/score", "score@example.org");

    private static Chromium chromium;

    @Autowired
    AgreementScenario scenario;

    @Autowired
    PartnersQuestions questions;

    @Autowired
    Dpias dpias;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Clock clock;

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
    void publicPagesHaveNoKnownBarrier() {
        var project = scenario.publishedWith(SCORE, "Children who move between boroughs");
        var page = chromium.newPerson();

        for (var path : List.of(
                "/",
                "/login",
                "/login?error",
                "/login?wait=12",
                "/login?ended",
                "/login?logout",
                "/register",
                "/register?words=children",
                "/register/" + project,
                "/register/" + project + "/agreement.html",
                "/register/algorithms",
                "/register/check",
                "/register/check?digest=12",
                "/register/nothing-here")) {
            hasNoKnownBarrier(page, path);
        }
    }

    @Test
    void pagesOfAProjectHaveNoKnownBarrier() {
        var project = scenario.sentForSignOff("Hospital discharge and housing");
        scenario.sign(project, ProjectFixture.BURY, Decision.REQUEST_CHANGES);
        questions.ask(
                new SignOffId(project, 1, ProjectFixture.WIGAN),
                Step.REVIEW,
                Role.IG_OFFICER,
                "Which system is meant?",
                SignOffFixture.person("ig", ProjectFixture.WIGAN));
        var page = signedIn("lead.manchester");

        for (var path : List.of(
                "/work",
                "/work?words=nothing+is+called+so&state=overdue",
                "/work/projects",
                "/work/projects?sort=due&role=dpo&stage=4",
                "/work/colleagues",
                "/handbook",
                "/handbook/deadlines",
                "/handbook/glossary",
                "/handbook/examples",
                "/handbook/start/sharing-project",
                "/handbook/steps/partner-sign-off/Task_ReviewAgreement",
                "/handbook/steps/nothing/Task_Nothing",
                "/projects",
                "/projects?list=own&state=in-sign-off&leader=manchester",
                "/projects?words=nothing+is+called+so",
                "/projects/" + project,
                "/projects/" + project + "/agreement/1.0",
                "/projects/" + project + "/missing-organisation",
                "/projects/" + project + "/lead",
                "/projects/nothing")) {
            hasNoKnownBarrier(page, path);
        }

        page.navigate(at("/projects/" + project));
        page.click("text=Withdraw the project");
        assertThat(page.title()).startsWith("Withdraw the project");
        assertThat(barriers(page)).isEmpty();
        page.click("button:has-text('Withdraw the project')");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(barriers(page)).isEmpty();
    }

    @Test
    void risksAndMeasuresHaveNoKnownBarrier() {
        var project = scenario.sentWithMeasures("Measures that are followed up");
        var page = signedIn("lead.manchester");

        for (var path : List.of(
                "/projects/" + project,
                "/measures",
                "/measures?show=overdue",
                "/measures?words=nothing+is+called+so&sort=owner",
                "/measures?show=all&owner=mine&project=" + project,
                "/measures?owner=nobody")) {
            hasNoKnownBarrier(page, path);
        }
    }

    @Test
    void theAssessmentHasNoKnownBarrier() {
        var project = scenario.sentWithDpia("An assessment that is revised");
        AssessedProjects.revise(dpias, project);
        var page = signedIn("dpo.manchester");

        for (var path : List.of("", "/3", "/draft", "/changes?from=3&to=draft", "/changes?from=1&to=3")) {
            hasNoKnownBarrier(page, "/projects/" + project + "/dpia" + path);
        }
    }

    @Test
    void absencesAndPassingATaskHaveNoKnownBarrier() {
        var project = scenario.sentForSignOff("A task that is passed");
        BeforeTheGate.deploy(engine, "access/check.bpmn");
        var instance = runtime.startProcessInstanceByKey(
                "access-check",
                project.value(),
                Map.of("partner", "manchester", "lead", "lead.manchester", "due", new Date()));
        var task = "/tasks/"
                + tasks.createTaskQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getId() + "/pass";
        var page = signedIn("ig.manchester");

        page.navigate(at("/absence"));
        page.click("text=Record absence");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(barriers(page)).isEmpty();
        Visitor.day("first", LocalDate.now(clock)).forEach((id, number) -> page.fill("#" + id, number));
        Visitor.day("last", LocalDate.now(clock).plusDays(4)).forEach((id, number) -> page.fill("#" + id, number));
        page.selectOption("#deputy", "dpo.manchester");
        page.click("text=Record absence");
        assertThat(page.textContent("main")).contains("Deborah Schofield is told.");
        assertThat(barriers(page)).isEmpty();
        hasNoKnownBarrier(page, "/absence");
        hasNoKnownBarrier(page, "/notifications");

        page.navigate(at(task));
        page.click("text=Pass the task");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(barriers(page)).isEmpty();
        page.selectOption("#colleague", "ig2.manchester");
        page.click("text=Pass the task");
        assertThat(page.textContent("main"))
                .contains("Passed to Stephen Mbeki, who is told.", "Check · A task that is passed");
        assertThat(barriers(page)).isEmpty();
        hasNoKnownBarrier(page, task);
        hasNoKnownBarrier(page, "/projects/" + project);

        page.navigate(at("/absence"));
        page.click("text=End it now");
        assertThat(page.textContent("main")).contains("No absences recorded.");
        runtime.deleteProcessInstance(instance.getId(), "looked at");
    }

    @Test
    void bankHolidaysHaveNoKnownBarrier() {
        var day = workingDays.from(LocalDate.now(clock).plusYears(2), 0);
        var page = signedIn("admin");

        page.navigate(at("/working-days"));
        page.fill("#day", "31");
        page.click("text=Add this bank holiday");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.inputValue("#day")).isEqualTo("31");
        assertThat(barriers(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/working-days-refused.png")));
        page.fill("#day", Integer.toString(day.getDayOfMonth()));
        page.fill("#month", Integer.toString(day.getMonthValue()));
        page.fill("#year", Integer.toString(day.getYear()));
        page.fill("#name", "Coronation");
        page.click("text=Add this bank holiday");
        assertThat(page.textContent("main"))
                .contains("is a bank holiday.", "Coronation")
                .doesNotContain("null");
        assertThat(barriers(page)).isEmpty();
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots/working-days.png")));
        hasNoKnownBarrier(page, "/working-days");

        page.click("button:has-text('Take back')");
        assertThat(page.textContent("main")).contains("is a working day again.", "There are none from today on.");
    }

    @Test
    void standingMandatesHaveNoKnownBarrier() {
        var page = signedIn("signatory.bury");

        hasNoKnownBarrier(page, "/organisations/bury/mandates");
        page.click("text=Give this mandate");
        assertThat(page.title()).startsWith("Error: Standing mandates");
        assertThat(barriers(page)).isEmpty();
        page.click("a:has-text('What may be signed?')");
        page.check("text=The title");
        page.fill("#post", "Senior Information Risk Owner");
        Visitor.day("from", LocalDate.now(clock)).forEach((id, number) -> page.fill("#" + id, number));
        Visitor.day("until", LocalDate.now(clock).plusMonths(3)).forEach((id, number) -> page.fill("#" + id, number));
        page.click("text=Give this mandate");
        hasNoKnownBarrier(page, "/organisations/bury/mandates");
    }

    @Test
    void organisationsHaveNoKnownBarrier() {
        var page = signedIn("admin");

        for (var path : List.of(
                "/insight?change=partner-sign-off-1",
                "/insight?fromDay=31",
                "/organisations",
                "/organisations?words=nothing-here",
                "/organisations/bolton",
                "/organisations/to-complete",
                "/organisations/bolton/terms",
                "/organisations/bolton/people",
                "/organisations/bolton/people/ig.bolton",
                "/organisations/import-organisations",
                "/organisations/import-people",
                "/organisations/bolton/names",
                "/organisations/bolton/standing",
                "/organisations/bolton/consent",
                "/organisations/bolton/registration",
                "/organisations/bolton/contacts",
                "/organisations/bolton/officers",
                "/organisations/bolton/succession",
                "/organisations/bolton/assurances/dspt",
                "/organisations/bolton/assurances/iso-27001",
                "/organisations/bolton/signatories/new",
                "/organisations/bolton/processors/new",
                "/leaving",
                "/leaving/ig.bolton",
                "/sign-ins/ig.bolton",
                "/signed-in",
                "/unreached",
                "/faults",
                "/security-record",
                "/add-organisation")) {
            hasNoKnownBarrier(page, path);
            page.setViewportSize(1400, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots" + path.replaceAll("[?=]", "-") + ".png")));
        }
        page.click("main .govuk-button-group button");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(barriers(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/add-organisation-refused.png")));
    }

    @Test
    void importsAreCheckedAndDoneWithoutAKnownBarrier() {
        var page = signedIn("admin");

        checks(page, "organisations", "code,name,sector\nimported1,Imported One,Nonsense\n");
        assertThat(page.textContent("main")).contains("Council");
        checks(page, "organisations", "code,name,sector\nimported1,Imported One,Other\n");
        page.click("main button");
        assertThat(page.textContent("main")).contains("1 added");
        assertThat(barriers(page)).isEmpty();
        checks(page, "people", "name,email,organisation,roles\nPat Imported,pat@imported.example,imported1,ig\n");
    }

    private void checks(Page page, String kind, String lines) {
        page.navigate(at("/organisations/import-" + kind));
        page.setInputFiles("#file", new FilePayload("import.csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8)));
        page.click("main button");
        hasNoKnownBarrier(page, URI.create(page.url()).getPath());
    }

    @Test
    void theFirstStepOfTheKeyboardLeadsToTheContent() {
        var page = chromium.newPerson();
        page.navigate(at("/register"));

        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    }

    private Page signedIn(String who) {
        var page = chromium.newPerson();
        page.navigate(at("/login"));
        page.fill("#username", who);
        page.fill("#password", "demo");
        page.click("main button");
        return page;
    }

    private void hasNoKnownBarrier(Page page, String path) {
        page.navigate(at(path));
        assertThat(Barriers.atEachWidth(page)).as(path).isEmpty();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
