package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.harmInScreening;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Paging;
import gm.sharing.RoundTrips;
import gm.sharing.SoughtWords;
import gm.sharing.Visitor;
import gm.sharing.organisation.People;
import gm.sharing.work.Whose;
import gm.sharing.work.WorkOrder;
import gm.sharing.work.WorkQuery;
import gm.sharing.work.WorkTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people find in their lists of work, and what they do not. */
@DemoApplication
class YourWorkIntegrationTests {

    private static final String LEAD = "lead.salford";

    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    WorkTasks tasks;

    @Autowired
    ProcessEngine engine;

    @Test
    void saysByHowSoonItIsDueWhatWaitsForSomebody() {
        var overdue = described("Work that is overdue", Duration.ofDays(-400));
        var soon = described("Work that is due soon", Duration.ofHours(1));
        var later = described("Work that is due later", Duration.ofDays(60));
        var undated = described("Work without a date", null);

        var page = whole(LEAD, "/work");

        assertThat(page)
                .doesNotContain("Nothing is due today")
                .containsSubsequence(
                        "Overdue",
                        title(overdue),
                        "Due soon",
                        title(soon),
                        "Due later",
                        title(later),
                        "No deadline",
                        title(undated));
        assertThat(row(page, "Work that is overdue"))
                .contains("href=\"/tasks/" + overdue.getId() + "\"", "Name the partners", "With you since ", "Overdue")
                .contains("href=\"/projects/");
        assertThat(row(page, "Work without a date")).doesNotContain("By ", "govuk-tag", "Pass to a colleague");
    }

    @Test
    void showsAnOfficesTaskToEverybodyInItUntilOneTakesIt() {
        var project = screened("Work of an office");
        var task = new JourneyDriver(engine).task(project, "Task_ConfirmNoDpia");

        assertThat(row(whole("dpo.salford", "/work"), "Work of an office"))
                .contains("Data protection officer, Salford City Council")
                .contains("href=\"/tasks/" + task.getId() + "/pass\"", "Pass to a colleague");
        for (var other : List.of("dpo.bolton", "ig.salford", "signatory.bolton", "ethics", "owner", "admin")) {
            assertThat(whole(other, "/work")).as(other).doesNotContain(title(task));
        }
        assertThat(whole("signatory.salford", "/projects/" + project))
                .as("to whom it comes next")
                .contains("Decide to go ahead without a DPIA")
                .doesNotContain(task.getId());

        engine.getTaskService().setAssignee(task.getId(), "dpo.salford");

        assertThat(row(whole("dpo.salford", "/work"), "Work of an office")).contains("With you since ");
        assertThat(whole("dpo.salford", "/work/colleagues")).doesNotContain("Work of an office");
    }

    @Test
    void leadsToTheProjectsThatOneMaySeeAsLongAsTheyGoOn() {
        var driver = new JourneyDriver(engine);
        var project = screened("Work that is looked at");
        var link = "href=\"/projects/" + project + "\">Work that is looked at<";

        assertThat(whole("caldicott.salford", "/work")).containsSubsequence("Your projects", link, "All your projects");
        for (var other : List.of("caldicott.bolton", "dpo.wigan", "ethics", "owner", "admin", "board")) {
            assertThat(whole(other, "/work")).as(other).doesNotContain(link);
        }

        var advice = driver.task(project, "Task_ConfirmNoDpia");
        engine.getTaskService()
                .setDueDate(advice.getId(), Date.from(Instant.now().plus(Duration.ofDays(60))));
        engine.getTaskService().setAssignee(advice.getId(), "caldicott.salford");

        assertThat(whole("caldicott.salford", "/work"))
                .containsSubsequence("Nothing is due today or in the next 3 working days.", "Due later", title(advice));

        var withdraw = "/projects/" + project + "/withdraw";
        Visitor.signedIn(port, LEAD).submit(withdraw, withdraw, Map.of("reason", "It is not needed any more."));

        assertThat(whole("caldicott.salford", "/work")).doesNotContain(link);
    }

    @Test
    void tellsALeadWhomTheProjectsWaitForEachProjectOnce() {
        var project = screened("Work that a lead waits for");
        var task = new JourneyDriver(engine).task(project, "Task_ConfirmNoDpia");
        described("Work that waits for the lead", null);

        var page = whole(LEAD, "/work/projects");

        assertThat(ofProject(page, "Work that a lead waits for"))
                .contains(
                        "Data protection officer, Salford City Council",
                        task.getName(),
                        "less than a working day",
                        "href=\"/projects/" + project + "\"")
                .as("a task of somebody else leads nowhere")
                .doesNotContain("/tasks/" + task.getId());
        assertThat(page)
                .containsOnlyOnce(">Work that a lead waits for<")
                .doesNotContain("Work that waits for the lead");
        assertThat(whole("lead.manchester", "/work/projects")).doesNotContain("Work that a lead waits for");
        assertThat(whole("ig.salford", "/work/projects"))
                .contains("None of the projects that you lead is waiting for anyone else.");
    }

