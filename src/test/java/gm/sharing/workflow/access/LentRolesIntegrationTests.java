package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.workflow.model.BeforeTheGate;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deputies, organisations that act for others and colleagues to whom tasks are passed, by pages, REST API and the API of the web applications. */
@Tag("own-jvm")
@DemoApplication
class LentRolesIntegrationTests {

    private static final String REST = "/engine-rest";
    private static final String WEBAPP = "/camunda/api/engine/engine/default";
    private static final OrganisationCode BOLTON = new OrganisationCode("bolton");
    private static final OrganisationCode BOLTON_CVS = new OrganisationCode("boltoncvs");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Projects projects;

    String deployment = "";

    @BeforeEach
    void deploy() {
        deployment = BeforeTheGate.deploy(engine, "access/check.bpmn");
    }

    @AfterEach
    void tidyUp() {
        ClockUtil.reset();
        jdbc.update("delete from absence");
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void letsADeputyDoTheTasksOfWhoeverIsAwayFromTheNextRequestOnAndNoLonger() {
        var task = ask("bury");
        var deputy = inTasklist("dpo.bury");
        var bystander = inTasklist("signatory.bury");
        assertThat(deputy.getJson(WEBAPP + "/task/" + task).statusCode()).isEqualTo(404);

        assertThat(note("ig.bury", "dpo.bury", 0, 1).statusCode()).isEqualTo(302);

        assertThat(deputy.getJson(WEBAPP + "/task/" + task).statusCode()).isEqualTo(200);
        assertThat(rest("dpo.bury").getJson(REST + "/task/" + task).statusCode())
                .isEqualTo(200);
        assertThat(myOrganisationsTasks("dpo.bury")).contains("SJ-2026-0001 bury");
        for (var other : List.of(bystander, inTasklist("ig2.bolton"))) {
            assertThat(other.getJson(WEBAPP + "/task/" + task).statusCode()).isEqualTo(404);
        }
        assertThat(deputy.send("POST", WEBAPP + "/task/" + task + "/claim", Map.of("userId", "dpo.bury"))
                        .statusCode())
                .isEqualTo(204);

        daysLater(2);

        assertThat(deputy.getJson(WEBAPP + "/task/" + task).statusCode()).isEqualTo(404);
        assertThat(rest("dpo.bury").getJson(REST + "/task/" + task).statusCode())
                .isEqualTo(404);
        assertThat(complete("dpo.bury", task)).isEqualTo(403);
        assertThat(deputy.send("POST", WEBAPP + "/task/" + task + "/submit-form", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(complete("ig.bury", task)).isEqualTo(204);
    }

    /** Only models from before the gate hold one; the engine would make a variable of the process of each answer. */
    @Test
    void takesNoAnswersForATaskWithoutAForm() {
        var task = ask("bury");
        var forged = Map.of("variables", Map.of("lead", Map.of("value", "ig.bury", "type", "String")));

        assertThat(rest("ig.bury")
                        .send("POST", REST + "/task/" + task + "/submit-form", forged)
                        .statusCode())
                .isEqualTo(400);
        assertThat(rest("ig.bury")
                        .send("POST", REST + "/task/" + task + "/complete", forged)
                        .statusCode())
                .isEqualTo(403);
        assertThat(complete("ig.bury", task)).isEqualTo(204);
    }

    @Test
    void endsADeputysRoleWhenTheAbsenceIsEndedEarly() {
        var task = ask("bury");
        note("ig.bury", "dpo.bury", 0, 5);
        var deputy = inTasklist("dpo.bury");
        assertThat(deputy.getJson(WEBAPP + "/task/" + task).statusCode()).isEqualTo(200);

        assertThat(end("dpo.bury", absence()).statusCode())
                .as("not the deputy's to end")
                .isEqualTo(409);
        assertThat(deputy.getJson(WEBAPP + "/task/" + task).statusCode()).isEqualTo(200);
        assertThat(end("ig.bury", absence()).statusCode()).isEqualTo(302);

        assertThat(deputy.getJson(WEBAPP + "/task/" + task).statusCode()).isEqualTo(404);
        assertThat(complete("dpo.bury", task)).isEqualTo(403);
    }

    @Test
    void lendsADeputyNothingBeforeTheFirstDay() {
        note("ig.bury", "dpo.bury", 1, 2);

        assertThat(person("dpo.bury").holds(Role.IG_OFFICER, new OrganisationCode("bury")))
                .isFalse();
        assertThat(ids("ig-bury")).containsExactly("ig.bury");
        daysLater(1);
        assertThat(person("dpo.bury").capacities(Role.IG_OFFICER, new OrganisationCode("bury")))
                .containsExactly(Capacity.OWN.asDeputyOf("ig.bury", "IG officer, Bury Council"));
        assertThat(ids("ig-bury")).containsExactlyInAnyOrder("ig.bury", "dpo.bury");
    }

    @Test
    void lendsOfficesAndLeadingOnlyAndNothingThatWasLent() {
        engine.getIdentityService().createMembership("ig.bury", "process-owners");
        engine.getIdentityService().createMembership("ig.bury", "project-leads");
        try {
            note("ig.bury", "caldicott.bury", 0, 1);
            note("caldicott.bury", "signatory.bury", 2, 3);
            jdbc.update(
                    "update absence set first_day = ? where person = 'caldicott.bury'", java.sql.Date.valueOf(today()));

            assertThat(person("caldicott.bury").groups())
                    .containsExactlyInAnyOrder("caldicott-bury", "ig-bury", "project-leads", "org-bury");
            assertThat(person("signatory.bury").groups())
                    .containsExactlyInAnyOrder("signatory-bury", "caldicott-bury", "org-bury");
        } finally {
            engine.getIdentityService().deleteMembership("ig.bury", "process-owners");
            engine.getIdentityService().deleteMembership("ig.bury", "project-leads");
        }
    }

    @Test
    void lendsNothingAnyMoreWhenTheDeputyMovesToAnotherOrganisation() {
        note("ig.bury", "caldicott.bury", 0, 1);
        engine.getIdentityService().deleteMembership("caldicott.bury", "org-bury");
        engine.getIdentityService().createMembership("caldicott.bury", "org-wigan");
        try {
            assertThat(person("caldicott.bury").groups()).containsExactlyInAnyOrder("caldicott-bury", "org-wigan");
            assertThat(ids("ig-bury")).containsExactly("ig.bury");
        } finally {
            engine.getIdentityService().deleteMembership("caldicott.bury", "org-wigan");
            engine.getIdentityService().createMembership("caldicott.bury", "org-bury");
        }
    }

    @Test
    void letsAnOrganisationActForAnotherInTheOfficesThatNobodyHoldsThere() {
        var task = ask("boltoncvs");

        assertThat(ids("ig-boltoncvs")).containsExactlyInAnyOrder("ig.bolton", "ig2.bolton");
        assertThat(person("ig.bolton").organisation()).contains(BOLTON);
        assertThat(person("ig.bolton").organisations()).containsExactlyInAnyOrder(BOLTON, BOLTON_CVS);
        assertThat(person("ig.bolton").capacities(Role.IG_OFFICER, BOLTON_CVS))
                .containsExactly(Capacity.OWN.through(BOLTON));
        assertThat(person("ig.bolton").holds(Role.SIGNATORY, BOLTON_CVS)).isFalse();
        assertThat(rest("ig.bolton").getJson(REST + "/task/" + task).statusCode())
                .isEqualTo(200);
        for (var other : List.of("ig.bury", "signatory.bolton", "dpo.bolton", "lead.manchester")) {
            assertThat(rest(other).getJson(REST + "/task/" + task).statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(complete(other, task)).as(other).isEqualTo(403);
        }

        note("ig.bolton", "dpo.bolton", 0, 0);
        assertThat(person("dpo.bolton").capacities(Role.IG_OFFICER, BOLTON_CVS))
                .containsExactly(Capacity.OWN.through(BOLTON).asDeputyOf("ig.bolton", "IG officer, Bolton Council"));

        engine.getIdentityService().createMembership("ig.wigan", "ig-boltoncvs");
        try {
            assertThat(ids("ig-boltoncvs")).containsExactly("ig.wigan");
            assertThat(complete("ig.bolton", task))
                    .as("somebody there holds the role now")
                    .isEqualTo(403);
            assertThat(person("ig.bolton").organisations()).containsExactly(BOLTON);
        } finally {
            engine.getIdentityService().deleteMembership("ig.wigan", "ig-boltoncvs");
        }
        assertThat(complete("ig2.bolton", task)).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ig.bolton", "nobody", "board", "ig.bury", ""})
    void rejectsADeputyFromElsewhereAndOneself(String deputy) {
        var answer = note("ig.bury", deputy, 0, 1);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("There is a problem", "Choose");
        assertThat(jdbc.queryForObject("select count(*) from absence", Integer.class))
                .isZero();
    }

    @Test
    void rejectsASecondAbsenceOnTheSameDaysAndADeputyWhoIsAway() {
        note("ig.bury", "dpo.bury", 1, 3);

        assertThat(note("ig.bury", "signatory.bury", 3, 4).body()).contains("These days overlap");
        assertThat(note("signatory.bury", "ig.bury", 0, 1).body())
                .contains("IG officer, Bury Council is away then, too.");
        assertThat(note("ig.bury", "signatory.bury", 4, 5).statusCode()).isEqualTo(302);
    }

    @Test
    void rejectsDaysThatAreNoDaysAndKeepsWhatWasChosen() {
        var visitor = Visitor.signedIn(port, "ig.bury");

        var answer = visitor.submit(
                "/absence", "/absence", Map.of("firstDay", "soon", "lastDay", "2030-01-01", "deputy", "dpo.bury"));

        assertThat(answer.body())
                .contains("Give the day, month and year.", "value=\"2030-01-01\"")
                .containsPattern("value=\"dpo.bury\"\\s+selected");
    }

    @Test
    void letsNobodySayForOthersThatTheyAreAwayButAdministrators() {
        var visitor = Visitor.signedIn(port, "dpo.bury");
        assertThat(visitor.get("/absence?person=ig.bury").statusCode()).isEqualTo(403);
        assertThat(visitor.submit("/absence", "/absence", absence("ig.bury", "dpo.bury", 0, 1))
                        .statusCode())
                .isEqualTo(403);
        assertThat(person("dpo.bury").groups()).doesNotContain("ig-bury");

        var administrator = Visitor.signedIn(port, "admin");
        assertThat(administrator.get("/absence?person=ig.bury").body())
                .contains("When IG officer, Bury Council is away");
        assertThat(administrator.get("/absence?person=unknown").statusCode()).isEqualTo(409);
        assertThat(administrator
                        .submit("/absence?person=ig.bury", "/absence", absence("ig.bury", "dpo.bury", 0, 1))
                        .statusCode())
                .isEqualTo(302);
        assertThat(person("dpo.bury").groups()).contains("ig-bury");
        assertThat(Visitor.signedIn(port, "ig.bury").get("/absence").body())
                .contains("Data protection officer, Bury Council");
        assertThat(Visitor.signedIn(port, "dpo.bury").get("/absence").body()).contains("You are the deputy of");
    }

    @Test
    void tellsTheDeputyAndKeepsWhoSaidSo() {
        note("ig.bury", "dpo.bury", 0, 1);

        assertThat(jdbc.queryForList("select subject from notice where recipient = 'dpo.bury'", String.class))
                .contains("You are the deputy of IG officer, Bury Council");
        assertThat(jdbc.queryForList(
                        "select who from event where reference = 'absence' and type = 'absence.noted'", String.class))
                .contains("ig.bury");
        end("ig.bury", absence());
        assertThat(jdbc.queryForList("select subject from notice where recipient = 'dpo.bury'", String.class))
                .contains("You are no longer the deputy of IG officer, Bury Council");
    }

    @Test
    void passesATaskToAColleagueWhoIsToldAndCanDoIt() {
        var project = scenario.sentForSignOff("Passed on");
        var task = ask(project, "manchester");
        var officer = Visitor.signedIn(port, "ig.manchester");
        assertThat(officer.get(page(task)).body())
                .contains("Nobody has taken this task yet.", "Second IG officer, Manchester City Council")
                .doesNotContain("Data protection officer", "IG officer, Bury Council");
        assertThat(officer.get("/projects/" + project).body()).contains(page(task));
        assertThat(Visitor.signedIn(port, "dpo.manchester")
                        .get("/projects/" + project)
                        .body())
                .contains("IG officer, Manchester City Council")
                .doesNotContain(page(task));

        var answer = pass("ig.manchester", task, "ig2.manchester", "You know the data. <b>Please</b> look.");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(assignee(task)).isEqualTo("ig2.manchester");
        assertThat(officer.get(page(task)).body())
                .contains("The task is with Second IG officer, Manchester City Council.");
        assertThat(jdbc.queryForList(
                        "select subject from notice where recipient = 'ig2.manchester' and about like 'passed:%'"
                                + " and reference = ?",
                        String.class, project.value()))
                .containsExactly("Passed to you by IG officer, Manchester City Council: Check: Passed on");
        assertThat(jdbc.queryForMap(
                        "select who, what, for_whom from event where type = 'task.passed' and reference = ?",
                        project.value()))
                .containsEntry("who", "ig.manchester")
                .containsEntry("for_whom", "manchester")
                .extractingByKey("what")
                .asString()
                .endsWith(
                        "to Second IG officer, Manchester City Council. Note: You know the data. <b>Please</b> look.");

        assertThat(pass("ig.manchester", task, "ig.manchester", "").statusCode())
                .as("taken back")
                .isEqualTo(302);
        assertThat(jdbc.queryForList(
                        "select subject from notice where recipient = 'ig2.manchester' and about like 'taken:%'"
                                + " and reference = ?",
                        String.class, project.value()))
                .containsExactly("No longer with you, but with IG officer, Manchester City Council: Check: Passed on");
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
                .contains("Nobody else of your organisation can do it");
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

    @Test
    void isClosedToThoseWhoAreNotSignedIn() {
        assertThat(Visitor.browser(port).get("/absence").statusCode()).isEqualTo(302);
        assertThat(Visitor.signedIn(port, "ig.bury")
                        .post("/absence", absence("ig.bury", "dpo.bury", 0, 1))
                        .statusCode())
                .as("without the token against forged requests")
                .isEqualTo(403);
    }

    private String ask(String partner) {
        return ask(new ProjectReference("SJ-2026-0001"), partner);
    }

    private String ask(ProjectReference project, String partner) {
        var instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "access-check",
                        project.value(),
                        Map.of("partner", partner, "lead", "lead.manchester", "due", Date.from(Instant.now())));
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
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

    private HttpResponse<String> note(String person, String deputy, int first, int last) {
        return Visitor.signedIn(port, person).submit("/absence", "/absence", absence(person, deputy, first, last));
    }

    private Map<String, String> absence(String person, String deputy, int first, int last) {
        return Map.of(
                "person",
                person,
                "deputy",
                deputy,
                "firstDay",
                today().plusDays(first).toString(),
                "lastDay",
                today().plusDays(last).toString());
    }

    private HttpResponse<String> end(String person, long absence) {
        return Visitor.signedIn(port, person).submit("/absence", "/absence/" + absence + "/end", Map.of());
    }

    private long absence() {
        return jdbc.queryForObject("select max(id) from absence", Long.class);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static void daysLater(int days) {
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(days, ChronoUnit.DAYS)));
    }

    private Person person(String id) {
        return people.find(id).orElseThrow();
    }

    private List<String> ids(String group) {
        return people.in(group).stream().map(Person::id).toList();
    }

    private Visitor inTasklist(String user) {
        var visitor = Visitor.signedIn(port, user);
        visitor.get("/camunda/app/tasklist/default/");
        visitor.getJson(WEBAPP + "/filter");
        return visitor;
    }

    private Visitor rest(String user) {
        return Visitor.program(port, user);
    }

    private int complete(String user, String task) {
        return rest(user)
                .send("POST", REST + "/task/" + task + "/submit-form", Map.of())
                .statusCode();
    }

    private List<String> myOrganisationsTasks(String user) {
        var shown = new ArrayList<String>();
        for (var filter : rest(user).json(REST + "/filter")) {
            if ("My organisation's tasks".equals(filter.get("name").textValue())) {
                rest(user)
                        .json(REST + "/filter/" + filter.get("id").textValue() + "/list")
                        .forEach(task -> shown.add(engine.getTaskService()
                                .getVariable(task.get("id").textValue(), "project")
                                .toString()));
            }
        }
        return shown;
    }
}
