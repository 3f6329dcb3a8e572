package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.DemoApplication;
import gm.sharing.RoundTrips;
import gm.sharing.Visitor;
import gm.sharing.journey.RunningPart;
import gm.sharing.journey.RunningParts;
import gm.sharing.organisation.Directory;
import gm.sharing.project.ProjectReference;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What people see of where a project stands in its models, and what stays another's. */
@DemoApplication
@Tag("one-database")
class ProjectStepsIntegrationTests {

    private static final String LEAD = "lead.manchester";

    /** Whoever needs more has found out why; with sixty partners it is as much. */
    private static final int STEPS = 22;

    private static final int PROJECT = 75;

    private static final Pattern DRAWING = Pattern.compile("data-drawing=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Directory directory;

    @Autowired
    RunningParts parts;

    @Autowired
    WebApplicationContext application;

    private final List<String> projects = new ArrayList<>();

    @AfterEach
    void endProjects() {
        projects.forEach(project -> engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(project)
                .rootProcessInstances()
                .list()
                .forEach(instance ->
                        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "The test is over")));
    }

    @Tag("both-databases")
    @Test
    void saysWhatIsDoneWhatIsHereAndWhatIsCertainToCome() {
        var driver = new JourneyDriver(engine);
        var project = start(driver, "Steps of a beginning");
        driver.complete(project, "Task_DescribeNeeds", LEAD, needs());

        assertThat(page(LEAD, "/projects/" + project).body().replaceAll("<[^>]+>|\\s+", " "))
                .as("what the lead can do stands first")
                .containsPattern("What you can do\\s+Name the partners.*Withdraw the project.*Where it stands now");
        assertThat(stepsOf(LEAD, project))
                .containsSubsequence(
                        "Describe what needs to be shared: Done",
                        "Name the partners: Here now Project lead, Manchester City Council, since ",
                        "Describe flows and lawful bases: To come",
                        "Answer the DPIA screening: To come",
                        "Carry out the DPIA: if a DPIA is needed",
                        "Check the draft agreement: To come",
                        "Sign off, each partner for itself: To come");
        assertThat(toDo(LEAD, project))
                .isEqualTo("Before it can go to the partners: Partners (now) Flows and lawful bases Arrangements"
                        + " DPIA screening DPIA, or the decision that none is needed"
                        + " Check the draft agreement");
    }

    @Test
    void countsWhereThePartnersAreForThoseWhoMayKnow() {
        var driver = new JourneyDriver(engine);
        var project = sentOut(driver, "Steps of three partners", List.of("bury", "bolton"));
        driver.complete(project, "bury", "Task_ReviewAgreement", "ig.bury", review("sign"));

        assertThat(stepsOf(LEAD, project))
                .contains("Sign off, each partner for itself: 3 open now")
                .contains("It runs for Bolton Council, Bury Council, Manchester City Council.")
                .contains("Review the agreement: 2 open now · Done by 1 of 3 IG officer, Bolton Council, since ")
                .contains("Sign the agreement: 1 open now Signatory, Bury Council, since ");
        assertThat(page(LEAD, "/projects/" + project).body())
                .contains("No DPIA is needed, although the project meets 1 criterion of high risk:")
                .contains(
                        "Sensitive or highly personal data", "special category data: health", "(the WP248 guidelines)")
                .containsPattern("From the answers under:\\s*<a[^>]*Task_DescribeNeeds\">What is shared</a")
                .contains("Task_AnswerScreening\">DPIA screening</a", ">Flows and lawful bases</a")
                .contains("Read the decision that none is needed")
                .doesNotContain("Read the assessment");
        assertThat(page("ig.bolton", "/projects/" + project).body())
                .contains("No DPIA is needed, although")
                .containsSubsequence(
                        "What Bolton Council receives", "arrears and support needs", "From Manchester City Council:")
                .doesNotContain("What Bolton Council gives")
                .doesNotContain("From the answers under", "Task_AnswerScreening");
        assertThat(page("ig.bolton", "/projects/" + project).body())
                .as("others may hold it up as well")
                .contains("At your organisation it waits for");
        assertThat(page(LEAD, "/projects/" + project).body())
                .contains(">Waits for</")
                .doesNotContain("At your organisation");
        assertThat(toDo("ig.bolton", project))
                .isEqualTo("Before it can be published: Sign off, each partner for itself (now)");
        assertThat(stepsOf("ig.bolton", project))
                .contains("It runs for Bolton Council.", "Review the agreement: Here now IG officer, Bolton Council")
                .doesNotContain("Bury Council", "Sign the agreement: 1 open", "Sign the agreement: Here");
        assertThat(stepsOf("admin", project)).contains("Sign off, each partner").doesNotContain("Review the agreement");
    }

    @Test
    void saysWhatAFaultStops() {
        var driver = new JourneyDriver(engine);
        var project = sentOut(driver, "Steps that a fault stops", List.of("bury"));
        var task = driver.task(project, "bury", "Task_ReviewAgreement");
        driver.as("ig.bury", () -> {
            engine.getFormService().submitTaskForm(task.getId(), review("sign"));
            return null;
        });
        var jobs = engine.getManagementService();
        var stopped = jobs.createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .messages()
                .singleResult();
        jobs.setJobRetries(stopped.getId(), 0);

        assertThat(stepsOf("ig.bury", project)).contains("Review the agreement: Stopped by a fault · Here now");
        assertThat(marksOf("ig.bury", project))
                .contains("data-element=\"Task_ReviewAgreement\" data-state=\"stopped\">! stopped 1 here<");
        assertThat(stepsOf("ig.manchester", project)).contains("Sign off, each partner for itself: Stopped by a fault");
    }

