package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.audit.Event;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.access.LookWhoIsThere;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No task, question or project waits for somebody who is away or has left. */
@Tag("one-database")
class LeadsWhoAreNotThereIntegrationTests extends LeadAndDeputy {

    @Test
    void givesOpenAndNewTasksToTheDeputyWhoseWorkIsRecordedAsThat() {
        var project = journey.start(lead, proposal("Away for a week"));
        var reference = new ProjectReference(project);
        assertThat(fourEyes.lets(person(deputy), Role.IG_OFFICER, SALFORD, reference))
                .isTrue();

        away(0, 6);

        assertThat(keeper(project, "Task_DescribeNeeds")).isEqualTo(deputy + " for " + lead);
        assertThat(page(project)).contains("Dee Salford, deputy of Kit Salford");
        assertThat(subjects(deputy))
                .anySatisfy(subject -> assertThat(subject).startsWith("As deputy of Kit Salford: Describe what needs"));

        journey.complete(project, "Task_DescribeNeeds", deputy, needs());

        assertThat(keeper(project, "Task_NamePartners")).isEqualTo(deputy + " for " + lead);
        assertThat(subjects(lead)).anySatisfy(subject -> assertThat(subject).startsWith("Name the partners"));
        assertThat(subjects(deputy)).anySatisfy(subject -> assertThat(subject).startsWith("Name the partners"));
        assertThat(page(project))
                .contains(
                        "Completed “Describe what needs to be shared” as deputy of Kit Salford.",
                        "Project lead, Salford City Council, as deputy of Kit Salford");
        assertThat(leads.actedAsLead(reference)).contains(lead, deputy);
        assertThat(fourEyes.lets(person(deputy), Role.IG_OFFICER, SALFORD, reference))
                .as("who worked in the place of the lead signs nothing off")
                .isFalse();
    }

    @Test
    void refusesATaskOfALeadWhoIsAwayToEverybodyButTheDeputy() {
        var project = journey.start(lead, proposal("Not yours"));
        away(0, 6);

        for (var other : List.of("ig.salford", "signatory.salford", "lead.manchester", "ig.bury", "board", lead)) {
            assertThatThrownBy(() -> journey.complete(project, "Task_DescribeNeeds", other, needs()))
                    .as(other)
                    .isInstanceOf(AuthorizationException.class);
        }

        journey.complete(project, "Task_DescribeNeeds", deputy, needs());
    }

    @Test
    void givesEverythingBackWhenTheAbsenceIsEnded() {
        var project = journey.start(lead, proposal("Back early"));
        var absence = away(0, 6);
        journey.complete(project, "Task_DescribeNeeds", deputy, needs());

        absences.end(absence.id().orElseThrow(), person(lead));

        assertThat(keeper(project, "Task_NamePartners")).isEqualTo(lead);
        assertThatThrownBy(() -> journey.complete(
                        project, "Task_NamePartners", deputy, partners(List.of("salford"), List.of("bury"))))
                .isInstanceOf(AuthorizationException.class);
        journey.complete(project, "Task_NamePartners", lead, partners(List.of("salford"), List.of("bury")));
        assertThat(keeper(project, "Task_DescribeFlows")).isEqualTo(lead);
    }

    @Test
    void beginsAndEndsByTheDayWithoutAnybody() {
        var project = journey.start(lead, proposal("From tomorrow"));
        away(1, 2);
        LookWhoIsThere.now(beans);
        assertThat(keeper(project, "Task_DescribeNeeds")).isEqualTo(lead);

        daysLater(1);
        LookWhoIsThere.now(beans);
        assertThat(keeper(project, "Task_DescribeNeeds")).isEqualTo(deputy + " for " + lead);
        LookWhoIsThere.now(beans);
        assertThat(subjects(deputy))
                .filteredOn(subject -> subject.startsWith("As deputy of"))
                .hasSize(1);

        daysLater(3);
        LookWhoIsThere.now(beans);
        assertThat(keeper(project, "Task_DescribeNeeds")).isEqualTo(lead);
    }

    @Test
    void givesTasksBackWhenTheDeputyLeaves() {
        var project = journey.start(lead, proposal("Deputy leaves"));
        away(0, 6);
        engine.getIdentityService().deleteMembership(deputy, Role.MEMBER.groupOf(SALFORD));

        LookWhoIsThere.now(beans);

        assertThat(keeper(project, "Task_DescribeNeeds")).isEqualTo(lead);
    }

