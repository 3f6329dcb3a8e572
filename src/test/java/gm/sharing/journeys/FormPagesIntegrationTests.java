package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.workflow.form.ShownNames;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands on the page of a form is nobody else's, is not lost, and is handed in as it was typed. */
@DemoApplication
@Tag("one-database")
class FormPagesIntegrationTests extends WalkedProject {

    private static final String OFFICER = "ig.bolton";
    private static final Pattern REVISION = Pattern.compile("name=\"_draft\" value=\"(\\d+)\"");

    @LocalServerPort
    int port;

    private Visitor lead;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @BeforeEach
    void signIn() {
        lead = Visitor.signedIn(port, LEAD);
    }

    @Test
    void saysAllThatIsWrongAtOnceAtItsFieldsAndKeepsWhatWasTyped() {
        String address = needs();

        String page = send(
                        lead,
                        address,
                        List.of(
                                Map.entry("purpose", "<b>Help</b> & advice {{project}}"),
                                Map.entry("dataItems", "0"),
                                Map.entry("dataItems.0.name", "Address")))
                .body();

        assertThat(page)
                .contains("<title>Error: ", "There is a problem")
                .contains("href=\"#dataItems-0-kind\"", "id=\"dataItems-0-kind-error\"")
                .contains("value=\"Address\"", "&lt;b&gt;Help&lt;/b&gt; &amp; advice {{project}}");
        assertThat(lead.get(address).body()).contains("&lt;b&gt;Help&lt;/b&gt;", "value=\"Address\"");
    }

