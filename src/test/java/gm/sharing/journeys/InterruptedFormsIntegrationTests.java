package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.Visitor;
import gm.sharing.workflow.form.ShownNames;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody typed into a form is there after an interruption; src/docs/interruptions.md lists these and those of the browser. */
@DemoApplication
@Tag("one-database")
class InterruptedFormsIntegrationTests extends WalkedProject {

    private static final String OFFICER = "ig.bolton";
    private static final Pattern REVISION = Pattern.compile("name=\"_draft\" value=\"(\\d+)\"");

    private static final String TYPED = "Zoë's <b>own</b> words & 😀,\nnot sent";
    private static final String SHOWN = "Zoë&#39;s &lt;b&gt;own&lt;/b&gt; words &amp; 😀,\nnot sent";

    @LocalServerPort
    int port;

    private final List<String> deployments = new ArrayList<>();

    private Visitor lead;
    private String project;
    private String address;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @BeforeEach
    void typeIntoAForm() {
        lead = Visitor.signedIn(port, LEAD);
        project = journey.start(LEAD, proposal(title()));
        address = "/tasks/" + journey.task(project, "Task_DescribeNeeds").getId();
        press(
                lead,
                address,
                "save",
                List.of(
                        Map.entry("purpose", TYPED),
                        Map.entry("dataItems", "0"),
                        Map.entry("dataItems.0.name", "Address of today")));
    }

    @AfterEach
    void undeploy() {
        deployments.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
    }

    /** Does something and returns who comes back. */
    private interface Interruption {
        Visitor then(InterruptedFormsIntegrationTests here);
    }

    static Stream<Arguments> interruptions() {
        return Stream.of(
                interruption("the page is loaded again", here -> here.seen("")),
                interruption("another task and back", here -> {
                    String other = here.journey.start(LEAD, proposal(title()));
                    String task = here.journey.task(other, "Task_DescribeNeeds").getId();
                    press(here.lead, "/tasks/" + task, "save", List.of(Map.entry("purpose", "Of the other task")));
                    return here.lead;
                }),
                interruption(
                        "the handbook and back",
                        here -> here.seen("/handbook/steps/sharing-project/Task_DescribeNeeds")),
                interruption("signed out and in again", here -> {
                    here.lead.submit("/absence", "/logout", Map.of());
                    return Visitor.signedIn(here.port, LEAD);
                }),
                interruption("another browser, while the first is open", here -> Visitor.signedIn(here.port, LEAD)),
                interruption("the password changed elsewhere, or the session ended", here -> {
                    here.endSessions();
                    assertThat(here.lead.get(here.address).statusCode()).isEqualTo(302);
                    here.lead.signIn(LEAD, "demo");
                    return here.lead;
                }),
                interruption(
                        "a question was added to the form",
                        here -> here.formChanged(InterruptedFormsIntegrationTests::withOwnQuestion)),
                interruption(
                        "another question was renamed",
                        here -> here.formChanged(
                                form -> form.replace("\"label\": \"Purpose", "\"label\": \"What for"))),
                interruption("the process moved to a newer version", here -> here.migrated()),
                interruption("a rule refused it", here -> {
                    assertThat(press(here.lead, here.address, "send", here.fields(TYPED))
                                    .body())
                            .contains("There is a problem");
                    return here.lead;
                }),
                interruption("the project was withdrawn", here -> {
                    here.withdraws(here.project);
                    return here.lead;
                }));
    }

    private static Arguments interruption(String name, Interruption what) {
        return arguments(name, what);
    }

    @ParameterizedTest(name = "after: {0}")
    @MethodSource("interruptions")
    void isThereAsItWasTyped(String name, Interruption what) {
        Visitor back = what.then(this);

        assertThat(back.get(address).body()).contains(SHOWN, "Address of today");
    }

    @Test
    void staysToBeCopiedWhenItsQuestionIsTakenOutOfTheForm() {
        formChanged(InterruptedFormsIntegrationTests::withOwnQuestion);
        press(lead, address, "save", List.of(Map.entry("own_new", TYPED)));
        deploy("describe-needs.form", Shipped.text("describe-needs.form"));

        assertThat(lead.get(address).body()).contains("Not asked any more", SHOWN);
        press(lead, address, "save", List.of(Map.entry("purpose", "Typed later")));
        assertThat(lead.get(address).body()).contains("Not asked any more", SHOWN, "Typed later");
        assertThat(location(press(lead, address, "send", PageDriver.fields(Answers.needs()))))
                .endsWith("/done");
    }

