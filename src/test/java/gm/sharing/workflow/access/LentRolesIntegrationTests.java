package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DoorApplication;
import gm.sharing.Visitor;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deputies and organisations that act for others, by pages, REST API and the API of the web applications. */
@Tag("one-database")
@DoorApplication
class LentRolesIntegrationTests extends LentToPeople {

    private static final OrganisationCode BOLTON = new OrganisationCode("bolton");
    private static final OrganisationCode BOLTON_CVS = new OrganisationCode("boltoncvs");
    private static final String CONSENT = "Demo chair (boltoncvs), chair, on 12 January 2026";

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
                .containsExactly(Capacity.OWN.asDeputyOf("ig.bury", "Colin Whitworth"));
        assertThat(ids("ig-bury")).containsExactlyInAnyOrder("ig.bury", "dpo.bury");
    }

    @Test
    void lendsOfficesAndLeadingOnlyAndOnToTheDeputyOfADeputyWhoIsAway() {
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
                    .containsExactlyInAnyOrder(
                            "signatory-bury", "caldicott-bury", "ig-bury", "project-leads", "org-bury");
            assertThat(ids("ig-bury")).containsExactlyInAnyOrder("ig.bury", "caldicott.bury", "signatory.bury");
        } finally {
            engine.getIdentityService().deleteMembership("ig.bury", "process-owners");
            engine.getIdentityService().deleteMembership("ig.bury", "project-leads");
        }
    }

    /** The officer may stand in for the signatory, and the data protection officer for the officer, but not for the signatory. */
    @Test
    void lendsNothingOverADeputyThatMustBeKeptApart() {
        note("signatory.bury", "ig.bury", 0, 1);
        note("ig.bury", "dpo.bury", 2, 3);
        jdbc.update("update absence set first_day = ? where person = 'ig.bury'", java.sql.Date.valueOf(today()));

        assertThat(person("dpo.bury").groups()).contains("ig-bury").doesNotContain("signatory-bury");
        assertThat(ids("signatory-bury")).containsExactlyInAnyOrder("signatory.bury", "ig.bury");
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
                .containsExactly(Capacity.OWN.through(BOLTON, CONSENT));
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
                .containsExactly(Capacity.OWN.through(BOLTON, CONSENT).asDeputyOf("ig.bolton", "Aisha Rahman"));

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

        assertThat(note("ig.bury", "signatory.bury", 3, 4).body()).contains("First day away: these days overlap");
        assertThat(note("signatory.bury", "ig.bury", 0, 1).body()).contains("Colin Whitworth is away then, too.");
        assertThat(note("ig.bury", "signatory.bury", 4, 5).statusCode()).isEqualTo(302);
    }

    @Test
    void rejectsDaysThatAreNoDaysAndKeepsWhatWasChosen() {
        var visitor = Visitor.signedIn(port, "ig.bury");

        var answer = visitor.submit(
                "/absence",
                "/absence",
                Map.of(
                        "firstDay",
                        "31",
                        "firstMonth",
                        "6",
                        "firstYear",
                        "2030",
                        "lastDay",
                        "soon",
                        "deputy",
                        "dpo.bury"));

        assertThat(answer.body())
                .contains(
                        "First day away: give the day, month and year.",
                        "Last day away: give the day",
                        "id=\"firstDay-error\"")
                .contains("value=\"31\"", "value=\"6\"", "value=\"2030\"", "value=\"soon\"")
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
        assertThat(administrator.get("/absence?person=ig.bury").body()).contains("When Colin Whitworth is away");
        assertThat(administrator.get("/absence?person=unknown").statusCode()).isEqualTo(409);
        assertThat(administrator
                        .submit("/absence?person=ig.bury", "/absence", absence("ig.bury", "dpo.bury", 0, 1))
                        .statusCode())
                .isEqualTo(302);
        assertThat(person("dpo.bury").groups()).contains("ig-bury");
        assertThat(Visitor.signedIn(port, "ig.bury").get("/absence").body()).contains("Beatrice Nuttall");
        assertThat(Visitor.signedIn(port, "dpo.bury").get("/absence").body()).contains("You are the deputy of");
    }

    @Test
    void tellsTheDeputyAndKeepsWhoSaidSo() {
        note("ig.bury", "dpo.bury", 0, 1);

        assertThat(jdbc.queryForList("select subject from notice where recipient = 'dpo.bury'", String.class))
                .contains("You are the deputy of Colin Whitworth");
        assertThat(jdbc.queryForList(
                        "select who from event where reference = 'absence' and type = 'absence.noted'", String.class))
                .contains("ig.bury");
        end("ig.bury", absence());
        assertThat(jdbc.queryForList("select subject from notice where recipient = 'dpo.bury'", String.class))
                .contains("You are no longer the deputy of Colin Whitworth");
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

    private HttpResponse<String> end(String person, long absence) {
        return Visitor.signedIn(port, person).submit("/absence", "/absence/" + absence + "/end", Map.of());
    }

    private List<String> ids(String group) {
        return people.in(group).stream().map(Person::id).toList();
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