    @Tag("both-databases")
    @Test
    void keepsADraftForItsPersonAloneUntilItIsHandedIn() {
        String address = review("bolton");
        Visitor officer = Visitor.signedIn(port, OFFICER);

        press(officer, address, "save", List.of(Map.entry("provision", "Section 7, as typed")));

        assertThat(officer.get(address).body()).contains("Section 7, as typed", "Saved at");
        assertThat(Visitor.signedIn(port, "ig.manchester").get(address).body())
                .doesNotContain("Section 7, as typed", "name=\"_draft\"");
        assertThat(Visitor.signedIn(port, "admin").get(address).body()).doesNotContain("Section 7, as typed");
        assertThat(drafts(address)).isEqualTo(1);

        assertThat(send(officer, address, fields(PartnersAnswers.review("sign")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(drafts(address)).isZero();
    }

    @Test
    void givesATaskOfAnOfficeToWhoeverBeginsToAnswerAndBackAgain() {
        String address = review("bolton");
        Visitor officer = Visitor.signedIn(port, OFFICER);

        assertThat(officer.get(address).body()).contains("Nobody has taken this task yet");
        assertThat(holder(address)).isNull();
        press(officer, address, "save", List.of());
        assertThat(holder(address)).isEqualTo(OFFICER);
        assertThat(officer.get(address).body()).contains("You have this task.");

        officer.submit(address, address + "/give-back", Map.of());
        assertThat(holder(address)).isNull();
        officer.submit(address, address + "/take", Map.of());
        assertThat(holder(address)).isEqualTo(OFFICER);
        assertThat(Visitor.signedIn(port, LEAD)
                        .submit("/absence", address + "/give-back", Map.of())
                        .statusCode())
                .isEqualTo(409);
        assertThat(holder(address)).isEqualTo(OFFICER);
    }

    @Test
    void tellsWhoComesSecondAtOnceAndLosesNothing() {
        String address = review("bolton");
        Visitor first = Visitor.signedIn(port, OFFICER);
        Visitor second = Visitor.signedIn(port, "admin");
        String id = address.substring(address.lastIndexOf('/') + 1);
        String open = second.get(address).body();
        engine.getTaskService().setAssignee(id, OFFICER);

        HttpResponse<String> kept =
                first.submit(address, address + "/keep", Map.of("_draft", "0", "provision", "Mine"));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains("\"revision\":1", "\"hidden\"");

        assertThat(open).contains("name=\"_draft\"");
        HttpResponse<String> sent = second.submit(
                address,
                address,
                Map.of("_draft", "0", "_do", "send", "provision", "Of the second", "decision", "refuse"));
        assertThat(sent.body()).contains("There is a problem", "has this task", "Of the second");
        assertThat(first.get(address).body()).contains("Mine").doesNotContain("Of the second");
    }

    @Test
    void writesOverNothingThatWasTypedInAnotherTab() {
        String address = needs();
        press(lead, address, "save", List.of(Map.entry("purpose", "From the first tab")));

        HttpResponse<String> stale =
                lead.submit(address, address, Map.of("_draft", "0", "_do", "save", "purpose", "From the second tab"));

        assertThat(stale.body()).contains("You saved other answers in another tab", "From the second tab");
        assertThat(lead.get(address).body()).contains("From the first tab").doesNotContain("From the second tab");
        assertThat(lead.submit(address, address + "/keep", Map.of("_draft", "0", "purpose", "Late"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void takesWhatAPageSaysLastWhicheverArrivesLastAndHasNotToHearOfItsOwn() {
        String address = needs();
        String page = "an-open-page";

        assertThat(keep(address, page, "2", "Typed next")).isEqualTo(200);
        assertThat(keep(address, page, "1", "Typed first, held up")).isEqualTo(200);
        assertThat(lead.get(address).body())
                .contains("Typed next", "data-writer=\"an-open-page 2\"")
                .doesNotContain("held up");
        assertThat(keep(address, page, "3", "Typed last")).isEqualTo(200);
        assertThat(keep(address, "another-page", "9", "Of another")).isEqualTo(409);
        assertThat(keep(address, "", "9", "Of no page")).isEqualTo(409);
        assertThat(lead.get(address).body()).contains("Typed last").doesNotContain("Of another", "Of no page");

        press(lead, address, "save", List.of(Map.entry("purpose", "By a button")));
        assertThat(keep(address, page, "4", "Of a page that was left")).isEqualTo(409);
    }

    private int keep(String address, String page, String turn, String purpose) {
        return lead.submit(
                        address,
                        address + "/keep",
                        Map.of("_draft", "0", "_page", page, "_turn", turn, "purpose", purpose))
                .statusCode();
    }

    @Test
    void takesARowOutAndPutsItBackWithWhatStoodInIt() {
        String address = needs();
        press(
                lead,
                address,
                "add:dataItems",
                List.of(Map.entry("dataItems", "0"), Map.entry("dataItems.0.name", "Address")));
        assertThat(lead.get(address).body()).contains("name=\"dataItems\" value=\"1\"", "value=\"Address\"");

        press(
                lead,
                address,
                "remove:dataItems.0",
                List.of(
                        Map.entry("dataItems", "0"),
                        Map.entry("dataItems.0.name", "Address"),
                        Map.entry("dataItems", "1"),
                        Map.entry("dataItems.1.name", "School")));
        assertThat(lead.get(address).body())
                .contains("You removed “Address”.", "value=\"School\"")
                .doesNotContain("value=\"Address\"");

        assertThat(lead.get(address).body()).contains("value=\"undo:dataItems.0\"");
        assertThat(press(
                                lead,
                                address,
                                "undo:dataItems.0",
                                List.of(Map.entry("dataItems", "0"), Map.entry("dataItems.0.name", "School")))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("#dataItems-0"));
        assertThat(lead.get(address).body())
                .containsSubsequence("value=\"Address\"", "value=\"School\"")
                .doesNotContain("You removed");
    }

    @Test
    void showsInATextOfTheFormWhatWasTypedAsItWasTyped() {
        String address = start();
        String typed = "**those** in\n" + ">".repeat(5_000) + " <b>debt</b> ![x](https://example.org/x.png)";

        press(lead, address, "save", List.of(Map.entry("visionWho", typed)));

        assertThat(lead.get(address).body())
                .contains("**those** in", "&lt;b&gt;debt&lt;/b&gt; ![x](https")
                .doesNotContain("<img", "<b>debt");
    }

    @Test
    void leavesADayThatIsNoneAsItWasTyped() {
        String address = start();
        HttpResponse<String> ignored = press(lead, address, "save", fields(proposal("Days")));
        assertThat(ignored.statusCode()).isEqualTo(302);

        String arrangements = walkTo("Task_AgreeArrangements");
        String page = send(
                        lead,
                        arrangements,
                        List.of(
                                Map.entry("startDate.day", "31"),
                                Map.entry("startDate.month", "2"),
                                Map.entry("startDate.year", "2027")))
                .body();

        assertThat(page)
                .contains("must be a real date", "value=\"31\"", "value=\"2027\"")
                .contains("href=\"#startDate\"");
    }

    @Test
    void showsAllAnswersBeforeALongFormIsSent() {
        String address = needs();
        assertThat(lead.get(address).body()).contains("value=\"check\"").doesNotContain("value=\"send\"");

        HttpResponse<String> saved = press(lead, address, "check", List.of(Map.entry("purpose", "To help early")));
        assertThat(saved.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/check"));
        assertThat(lead.get(address + "/check").body())
                .contains("To help early", "Not answered yet", "questions are not answered yet", "#necessity");
        assertThat(lead.submit("/absence", address, Map.of("_do", "send-checked"))
                        .body())
                .contains("There is a problem", "To help early");

        press(lead, address, "check", fields(Answers.needs()));
        assertThat(lead.get(address + "/check").body()).doesNotContain("Not answered yet");
        assertThat(lead.submit("/absence", address, Map.of("_do", "send-checked"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/done"));
        assertThat(Visitor.signedIn(port, "lead.salford")
                        .get(address + "/check")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void showsWhatWasTypedIntoATaskThatSomebodyDidMeanwhile() {
        String address = review("bolton");
        Visitor officer = Visitor.signedIn(port, OFFICER);
        officer.get(address);
        new RestDriver(port, "demo")
                .submit(address.substring("/tasks/".length()), OFFICER, PartnersAnswers.review("sign"));

        HttpResponse<String> sent = officer.submit(
                "/absence",
                address,
                Map.of("_draft", "0", "_do", "send", "provision", "Not sent, but kept", "decision", "sign"));

        assertThat(sent.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(address));
        assertThat(officer.get(address).body()).contains("This task is done", "What you typed", "Not sent, but kept");
        assertThat(Visitor.signedIn(port, "ig.manchester").get(address).body()).doesNotContain("Not sent, but kept");
    }

    @Test
    void opensNoTaskAndNoStartForWhomItIsNot() {
        String address = needs();

        for (String other : List.of("lead.salford", OFFICER, "owner", "board")) {
            Visitor visitor = Visitor.signedIn(port, other);
            assertThat(visitor.get(address).body()).as(other).doesNotContain("name=\"_draft\"");
            assertThat(visitor.submit("/absence", address, Map.of("_do", "send", "purpose", "Not theirs"))
                            .statusCode())
                    .as(other)
                    .isBetween(400, 499);
            assertThat(visitor.submit("/absence", address + "/take", Map.of()).statusCode())
                    .as(other)
                    .isBetween(400, 499);
        }
        assertThat(Visitor.signedIn(port, OFFICER).get("/start/sharing-project").statusCode())
                .isEqualTo(404);
        assertThat(lead.get("/start/partner-sign-off").statusCode()).isEqualTo(404);
        assertThat(lead.get("/start/no-such-process").statusCode()).isEqualTo(404);
        assertThat(Visitor.browser(port).get(address).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    @Test
    void showsWhatTheModelSaysAndWhatHappensNext() {
        String address = needs();

        assertThat(lead.get(address).body()).contains("Help with this task", "Open the project");
        HttpResponse<String> sent = send(lead, address, fields(Answers.needs()));

        String done = sent.headers().firstValue("Location").orElseThrow();
        String page = lead.get(done.replaceFirst("^https?://[^/]+", "")).body();
        assertThat(page).contains("What happens next", "Name the partners", "Go on with your next task");
        assertThat(lead.get(address).body()).contains("This task is done");
    }

    private String needs() {
        return walkTo("Task_DescribeNeeds");
    }

    private String start() {
        return "/start/sharing-project";
    }

    private String walkTo(String task) {
        String project = journey.start(LEAD, proposal(title()));
        if (!task.equals("Task_DescribeNeeds")) {
            journey.complete(project, "Task_DescribeNeeds", LEAD, Answers.needs());
            journey.complete(
                    project, "Task_NamePartners", LEAD, Answers.partners(List.of("manchester"), List.of("bolton")));
            journey.complete(
                    project,
                    "Task_DescribeFlows",
                    LEAD,
                    Answers.flows(List.of(flow(List.of("manchester"), List.of("bolton")))));
        }
        return "/tasks/" + journey.task(project, task).getId();
    }

    private String review(String partner) {
        String project = sentOut(described(nothingInScreening(), flow(List.of("manchester"), List.of(partner))));
        return "/tasks/"
                + journey.task(project, partner, "Task_ReviewAgreement").getId();
    }

    private static HttpResponse<String> send(Visitor visitor, String address, List<Entry<String, String>> fields) {
        return press(visitor, address, "send", fields);
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

    /** Of a form without rows and days. */
    private static List<Entry<String, String>> fields(Map<String, Object> answers) {
        return PageDriver.fields(answers);
    }

    private int drafts(String address) {
        return database.queryForObject("select count(*) from form_draft where form = ?", Integer.class, address);
    }

    private String holder(String address) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(address.substring(address.lastIndexOf('/') + 1))
                .singleResult()
                .getAssignee();
    }
}