    @Test
    void isShownToWhomeverItWasPassedFromWhileNobodyElseSeesIt() {
        String review = review();
        Visitor officer = Visitor.signedIn(port, OFFICER);
        press(officer, review, "save", List.of(Map.entry("provision", TYPED)));

        engine.getTaskService().setAssignee(review.substring(review.lastIndexOf('/') + 1), "dpo.bolton");

        assertThat(officer.get(review).body()).contains("What you typed", SHOWN).doesNotContain("name=\"_draft\"");
        assertThat(Visitor.signedIn(port, "dpo.bolton").get(review).body()).doesNotContain("own&lt;");
        HttpResponse<String> late = officer.submit(
                "/absence", review + "/keep", Map.of("_draft", "1", "provision", "Typed after it was passed"));
        assertThat(late.statusCode()).isEqualTo(409);
    }

    @Test
    void isShownAfterAColleagueDidTheTask() {
        String review = review();
        Visitor officer = Visitor.signedIn(port, OFFICER);
        press(officer, review, "save", List.of(Map.entry("provision", "Section9")));
        String id = review.substring(review.lastIndexOf('/') + 1);
        engine.getTaskService().setAssignee(id, null);
        new RestDriver(port, "demo").submit(id, OFFICER, Answers.review("sign"));

        assertThat(officer.get(review).body()).contains("What you typed", "Section9");
    }

    @Test
    void isSentOnceByWhoeverPressesTwice() {
        List<Entry<String, String>> all = new ArrayList<>(PageDriver.fields(Answers.needs()));
        assertThat(location(press(lead, address, "send", all))).endsWith("/done");

        all.addAll(List.of(Map.entry("_draft", "1"), Map.entry("_do", "send")));
        HttpResponse<String> again = lead.submit("/absence", address, all);

        assertThat(location(again)).endsWith("/done");
        assertThat(lead.get(address).body()).contains("This task is done").doesNotContain("What you typed");
        assertThat(journey.openTasks(project)).containsExactly("Task_NamePartners");
    }

