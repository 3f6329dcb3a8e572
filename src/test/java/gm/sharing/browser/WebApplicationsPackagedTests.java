package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import gm.sharing.DemoApplication;
import gm.sharing.journeys.RestDriver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist, Cockpit, Admin and Welcome do their work through the closed doors, under a policy that evaluates no text. */
@DemoApplication
class WebApplicationsPackagedTests {

    static final Map<String, Object> PROPOSAL = Map.of(
            "title", "Supporting families",
            "urgency", "normal",
            "visionWho", "social workers",
            "visionNeed", "need to see who supports a family",
            "visionWhat", "contacts",
            "visionBetween", "councils",
            "visionBenefit", "help earlier",
            "visionMeasure", "fewer repeat referrals");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    private final Set<String> refused = new ConcurrentSkipListSet<>();
    private final Set<String> complaints = new ConcurrentSkipListSet<>();
    private final AtomicInteger calls = new AtomicInteger();

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
    void tasklistShowsAndTakesTasks() {
        var project = new RestDriver(port, "demo").start("lead.manchester", PROPOSAL);
        var tasklist = signIn("lead.manchester");

        tasklist.openTask("Describe", project);
        for (String tab : List.of("Diagram", "Description", "Form")) {
            tasklist.page()
                    .locator(".task-details .nav-tabs, .tabbed-content, body")
                    .getByText(tab, new Locator.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            settle(tasklist.page());
        }
        for (String control : List.of("Add Comment", "History", "Set follow-up date", "Set due date")) {
            assertThat(tasklist.page()
                            .getByText(control, new Page.GetByTextOptions().setExact(true))
                            .first())
                    .isHidden();
        }
        assertThat(tasklist.page().locator(".meta .assignee")).isVisible();
        assertThat(tasklist.page().locator(".meta button, .meta a, .meta [tabindex]"))
                .hasCount(0);
        tasklist.startForm("Sharing project");
        settle(tasklist.page());

        nothingWasRefused("Tasklist");
    }

    @Test
    void tasklistShowsWhatToDoInParagraphsWithLinks() {
        var project = new RestDriver(port, "demo").start("lead.manchester", PROPOSAL);
        var tasklist = signIn("lead.manchester");
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(project)
                .singleResult();
        task.setDescription(
                """
                Read [the code](https://ico.org.uk/code), <b>all</b> of it.

                Not [this](javascript:alert) and not [that].""");
        engine.getTaskService().saveTask(task);

        tasklist.openTask("Describe", project);
        var page = tasklist.page();
        page.getByText("Description", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        var shown = page.locator(".sharing-description > p");
        assertThat(shown).hasText(new String[] {
            "Read the code, <b>all</b> of it.", "Not [this](javascript:alert) and not [that]."
        });
        assertThat(shown.locator("a")).hasCount(1);
        assertThat(shown.locator("a")).hasAttribute("href", "https://ico.org.uk/code");
        assertThat(page.getByText("[the code]")).isHidden();
        nothingWasRefused("What to do in Tasklist");
    }

    @Test
    void tasklistLeadsToTheTasksPageAndToYourWork() {
        var project = new RestDriver(port, "demo").start("lead.manchester", PROPOSAL);
        var tasklist = signIn("lead.manchester");
        var page = tasklist.page();

        tasklist.openTask("Describe", project);
        var task = page.url().replaceFirst(".*[?&]task=([\\w-]+).*", "$1");
        page.getByText("Open this task on a page of its own").click();
        assertThat(page).hasURL("http://localhost:" + port + "/tasks/" + task);
        assertThat(page.locator("form#_form")).isVisible();

        tasklist.openTask("Describe", project);
        page.getByText("Your work", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasURL("http://localhost:" + port + "/work");
        nothingWasRefused("Ways out of Tasklist");
    }

    @Test
    void cockpitShowsAnOwnerTheModels() {
        var page = signIn("owner").page();
        visitCockpit(page, "/dashboard", "/processes", "/decisions", "/repository", "/batch", "/reports");
        nothingWasRefused("Cockpit of an owner");
    }

    @Test
    void cockpitOpensThePartsOfAModel() {
        var page = signIn("owner").page();
        var process = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("sharing-project")
                .latestVersion()
                .singleResult();

        open(page, "cockpit", "/process-definition/" + process.getId() + "/runtime");
        assertThat(page.locator("[data-element-id='Task_DecideRefusal']")).isHidden();
        page.locator("[data-container-id='SubProcess_Round'] .bjs-drilldown").click();

        assertThat(page.locator("[data-element-id='Task_DecideRefusal']").first())
                .isVisible();
        nothingWasRefused("Parts of a model in Cockpit");
    }

    @Test
    void cockpitShowsAnAdministratorWhatRuns() {
        new RestDriver(port, "demo").start("lead.manchester", PROPOSAL);
        var page = signIn("admin").page();
        visitCockpit(page, "/dashboard", "/processes", "/decisions", "/tasks", "/repository", "/batch", "/reports");
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("sharing-project")
                .listPage(0, 1)
                .get(0)
                .getId();
        for (String tab : List.of(
                "variables-tab",
                "incidents-tab",
                "called-process-instances-tab",
                "user-tasks-tab",
                "jobs-tab",
                "external-tasks-tab")) {
            open(page, "cockpit", "/process-instance/" + instance + "/runtime?tab=" + tab);
        }
        nothingWasRefused("Cockpit of an administrator");
    }

    @Test
    void adminKeepsPeopleGroupsAndPermissions() {
        var page = signIn("admin").page();
        for (String path : List.of(
                "/",
                "/users",
                "/users/ig.bolton?tab=profile",
                "/users/ig.bolton?tab=account",
                "/users/ig.bolton?tab=groups",
                "/users/ig.bolton?tab=tenants",
                "/user-create",
                "/groups",
                "/groups/ig-bolton?tab=information",
                "/groups/ig-bolton?tab=tenants",
                "/groups/ig-bolton?tab=users",
                "/group-create",
                "/tenants",
                "/authorization",
                "/authorization?resource=7",
                "/system?section=system-settings-general",
                "/system?section=system-settings-metrics",
                "/system?section=system-settings-flow-node-count")) {
            open(page, "admin", path);
        }
        nothingWasRefused("Admin");
    }

    @Test
    void welcomeLeadsToTheOthers() {
        var page = signIn("ig.bolton").page();
        open(page, "welcome", "/welcome");
        nothingWasRefused("Welcome");
    }

    private void visitCockpit(Page page, String... pages) {
        for (String path : pages) {
            open(page, "cockpit", path);
        }
        var repository = engine.getRepositoryService();
        var process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("sharing-project")
                .latestVersion()
                .singleResult();
        var table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("review-deadlines")
                .latestVersion()
                .singleResult();
        for (String tab :
                List.of("process-instances-tab", "incidents-tab", "called-process-definitions-tab", "jobs-tab")) {
            open(page, "cockpit", "/process-definition/" + process.getId() + "/runtime?tab=" + tab);
        }
        open(page, "cockpit", "/decision-definition/" + table.getId());
        open(
                page,
                "cockpit",
                "/repository/?deployment=" + process.getDeploymentId() + "&resourceName=" + process.getResourceName());
        page.locator(".resources .resource, [cam-resources] li").first().click();
        settle(page);
    }

    private Tasklist signIn(String person) {
        var page = chromium.newPerson();
        page.onResponse(this::listen);
        page.onConsoleMessage(message -> {
            if (message.text().startsWith("Failed to load resource")) {
                return; // listen() looks at the answers
            }
            if ("error".equals(message.type()) || message.text().contains("Content Security Policy")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return Tasklist.signIn(page, "http://localhost:" + port, person);
    }

    private void listen(Response response) {
        var url = response.url();
        if (!url.contains("/camunda/")) {
            return;
        }
        var call = response.request().method() + " "
                + url.substring(url.indexOf("/camunda/")).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
                + (response.request().postData() == null
                        ? ""
                        : " " + response.request().postData());
        calls.incrementAndGet();
        if (response.status() >= 400) {
            refused.add(response.status() + " " + call);
        }
    }

    private void open(Page page, String application, String path) {
        page.navigate("about:blank");
        page.navigate("http://localhost:" + port + "/camunda/app/" + application + "/default/#" + path);
        settle(page);
    }

    private static void settle(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private void nothingWasRefused(String where) {
        assertThat(calls).as(where).hasPositiveValue();
        assertThat(refused).as(where).isEmpty();
        assertThat(complaints).as(where).isEmpty();
    }
}