    @Test
    void letsADeputyProposeNothing() {
        away(0, 1);

        assertThat(person(deputy).holds(Role.PROJECT_LEAD)).isTrue();
        assertThatThrownBy(() -> projects.propose(ProjectFixture.proposal("Too much"), person(deputy)))
                .hasMessageContaining("a deputy proposes none");
        var project = new ProjectReference(journey.start(lead, proposal("Stays with a lead")));
        assertThatThrownBy(() -> leads.handOver(project, person(deputy), person(lead)))
                .hasMessageContaining("Choose a project lead");
    }

    @Test
    void leavesTheTaskOfAProjectLeadWhoseDeputyLeadsElsewhereAlone() {
        var project = journey.start(COLLEAGUE, proposal("Nobody is away here"));

        away(0, 1);

        assertThat(keeper(project, "Task_DescribeNeeds")).isEqualTo(COLLEAGUE);
    }

    @Test
    void handsAProjectOverWhoseLeadHasNoAccountAnyMore() {
        var project = journey.start(lead, proposal("Lead is gone"));
        engine.getIdentityService().deleteUser(lead);

        LookWhoIsThere.now(beans);

        var successor = projects.get(new ProjectReference(project)).lead();
        assertThat(person(successor).holdsInOwnRight(Role.PROJECT_LEAD)).isTrue();
        assertThat(person(successor).organisation()).contains(SALFORD);
        assertThat(keeper(project, "Task_DescribeNeeds")).isEqualTo(successor);
        assertThat(subjects(successor)).contains("You lead this project now: Lead is gone");
        assertThat(trail.of(project))
                .filteredOn(event -> event.type().equals("project.lead-changed"))
                .singleElement()
                .satisfies(event -> assertThat(event.who()).isEqualTo(Event.SYSTEM));
        journey.complete(project, "Task_DescribeNeeds", successor, needs());
        assertThat(keeper(project, "Task_NamePartners")).isEqualTo(successor);
    }

    @Test
    void handsAProjectOverWhoseLeadLeavesTheOrganisationOrLeadsNoMoreAlsoWhileAway() {
        var one = journey.start(lead, proposal("Moves"));
        away(0, 6);
        engine.getIdentityService().deleteMembership(lead, Role.PROJECT_LEAD.group());

        LookWhoIsThere.now(beans);

        var successor = projects.get(new ProjectReference(one)).lead();
        assertThat(successor).isNotIn(lead, deputy);
        assertThat(keeper(one, "Task_DescribeNeeds")).isEqualTo(successor);
        assertThatThrownBy(() -> journey.complete(one, "Task_DescribeNeeds", deputy, needs()))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void givesATaskBackToItsOfficeWhenWhoeverTookItHoldsItNoMore() {
        var officer = account("Pat", Role.DPO.groupOf(SALFORD));
        var project = screened("Taken");
        var task = journey.task(project, "Task_ConfirmNoDpia").getId();
        journey.as(officer, () -> {
            engine.getTaskService().claim(task, officer);
            return null;
        });
        LookWhoIsThere.now(beans);
        assertThat(keeper(project, "Task_ConfirmNoDpia")).isEqualTo(officer);

        engine.getIdentityService().deleteMembership(officer, Role.DPO.groupOf(SALFORD));
        LookWhoIsThere.now(beans);

        assertThat(keeper(project, "Task_ConfirmNoDpia")).isEqualTo("nobody");
        assertThatThrownBy(() -> journey.complete(
                        project,
                        "Task_ConfirmNoDpia",
                        officer,
                        Map.of("dpiaNeeded", "false", "reason", "Little is shared.")))
                .isInstanceOf(AuthorizationException.class);
        engine.getIdentityService().deleteUser(officer);
    }

    @Test
    void tellsTheDeputyWhatAModelTellsTheLead() {
        var project = screened("Told as well");
        away(0, 6);

        journey.fire(project, "Timer_NoDpiaDue");

        assertThat(jdbc.sql("select recipient from notice where reference = :project and about like 'Send_NoDpiaEsc%'")
                        .param("project", project)
                        .query(String.class)
                        .list())
                .contains(lead, deputy)
                .doesNotContain(COLLEAGUE);
    }
}
