package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Visitor;
import gm.sharing.organisation.Role;
import gm.sharing.workflow.access.LookWhoIsThere;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who takes the place of a lead whose deputy is away, has left, or is a lead who is away. */
class DeputiesOfDeputiesIntegrationTests extends LeadAndDeputy {

    @Test
    void tellsWhoeverIsAwayThatTheDeputyIsAwayAsWell() {
        away(0, 6);
        var today = LocalDate.now(clock);

        absences.note(deputy, "ig.salford", today.plusDays(2), today.plusDays(3), person(deputy));

        assertThat(subjects(lead)).contains("Your deputy Dee Salford is away, too");
        assertThat(person("ig.salford").holds(Role.PROJECT_LEAD)).isFalse();
        daysLater(2);
        assertThat(person("ig.salford").holds(Role.PROJECT_LEAD))
                .as("takes the place of the deputy who is away")
                .isTrue();
    }

    @Test
    void passesOnToTheDeputyOfADeputyWhoIsAwayAndComesBackStepByStep() {
        var project = journey.start(lead, proposal("Three in a row"));
        away(0, 6);
        var second = away(deputy, "ig.salford", 0, 3);

        assertThat(keeper(project, "Task_DescribeNeeds")).isEqualTo("ig.salford for " + lead);
        assertThat(subjects("ig.salford"))
                .anySatisfy(subject -> assertThat(subject).startsWith("As deputy of Kit Salford: Describe"));
        assertThat(Visitor.signedIn(port, "ig.salford")
                        .get("/projects?list=own")
                        .body())
                .contains("Three in a row");

        absences.end(second.id().orElseThrow(), person(deputy));

        assertThat(keeper(project, "Task_DescribeNeeds")).isEqualTo(deputy + " for " + lead);
        assertThat(Visitor.signedIn(port, "ig.salford")
                        .get("/projects?list=own")
                        .body())
                .doesNotContain("Three in a row");
    }

    @Test
    void staysWithTheLeadWhereDeputiesGoRoundInACircleAndTellsTheFellowLeadsOnce() {
        var project = journey.start(lead, proposal("In a circle"));
        away(0, 6);
        away(deputy, lead, 7, 8);
        jdbc.sql("update absence set first_day = :today where person = :deputy")
                .param("today", LocalDate.now(clock))
                .param("deputy", deputy)
                .update();

        LookWhoIsThere.now(beans);
        LookWhoIsThere.now(beans);

        assertThat(keeper(project, "Task_DescribeNeeds")).isEqualTo(lead);
        for (var told : List.of(lead, COLLEAGUE)) {
            assertThat(subjects(told))
                    .filteredOn(subject ->
                            subject.startsWith("Nobody is there for this task") && subject.contains("In a circle"))
                    .as(told)
                    .hasSize(1);
        }
        assertThat(subjects("lead.manchester")).noneMatch(subject -> subject.contains("In a circle"));
    }

    @Test
    void givesTasksBackAndTellsSomebodyWhenTheAccountOfTheDeputyIsDisabled() {
        var project = journey.start(lead, proposal("Deputy disabled"));
        away(0, 6);
        assertThat(keeper(project, "Task_DescribeNeeds")).isEqualTo(deputy + " for " + lead);

        Visitor.signedIn(port, "admin.salford")
                .submit("/absence", "/leaving/" + deputy + "/disable", Map.of("reason", "Left."));

        assertThat(keeper(project, "Task_DescribeNeeds")).isEqualTo(lead);
        assertThat(subjects(COLLEAGUE))
                .anyMatch(subject ->
                        subject.startsWith("Nobody is there for this task") && subject.contains("Deputy disabled"));
    }

    @Test
    void showsWhatALeadWhoIsAwayLeadsAmongTheOwnProjectsOfTheDeputy() {
        journey.start(lead, proposal("Lent for a day"));
        assertThat(visit(deputy)).doesNotContain("Lent for a day");

        away(0, 0);

        assertThat(visit(deputy)).contains("Lent for a day");
        daysLater(1);
        assertThat(visit(deputy)).doesNotContain("Lent for a day");
    }

    @Test
    void goesOnWithWhatWhoeverIsAwayHasBegunInAnOffice() {
        var project = screened("Begun in an office");
        var task = journey.task(project, "Task_ConfirmNoDpia");
        var officer = account("Olu", Role.DPO.groupOf(SALFORD));
        var standIn = account("Sam", Role.DPO.groupOf(SALFORD));
        engine.getTaskService().setAssignee(task.getId(), officer);
        assertThat(work(standIn)).doesNotContain("/tasks/" + task.getId());

        away(officer, standIn, 0, 0);

        assertThat(work(standIn))
                .containsPattern("Your work *\\([1-9]")
                .containsSubsequence(
                        "href=\"/tasks/" + task.getId() + "/pass\"",
                        "Begun in an office",
                        "Begun by Olu Salford, who is away",
                        "Take it over, or pass it to a colleague");
        assertThat(signedIn(standIn).get("/work?state=taken").body())
                .as("taken by you")
                .doesNotContain("Begun in an office");
        for (var other : List.of("dpo.salford", "dpo.bury", COLLEAGUE, "ig.salford")) {
            assertThat(Visitor.signedIn(port, other)
                            .get("/work?words=begun+office")
                            .body())
                    .as(other)
                    .doesNotContain("Begun by");
        }
        var pass = "/tasks/" + task.getId() + "/pass";
        signedIn(standIn).submit(pass, pass, Map.of("colleague", standIn));
        assertThat(work(standIn))
                .contains("Begun in an office", "href=\"/tasks/" + task.getId() + "\"")
                .doesNotContain("Begun by");

        engine.getTaskService().setAssignee(task.getId(), officer);
        daysLater(1);
        assertThat(work(standIn)).as("the absence is over").doesNotContain("/tasks/" + task.getId());
        List.of(officer, standIn).forEach(engine.getIdentityService()::deleteUser);
    }

    private Visitor signedIn(String person) {
        var visitor = Visitor.browser(port);
        visitor.signIn(person, TestPeople.PASSWORD);
        return visitor;
    }

    private String work(String person) {
        return signedIn(person).get("/work").body();
    }
}