    /** One click leads to the first of them; other projects stay in sight. */
    @Test
    void gathersWhatAProjectAsksForAtOnce() {
        var driver = new JourneyDriver(engine);
        var project = described("Work in many parts");
        driver.complete(project, "Task_AnswerScreening", LEAD, harmInScreening());

        assertThat(Visitor.signedIn(port, LEAD).get("/projects/" + project).body())
                .as("the page of the project names five and leads to all of them")
                .containsPattern("href=\"/work\\?words=%s\">and \\d more tasks? for you<".formatted(project));
        assertThat(whole(LEAD, "/work?words=" + project)).contains("Work in many parts");
        assertThat(whole(LEAD, "/work?words=many+parts"))
                .containsSubsequence(
                        title(driver.task(project, "Task_DpiaNeed")),
                        ">Work in many parts<",
                        "6 more tasks of this project, in any order",
                        title(driver.task(project, "Task_DpiaNature")),
                        title(driver.task(project, "Task_DpiaNecessity")))
                .containsOnlyOnce(">Work in many parts<");
    }

    @Test
    void showsWhatAColleagueHasTakenByName() {
        var driver = new JourneyDriver(engine);
        var project = driver.start("lead.manchester", proposal("Work that a colleague took"));
        var task = driver.task(project, "Task_DescribeNeeds");
        engine.getTaskService().addCandidateGroup(task.getId(), "ig-manchester");
        engine.getTaskService().setAssignee(task.getId(), "ig2.manchester");

        assertThat(row(whole("ig.manchester", "/work/colleagues"), "Work that a colleague took"))
                .contains("Stephen Mbeki");
        assertThat(whole("ig2.manchester", "/work/colleagues")).doesNotContain("Work that a colleague took");
        assertThat(whole("ig.bolton", "/work/colleagues")).doesNotContain("Work that a colleague took");
    }

    /** A process owner's model may ask anybody about any project. */
    @Test
    void leadsNobodyToAProjectThatIsNotTheirs() {
        var task = described("Work that all leads may take", null);
        engine.getTaskService().setAssignee(task.getId(), null);
        engine.getTaskService().addCandidateGroup(task.getId(), "project-leads");

        assertThat(row(whole("lead.manchester", "/work"), "Work that all leads may take"))
                .contains("/tasks/" + task.getId())
                .doesNotContain("href=\"/projects/");

        engine.getTaskService().setAssignee(task.getId(), LEAD);

        assertThat(row(whole(LEAD, "/work"), "Work that all leads may take")).contains("href=\"/projects/");
        assertThat(whole("lead.manchester", "/work/colleagues")).doesNotContain("Work that all leads may take");
    }

    @Test
    void saysEachOfficeThatMayTakeATask() {
        var project = screened("Work of two offices");
        var task = new JourneyDriver(engine).task(project, "Task_ConfirmNoDpia");
        engine.getTaskService().addCandidateGroup(task.getId(), "ig-salford");

        for (var person : List.of("dpo.salford", "ig.salford")) {
            assertThat(row(whole(person, "/work"), "Work of two offices"))
                    .contains("Data protection officer, Salford City Council or IG officer, Salford City Council");
        }
        assertThat(Visitor.signedIn(port, "ig.salford")
                        .get("/projects/" + project)
                        .body())
                .contains("Data protection officer, Salford City Council or IG officer, Salford City Council");
    }

    @Test
    void leavesOutWhatIsSuspended() {
        var task = described("Work that is suspended", null);
        engine.getRuntimeService().suspendProcessInstanceById(task.getProcessInstanceId());

        assertThat(whole(LEAD, "/work")).doesNotContain("Work that is suspended");
        assertThat(whole(LEAD, "/work/projects")).doesNotContain("Work that is suspended");
    }