    @Test
    void isSentOnceByWhoeverSendsItFromTwoPagesAtTheSameMoment() {
        List<Entry<String, String>> all = new ArrayList<>(PageDriver.fields(Answers.needs()));
        all.addAll(List.of(Map.entry("_draft", "1"), Map.entry("_do", "send")));
        String token = lead.token("/absence");

        // Enough to meet the moment in which the task ends between two readings of its form.
        ExecutorService people = Executors.newFixedThreadPool(24);
        var sent = IntStream.range(0, 12)
                .mapToObj(page -> CompletableFuture.supplyAsync(() -> lead.post(token, address, all), people))
                .toList();
        var opened = Stream.of("", "/check", "/done", "/steps/1", "", "/check", "/before/Task_Propose", "")
                .map(page -> CompletableFuture.supplyAsync(() -> lead.get(address + page), people))
                .toList();

        assertThat(sent)
                .allSatisfy(answer -> assertThat(location(answer.join())).endsWith("/done"));
        assertThat(opened)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isIn(200, 302));
        people.shutdown();
        assertThat(lead.get(address).body()).contains("This task is done").doesNotContain("What you typed");
        assertThat(journey.openTasks(project)).containsExactly("Task_NamePartners");
    }

    @Test
    void beginsOneProjectHoweverOftenTheButtonIsPressed() throws Exception {
        String title = "Pressed twice " + UUID.randomUUID();
        List<Entry<String, String>> all = new ArrayList<>(PageDriver.fields(with(proposal("Pressed"), "title", title)));
        all.addAll(List.of(Map.entry("_draft", "0"), Map.entry("_do", "send")));
        String token = lead.token("/absence");

        List<HttpResponse<String>> pressed = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> lead.post(token, "/start/sharing-project", all)))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(pressed)
                .allSatisfy(answer -> assertThat(answer.statusCode() == 302 ? location(answer) : answer.body())
                        .containsAnyOf("/start/sharing-project/done/SJ-", ">Sent</h1>"));
        assertThat(location(lead.post(token, "/start/sharing-project", all))).contains("/done/SJ-");
        assertThat(lead.get("/projects?words=" + title.substring(title.length() - 12))
                        .body())
                .containsOnlyOnce(">" + title + "<");
    }

    @Test
    void isNotSaidToBeSentBeforeItIs() {
        assertThat(location(lead.get(address + "/done"))).endsWith(address);
    }

    @Test
    void isShownToWhoeverSendsItWithAPageOfTheSessionBefore() {
        String token = lead.token(address);
        endSessions();
        lead.signIn(LEAD, "demo");
        List<Entry<String, String>> typed = List.of(Map.entry("_do", "save"), Map.entry("purpose", TYPED));

        assertThat(lead.post(token, address, typed).body()).contains("You were signed out", SHOWN);

        for (var other : List.of("https://evil.example", "null", "https://localhost.evil.example")) {
            assertThat(lead.post(address, typed, Map.of("Origin", other)).body())
                    .as(other)
                    .doesNotContain("Zoë");
        }
        assertThat(lead.post(address, typed, Map.of("Sec-Fetch-Site", "cross-site"))
                        .body())
                .doesNotContain("Zoë");
    }

    @Tag("both-databases")
    @Test
    void isShownToWhoeverSendsItAfterTheSessionEndedWithoutAScript() {
        endSessions();

        HttpResponse<String> sent = lead.post(
                address, Map.of("_draft", "1", "_do", "save", "purpose", TYPED, "_csrf", "Of the ended session"));

        assertThat(sent.body()).contains("You were signed out", SHOWN).doesNotContain("Of the ended session");
        assertThat(lead.get(address).statusCode()).isEqualTo(302);
        assertThat(lead.post(address + "/signed-out", Map.of("purpose", TYPED)).body())
                .doesNotContain("Zoë");
        lead.signIn(LEAD, "demo");
        assertThat(lead.get(address).body()).contains("Address of today");
    }

    @Test
    void isKeptWhenItIsFarTooLong() {
        String farTooLong = "Word ".repeat(20_000) + "end of it";

        HttpResponse<String> refused = press(lead, address, "send", fields(farTooLong));

        assertThat(refused.body()).contains("at most 30000", "end of it");
        assertThat(lead.get(address).body()).contains("end of it", "Address of today");
    }

    @Test
    void isKeptWithCharactersThatNobodyCanTypeButPaste() {
        HttpResponse<String> refused =
                press(lead, address, "send", fields("Pasted\u0000 from\u0007 a\u202E terminal\u001B[31m"));

        assertThat(refused.body()).contains("There is a problem", "Pasted", "terminal");
        assertThat(lead.get(address).body()).contains("Pasted", "terminal", "Address of today");
    }

    private List<Entry<String, String>> fields(String purpose) {
        return List.of(
                Map.entry("purpose", purpose),
                Map.entry("dataItems", "0"),
                Map.entry("dataItems.0.name", "Address of today"));
    }

    private Visitor seen(String elsewhere) {
        assertThat(lead.get(elsewhere.isEmpty() ? address : elsewhere).statusCode())
                .isEqualTo(200);
        return lead;
    }

    private void endSessions() {
        database.update("delete from spring_session where principal_name = ?", LEAD);
    }

    private Visitor formChanged(UnaryOperator<String> change) {
        String before = Shipped.text("describe-needs.form");
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        deploy("describe-needs.form", after);
        return lead;
    }

    private static String withOwnQuestion(String form) {
        return form.replaceFirst(
                "\\{\\s*\"type\": \"textarea\"",
                "{\"type\": \"textfield\", \"id\": \"Own_New\", \"key\": \"own_new\", \"label\": \"New\"}, $0");
    }

    private void deploy(String file, String text) {
        deployments.add(engine.getRepositoryService()
                .createDeployment()
                .addString(file, text)
                .deploy()
                .getId());
    }

    private Visitor migrated() {
        Task task = journey.task(project, "Task_DescribeNeeds");
        deploy("sharing-project.bpmn", Shipped.text("sharing-project.bpmn") + "<!-- newer -->");
        String newer = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("sharing-project")
                .latestVersion()
                .singleResult()
                .getId();
        assertThat(newer).isNotEqualTo(task.getProcessDefinitionId());
        var runtime = engine.getRuntimeService();
        runtime.newMigration(runtime.createMigrationPlan(task.getProcessDefinitionId(), newer)
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(task.getProcessInstanceId())
                .execute();
        return lead;
    }

    private String review() {
        String other = sentOut(described(nothingInScreening(), flow(List.of("manchester"), List.of("bolton"))));
        return "/tasks/" + journey.task(other, "bolton", "Task_ReviewAgreement").getId();
    }

    private static String location(HttpResponse<String> sent) {
        return sent.headers().firstValue("Location").orElse(sent.body());
    }

    private static HttpResponse<String> press(
            Visitor visitor, String address, String button, List<Entry<String, String>> fields) {
        Matcher revision = REVISION.matcher(visitor.get(address).body());
        assertThat(revision.find()).isTrue();
        List<Entry<String, String>> all = new ArrayList<>(fields);
        all.add(Map.entry("_draft", revision.group(1)));
        all.add(Map.entry("_do", button));
        return visitor.submit(address, address, all);
    }
}
