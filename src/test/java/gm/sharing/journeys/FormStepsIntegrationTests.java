package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.harmInScreening;
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
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A long form is answered step by step; nothing typed is lost on the way, and sending checks everything. */
@DemoApplication
class FormStepsIntegrationTests extends WalkedProject {

    private static final Pattern REVISION = Pattern.compile("name=\"_draft\" value=\"(\\d+)\"");

    private static final Pattern BEFORE = Pattern.compile("href=\"(/tasks/[^\"/]+/before/[^\"]+)\"");

    @LocalServerPort
    int port;

    private Visitor lead;
    private String address;
    private String project;

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @BeforeEach
    void comeToTheArrangements() {
        lead = Visitor.signedIn(port, LEAD);
        project = journey.start(LEAD, proposal(title()));
        journey.complete(project, "Task_DescribeNeeds", LEAD, Answers.needs());
        journey.complete(
                project, "Task_NamePartners", LEAD, Answers.partners(List.of("manchester"), List.of("bolton")));
        journey.complete(
                project,
                "Task_DescribeFlows",
                LEAD,
                Answers.flows(List.of(flow(List.of("manchester"), List.of("bolton")))));
        address = "/tasks/" + journey.task(project, "Task_AgreeArrangements").getId();
    }

    @Test
    void saysHowFarEachStepIsAndChecksOneAtATime() {
        assertThat(list())
                .contains("Steps: 0 of 6 completed", "1. Quality", "6. Whose signatures the agreement needs")
                .contains("Not started yet", "Begin with step 1")
                .doesNotContain("name=\"minimisation\"");
        assertThat(lead.get(address + "/steps/1").body())
                .contains("step 1 of 6", "name=\"minimisation\"")
                .doesNotContain("name=\"retention\"", "name=\"contact\"");

        HttpResponse<String> refused = press(1, "continue", Map.of("minimisation", "Only what is needed"));
        assertThat(refused.body())
                .contains(">Error: Quality", "There is a problem", "href=\"#accuracy\"", "Only what is needed")
                .doesNotContain("#retention\"");
        assertThat(list()).contains("Steps: 0 of 6 completed", "govuk-tag--red");
        assertThat(lead.get(address + "/steps/1").body()).contains("href=\"#accuracy\"", "Only what is needed");

        assertThat(to(press(1, "continue", Map.of("minimisation", "Only what is needed", "accuracy", "Weekly"))))
                .isEqualTo(address + "/steps/2");
        assertThat(list()).contains("Steps: 1 of 6 completed", "Go on with step 2");
    }

    @Test
    void losesNothingOnTheWayBackAndToTheList() {
        assertThat(to(press(2, "back", Map.of("retention", "Typed before going back"))))
                .isEqualTo(address + "/steps/1");
        assertThat(to(press(1, "list", Map.of("accuracy", "Typed before the list"))))
                .isEqualTo(address);
        assertThat(to(press(1, "back", Map.of("accuracy", "Typed before the list"))))
                .isEqualTo(address);

        assertThat(list()).contains("In progress");
        assertThat(lead.get(address + "/steps/1").body()).contains("Typed before the list");
        assertThat(lead.get(address + "/steps/2").body())
                .contains("Typed before going back")
                .doesNotContain("There is a problem");
    }

    @Test
    void leadsFromAllAnswersToAStepAndBackAndSendsWhenAllIsRight() {
        press(6, "continue", Map.of("signOffRule.kind", "all"));
        String all = lead.get(address + "/check").body();
        assertThat(all).contains("href=\"" + address + "/steps/1?check=yes#minimisation\"", "Not answered yet");

        HttpResponse<String> early = lead.submit("/absence", address, Map.of("_do", "send-checked"));
        assertThat(early.body())
                .contains("Put these answers right", "name=\"_steps\" value=\"1,2,3,4,5\"", "href=\"#breaches\"")
                .doesNotContain("name=\"signOffRule.kind\"");

        List<Entry<String, String>> rest = new ArrayList<>(days());
        rest.addAll(PageDriver.fields(without(arrangements(), "startDate", "signOffRule")));
        rest.add(Map.entry("_steps", "1,2,3,4,5"));
        rest.add(Map.entry("_check", "yes"));
        assertThat(to(send("continue", rest))).isEqualTo(address + "/check");

        assertThat(to(lead.submit("/absence", address, Map.of("_do", "send-checked"))))
                .endsWith("/done");
    }

    @Test
    void showsAllOnOnePageForWhoeverWantsThat() {
        assertThat(to(lead.submit(address, address, Map.of("_do", "whole")))).isEqualTo(address);

        assertThat(lead.get(address).body())
                .contains("name=\"minimisation\"", "name=\"retention\"", "value=\"in-steps\"");
        send("in-steps", List.of(Map.entry("accuracy", "Typed as a whole")));
        assertThat(list()).contains("Steps: 0 of 6 completed", "In progress");
        assertThat(lead.get(address + "/steps/1").body()).contains("Typed as a whole");
    }

    @Test
    void showsWhatWasAnsweredInEarlierStepsAndWhereItCanBeChanged() {
        assertThat(list()).contains("What you answered before", address + "/before/Task_DescribeNeeds");

        assertThat(lead.get(address + "/before/Task_DescribeNeeds").body())
                .contains("Support needs", "To find households that need help")
                .contains("You can change this in “Revise the project”, when the project comes to it.");
        assertThat(lead.get(address + "/before/Task_DescribeFlows").body())
                .contains("Encrypted in transit and at rest.");
        assertThat(lead.get(address + "/before/Task_NamePartners").body()).contains("Bolton Council");
        assertThat(to(lead.get(address + "/before/Task_CheckDraft"))).isEqualTo(address);
        assertThat(to(Visitor.signedIn(port, "lead.salford").get(address + "/before/Task_DescribeNeeds")))
                .isEqualTo(address);
        assertThat(Visitor.signedIn(port, "admin")
                        .get(address + "/before/Task_DescribeNeeds")
                        .body())
                .doesNotContain("Support needs");
    }