    @Test
    void showsTheDrawingOfWhatRunsToThoseWhoSeeTheProject() {
        var driver = new JourneyDriver(engine);
        var project = sentOut(driver, "Drawings for some", List.of("bury"));
        var steps = "/projects/" + project + "/steps";
        var lead = DRAWING.matcher(page(LEAD, steps).body())
                .results()
                .map(drawing -> drawing.group(1).replace("&amp;", "&"))
                .toList();

        assertThat(lead).hasSize(2).allMatch(address -> address.contains(".bpmn?version="));
        for (var address : lead) {
            var drawing = page(LEAD, address);
            assertThat(drawing.statusCode()).isEqualTo(200);
            assertThat(drawing.body()).contains("BPMNShape").doesNotContain("camunda", "${", "documentation");
        }
        for (var insider : List.of("ig.bury", "board", "signatory.manchester")) {
            assertThat(page(insider, lead.get(1)).statusCode()).as(insider).isEqualTo(200);
        }
        for (var outsider : List.of("ig.bolton", "lead.salford", "owner", "ethics")) {
            assertThat(page(outsider, steps).statusCode()).as(outsider).isEqualTo(404);
            assertThat(page(outsider, lead.get(0)).statusCode()).as(outsider).isEqualTo(404);
        }
        assertThat(Visitor.browser(port).get(lead.get(0)).statusCode()).isNotEqualTo(200);
        for (var missing : List.of("/dpia.bpmn", "/nothing.bpmn", "/sharing-project.bpmn?version=999")) {
            assertThat(page(LEAD, steps + missing).statusCode()).as(missing).isEqualTo(404);
        }
        assertThat(page("admin", lead.get(1)).statusCode())
                .as("a partner's own")
                .isEqualTo(404);
    }

    @Test
    void costsThreeStatementsHoweverManyPartnersThereAre() {
        var driver = new JourneyDriver(engine);
        var people = new TestPeople(engine.getIdentityService(), directory);
        var project = new ProjectReference(sentOut(driver, "Steps of many partners", people.inventedPartners(11)));
        parts.of(project, partner -> true);

        var ways = RoundTrips.of(() -> parts.of(project, partner -> true));

        assertThat(ways).hasSize(3);
        assertThat(parts.of(project, partner -> true))
                .extracting(RunningPart::process, RunningPart::running)
                .containsExactly(tuple("sharing-project", 1), tuple("partner-sign-off", 12));
    }

    @Test
    void costsAsManyStatementsForManyPartnersAsForFew() {
        var driver = new JourneyDriver(engine);
        var people = new TestPeople(engine.getIdentityService(), directory);
        var web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        var few = sentOut(driver, "Statements for few", people.inventedPartners(2));
        var many = sentOut(driver, "Statements for many", people.inventedPartners(11));

        for (var page : List.of("/steps", "")) {
            statements(web, few, page);

            assertThat(statements(web, many, page))
                    .as(page)
                    .isLessThanOrEqualTo(statements(web, few, page))
                    .isLessThanOrEqualTo(page.isEmpty() ? PROJECT : STEPS);
        }
    }

    private static long statements(MockMvc web, String project, String page) {
        return RoundTrips.of(() -> {
                    try {
                        web.perform(get("/projects/" + project + page).with(user(LEAD)))
                                .andExpect(status().isOk());
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .stream()
                .filter(way -> way.startsWith("select") || way.startsWith("with"))
                .count();
    }

    @Test
    void keepsTheLibraryInTheBrowserUntilItHasAnotherVersion() {
        var library = Visitor.browser(port).get("/static/vendor/bpmn-js-18.31.1/bpmn-viewer.production.min.js");

        assertThat(library.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=31536000", "immutable"));
    }

    private HttpResponse<String> page(String who, String path) {
        return Visitor.signedIn(port, who).get(path);
    }

    private String toDo(String who, String project) {
        return page(who, "/projects/" + project)
                .body()
                .replaceAll("(?s).*(<div class=\"sj-to-do\">.*?)</div>.*", "$1")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String marksOf(String who, String project) {
        return page(who, "/projects/" + project + "/steps").body();
    }

    /** The page as it is read, without its marks. */
    private String stepsOf(String who, String project) {
        return marksOf(who, project)
                .replaceAll("(?s)<ul hidden>.*?</ul>|<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .replace(" :", ":");
    }

    private String start(JourneyDriver driver, String title) {
        var project = driver.start(LEAD, proposal(title));
        projects.add(project);
        return project;
    }

    private String sentOut(JourneyDriver driver, String title, List<String> asked) {
        var project = start(driver, title);
        driver.complete(project, "Task_DescribeNeeds", LEAD, needs());
        driver.complete(project, "Task_NamePartners", LEAD, partners(List.of("manchester"), asked));
        driver.complete(project, "Task_DescribeFlows", LEAD, flows(List.of(flow(List.of("manchester"), asked))));
        driver.complete(project, "Task_AgreeArrangements", LEAD, arrangements());
        driver.complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        driver.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.manchester",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        driver.complete(project, "Task_DecideNoDpia", "signatory.manchester", withoutDpia());
        driver.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "true"));
        return project;
    }
}
