package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DoorApplication;
import gm.sharing.Visitor;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.Projects;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks that are passed to colleagues, by pages, REST API and the API of the web applications. */
@Tag("one-database")
@DoorApplication
class PassedTasksIntegrationTests extends LentToPeople {

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Projects projects;

    @Test
    void passesATaskToAColleagueWhoIsToldAndCanDoIt() {
        var project = scenario.sentForSignOff("Passed on");
        var task = ask(project, "manchester");
        var officer = Visitor.signedIn(port, "ig.manchester");
        assertThat(officer.get(page(task)).body())
                .contains("Nobody has taken this task yet.", "Stephen Mbeki")
                .doesNotContain("Deborah Schofield", "Colin Whitworth");
        assertThat(officer.get("/projects/" + project).body()).contains(page(task));
        assertThat(Visitor.signedIn(port, "dpo.manchester")
                        .get("/projects/" + project)
                        .body())
                .contains("IG officer, Manchester City Council")
                .doesNotContain(page(task));

        var answer = pass("ig.manchester", task, "ig2.manchester", "You know the data. <b>Please</b> look.");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(assignee(task)).isEqualTo("ig2.manchester");
        assertThat(officer.get(page(task)).body()).contains("The task is with Stephen Mbeki.");
        assertThat(jdbc.queryForList(
                        "select subject from notice where recipient = 'ig2.manchester' and about like 'passed:%'"
                                + " and reference = ?",
                        String.class, project.value()))
                .containsExactly("Passed to you by Femi Adeyemi: Check: Passed on");
        assertThat(jdbc.queryForMap(
                        "select who, what, for_whom from event where type = 'task.passed' and reference = ?",
                        project.value()))
                .containsEntry("who", "ig.manchester")
                .containsEntry("for_whom", "manchester")
                .extractingByKey("what")
                .asString()
                .endsWith("to Stephen Mbeki. Note: You know the data. <b>Please</b> look.");

        assertThat(pass("ig.manchester", task, "ig.manchester", "").statusCode())
                .as("taken back")
                .isEqualTo(302);
        assertThat(jdbc.queryForList(
                        "select subject from notice where recipient = 'ig2.manchester' and about like 'taken:%'"
                                + " and reference = ?",
                        String.class, project.value()))
                .containsExactly("No longer with you, but with Femi Adeyemi: Check: Passed on");
        assertThat(complete("ig2.manchester", task))
                .as("the group may do it still")
                .isEqualTo(204);
        assertThat(pass("ig.manchester", task, "ig2.manchester", "").body())
                .contains("This task is not open any more, or it is not yours to pass.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dpo.manchester", "signatory.manchester", "ig.bury", "board", "lead.manchester", "nobody", ""})
    void passesATaskToNobodyElse(String other) {
        var task = ask(scenario.sentForSignOff("Not for everybody"), "manchester");

        var answer = pass("ig.manchester", task, other, "Please do it.");

        assertThat(answer.body()).contains("Choose a colleague from the list.", "There is a problem", "Please do it.");
        assertThat(assignee(task)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dpo.manchester", "signatory.manchester", "ig.bury", "lead.manchester", "board", "admin"})
    void letsNobodyPassATaskThatIsNotTheirs(String other) {
        var task = ask(scenario.sentForSignOff("Nobody else's"), "manchester");

        assertThat(Visitor.signedIn(port, other).get(page(task)).statusCode()).isEqualTo(404);
        assertThat(pass(other, task, "ig2.manchester", "").statusCode()).isEqualTo(409);
        assertThat(pass(other, task, other, "").statusCode()).isEqualTo(409);
        assertThat(assignee(task)).isNull();
        assertThat(Visitor.browser(port).get(page(task)).statusCode()).isEqualTo(302);
    }

    @Test
    void keepsTheOtherWaysToGiveATaskAwayClosed() {
        var task = ask(scenario.sentForSignOff("No way around"), "manchester");
        var officer = inTasklist("ig.manchester");

        for (var other : List.of("ig2.manchester", "ig.bury")) {
            var body = Map.of("userId", other);
            assertThat(rest("ig.manchester")
                            .send("POST", REST + "/task/" + task + "/claim", body)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(officer.send("POST", WEBAPP + "/task/" + task + "/claim", body)
                            .statusCode())
                    .isEqualTo(400);
            for (var way : List.of("assignee", "delegate")) {
                assertThat(rest("ig.manchester")
                                .send("POST", REST + "/task/" + task + "/" + way, body)
                                .statusCode())
                        .isEqualTo(403);
                assertThat(officer.send("POST", WEBAPP + "/task/" + task + "/" + way, body)
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(assignee(task)).isNull();
    }

    @Test
    void passesNoTaskToAColleagueWhoLeadsTheProject() {
        var project = scenario.proposed("Four eyes");
        projects.describeNeeds(
                project,
                ProjectFixture.needs(),
                new Person("ig2.manchester", "", "", Set.of("project-leads", "org-manchester")));
        var task = ask(project, "manchester");

        assertThat(Visitor.signedIn(port, "ig.manchester").get(page(task)).body())
                .contains("No colleague can take this task.", "href=\"/absence\">Name a deputy</a>")
                .doesNotContain("Nobody has taken this task yet");
        assertThat(pass("ig.manchester", task, "ig2.manchester", "").body()).contains("Choose a colleague");
    }

    @Test
    void passesATaskAmongThoseWhoActForAnotherOrganisationAndToADeputy() {
        var project = scenario.sentForSignOff("For another");
        var forAnother = ask(project, "boltoncvs");
        assertThat(pass("ig.bolton", forAnother, "ig2.bolton", "").statusCode()).isEqualTo(302);
        assertThat(assignee(forAnother)).isEqualTo("ig2.bolton");

        var ofBury = ask(project, "bury");
        assertThat(pass("ig.bury", ofBury, "dpo.bury", "").statusCode()).isEqualTo(200);
        note("ig.bury", "dpo.bury", 0, 1);
        assertThat(pass("ig.bury", ofBury, "dpo.bury", "").statusCode()).isEqualTo(302);
        daysLater(2);
        assertThat(complete("dpo.bury", ofBury)).isEqualTo(403);
        assertThat(pass("ig.bury", ofBury, "ig.bury", "").statusCode()).isEqualTo(302);
        assertThat(complete("ig.bury", ofBury)).isEqualTo(204);
    }

    private HttpResponse<String> pass(String person, String task, String colleague, String note) {
        return Visitor.signedIn(port, person)
                .submit("/absence", page(task), Map.of("colleague", colleague, "note", note));
    }

    private static String page(String task) {
        return "/tasks/" + task + "/pass";
    }

    private String assignee(String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getAssignee();
    }
}