    @Test
    void areReadOnTheProjectsPageOnceTheyAreSentByThoseWhoMayReadDrafts() {
        String page = "/projects/" + project;
        assertThat(lead.get(page).body())
                .contains(
                        ">What is shared</a",
                        ">Partners</a",
                        ">Flows and lawful bases</a",
                        "href=\"" + page + "/answers/Task_DescribeFlows\"")
                .containsPattern("href=\"" + page + "/answers/Task_NamePartners\"[^>]*>3. Partners")
                .doesNotContain(page + "/answers/Task_AgreeArrangements");

        assertThat(lead.get(page + "/answers/Task_DescribeNeeds").body())
                .contains("What is shared", "Support needs", "To find households that need help")
                .containsPattern(project + "</span> · Help before eviction [-0-9a-f]+</span")
                .contains("These are the newest answers, last sent on ");
        assertThat(lead.get(page + "/answers/Task_DescribeFlows").body()).contains("Encrypted in transit and at rest.");
        assertThat(Visitor.signedIn(port, "ig.manchester")
                        .get(page + "/answers/Task_NamePartners")
                        .body())
                .contains("Bolton Council");
        assertThat(lead.get(page + "/answers/Task_AgreeArrangements").statusCode())
                .isEqualTo(404);
        assertThat(List.of("ig.bolton", "lead.salford", "owner"))
                .allSatisfy(other -> assertThat(Visitor.signedIn(port, other)
                                .get(page + "/answers/Task_DescribeNeeds")
                                .statusCode())
                        .isEqualTo(404));

        // As when an administrator deletes a version of the process that nothing follows any more.
        database.update(
                "update act_hi_taskinst set proc_def_id_ = 'deleted' where task_def_key_ = 'Task_DescribeNeeds'"
                        + " and root_proc_inst_id_ in (select proc_inst_id_ from act_hi_procinst where business_key_ = ?)",
                project);
        assertThat(lead.get(page).body()).contains(">Partners</a").doesNotContain(page + "/answers/Task_DescribeNeeds");
    }

    @Test
    void leadsFromEarlierAnswersToTheTaskInWhichTheyCanBeChangedNow() {
        project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        writeOpenSections(project);
        address = "/tasks/" + journey.task(project, "Task_DpiaRisks").getId();
        assertThat(BEFORE.matcher(list()).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(5)
                .allSatisfy(earlier -> assertThat(lead.get(earlier).body()).contains("with what has changed since"));
        dpiaUpToAdviceOf(project);
        address = "/tasks/" + journey.task(project, "Task_CheckDraft").getId();

        assertThat(lead.get(address + "/before/Task_AgreeArrangements").body())
                .contains("It comes after “Check the draft agreement”, which waits for you")
                .contains("href=\"" + address + "\">Open that task");
        journey.complete(project, "Task_CheckDraft", LEAD, Map.of("sendOut", "false"));
        address = "/tasks/" + journey.task(project, "Task_ReviseProject").getId();
        assertThat(lead.get(address + "/before/Task_AnswerScreening").body())
                .contains("You can change this in “Revise the project”, which waits for you.")
                .contains("href=\"" + address + "\">Open that task");
    }

    private void dpiaUpToAdviceOf(String project) {
        journey.complete(project, "Task_DpiaRisks", LEAD, Answers.risks("remote", "significant"));
        journey.advise(project, "manchester", Answers.advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, Answers.dpiaDecision("approve"));
    }

    @Test
    void areOfTheFormAlone() {
        assertThat(to(lead.get(address + "/steps/7"))).isEqualTo(address);
        Visitor other = Visitor.signedIn(port, "ig.bolton");
        assertThat(to(other.get(address + "/steps/1"))).isEqualTo(address);
        assertThat(other.submit("/absence", address, Map.of("_do", "continue", "_steps", "1", "accuracy", "Not theirs"))
                        .statusCode())
                .isBetween(400, 499);
    }

    private String list() {
        return lead.get(address).body();
    }

    private HttpResponse<String> press(int step, String button, Map<String, String> fields) {
        List<Entry<String, String>> all = new ArrayList<>(fields.entrySet());
        all.add(Map.entry("_steps", String.valueOf(step)));
        return send(button, all);
    }

    private HttpResponse<String> send(String button, List<Entry<String, String>> fields) {
        Matcher revision = REVISION.matcher(lead.get(address).body());
        assertThat(revision.find()).isTrue();
        List<Entry<String, String>> all = new ArrayList<>(fields);
        all.add(Map.entry("_draft", revision.group(1)));
        all.add(Map.entry("_do", button));
        return lead.submit(address, address, all);
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.body()).replaceFirst("^https?://[^/]+", "");
    }

    private static List<Entry<String, String>> days() {
        String[] day = String.valueOf(arrangements().get("startDate")).split("-");
        return List.of(
                Map.entry("startDate.year", day[0]),
                Map.entry("startDate.month", day[1]),
                Map.entry("startDate.day", day[2]));
    }

    private static Map<String, Object> without(Map<String, Object> answers, String... names) {
        List.of(names).forEach(answers::remove);
        return answers;
    }
}