    @Test
    void costsAsManyStatementsForManyTasksAsForOne() {
        described("Work that is counted", null);
        var lead = people.find(LEAD).orElseThrow();
        // each model is read once
        tasks.find(new Whose.Own(lead, List.of()), inStage(2), Paging.page(1));

        assertThat(RoundTrips.of(() -> tasks.find(new Whose.Own(lead, List.of()), inStage(2), Paging.page(1))))
                .hasSizeLessThanOrEqualTo(4);
        assertThat(RoundTrips.of(() -> tasks.find(new Whose.OfColleagues(lead), inStage(2), Paging.page(1))))
                .hasSizeLessThanOrEqualTo(4);
        assertThat(RoundTrips.of(() -> tasks.organisations(new Whose.Own(lead, List.of()))))
                .hasSize(1);
        assertThat(RoundTrips.of(() -> tasks.waitingFor(new Whose.Own(lead, List.of("ig.salford")), Instant.now())))
                .hasSize(1);
    }

    private static WorkQuery inStage(int stage) {
        return new WorkQuery(new SoughtWords("work"), null, null, stage, null, null, null, WorkOrder.DUE);
    }

    @Test
    void isWhereEverybodyBegins() {
        var nobody = Visitor.browser(port);

        assertThat(nobody.get("/work").headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
        assertThat(Visitor.browser(port)
                        .signIn("ethics", "demo")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/work");
    }

    @Test
    void asksOnlyThoseWhoLeadAProjectToLookForWhomItWaits() {
        described("Work that somebody leads");

        assertThat(Visitor.signedIn(port, LEAD).get("/work").body()).contains("href=\"/work/projects\"");
        for (var other : List.of("ig.oldham", "ethics", "board")) {
            assertThat(Visitor.signedIn(port, other).get("/work").body())
                    .as(other)
                    .contains("href=\"/work/colleagues\"")
                    .doesNotContain("href=\"/work/projects\"");
        }
    }

    @Test
    void letsThoseWhoMayStartAProjectWhereverTheyBegin() {
        for (var page : List.of("/", "/work", "/projects")) {
            assertThat(Visitor.signedIn(port, LEAD).get(page).body()).as(page).contains("Start a project");
            for (var other : List.of("ig.salford", "board", "admin")) {
                assertThat(Visitor.signedIn(port, other).get(page).body())
                        .as(other + page)
                        .doesNotContain("Start a project");
            }
        }
        assertThat(Visitor.browser(port).get("/").body())
                .contains("Sign in to your work")
                .doesNotContain("Start a project");
    }

    private Task described(String title, Duration due) {
        var driver = new JourneyDriver(engine);
        var project = driver.start(LEAD, proposal(title));
        driver.complete(project, "Task_DescribeNeeds", LEAD, needs());
        var task = driver.task(project, "Task_NamePartners");
        if (due != null) {
            engine.getTaskService()
                    .setDueDate(task.getId(), Date.from(Instant.now().plus(due)));
        }
        return task;
    }

    private String screened(String title) {
        var project = described(title);
        new JourneyDriver(engine).complete(project, "Task_AnswerScreening", LEAD, nothingInScreening());
        return project;
    }

    private String described(String title) {
        var driver = new JourneyDriver(engine);
        var project = driver.start(LEAD, proposal(title));
        driver.complete(project, "Task_DescribeNeeds", LEAD, needs());
        driver.complete(project, "Task_NamePartners", LEAD, partners(List.of("salford"), List.of("bolton")));
        driver.complete(
                project, "Task_DescribeFlows", LEAD, flows(List.of(flow(List.of("salford"), List.of("bolton")))));
        driver.complete(project, "Task_AgreeArrangements", LEAD, arrangements());
        return project;
    }

    private static String title(Task task) {
        return "href=\"/tasks/" + task.getId() + "\"";
    }

    /** Others leave tasks of the same people in this application: all pages, one after the other. */
    private String whole(String person, String path) {
        var visitor = Visitor.signedIn(port, person);
        return Stream.iterate(visitor.get(path).body(), page -> !page.isEmpty(), page -> next(visitor, page))
                .collect(Collectors.joining());
    }

    private static String next(Visitor visitor, String page) {
        var next = NEXT.matcher(page);
        return next.find()
                ? visitor.get(next.group(1).replaceAll("^https?://[^/]+", "")).body()
                : "";
    }

    private static String ofProject(String page, String title) {
        return Stream.of(page.split("<h2"))
                .filter(section -> section.contains(">" + title + "<"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No heading says " + title));
    }

    private static String row(String page, String title) {
        return Stream.of(page.split("<li"))
                .map(row -> row.replaceFirst("(?s)</li>.*", ""))
                .filter(row -> row.contains(">" + title + "<"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line says " + title));
    }
}
