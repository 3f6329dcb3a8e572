package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.absence.Absence;
import gm.sharing.absence.Absences;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectLeads;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.FourEyesRule;
import gm.sharing.workflow.access.LookWhoIsThere;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No task, question or project waits for somebody who is away or has left. */
@DemoApplication
class LeadsWhoAreNotThereIntegrationTests {

    private static final OrganisationCode SALFORD = new OrganisationCode("salford");
    private static final String COLLEAGUE = "lead.salford";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Absences absences;

    @Autowired
    AuditTrail trail;

    @Autowired
    FourEyesRule fourEyes;

    @Autowired
    People people;

    @Autowired
    Projects projects;

    @Autowired
    ProjectLeads leads;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    JourneyDriver journey;
    String lead = "";
    String deputy = "";

    @BeforeEach
    void hire() {
        journey = new JourneyDriver(engine);
        lead = account("Kit", Role.PROJECT_LEAD.group());
        deputy = account("Dee", Role.IG_OFFICER.groupOf(SALFORD));
    }

    @AfterEach
    void everybodyIsThere() {
        ClockUtil.reset();
        jdbc.sql("delete from absence").update();
        LookWhoIsThere.now(beans);
        List.of(lead, deputy).forEach(engine.getIdentityService()::deleteUser);
        LookWhoIsThere.now(beans);
    }

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

    private String visit(String person) {
        var visitor = Visitor.browser(port);
        visitor.signIn(person, TestPeople.PASSWORD);
        return visitor.get("/projects?list=own").body();
    }

    private Absence away(String person, String deputy, int first, int last) {
        var today = LocalDate.now(clock);
        return absences.note(person, deputy, today.plusDays(first), today.plusDays(last), person(person));
    }

    private String screened(String title) {
        var project = journey.start(lead, proposal(title));
        journey.complete(project, "Task_DescribeNeeds", lead, needs());
        journey.complete(project, "Task_NamePartners", lead, partners(List.of("salford"), List.of("bury")));
        journey.complete(
                project, "Task_DescribeFlows", lead, flows(List.of(flow(List.of("salford"), List.of("bury")))));
        journey.complete(project, "Task_AgreeArrangements", lead, arrangements());
        journey.complete(project, "Task_AnswerScreening", lead, nothingInScreening());
        return project;
    }

    private Absence away(int first, int last) {
        var today = LocalDate.now(clock);
        return absences.note(lead, deputy, today.plusDays(first), today.plusDays(last), person(lead));
    }

    private static void daysLater(int days) {
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(days, ChronoUnit.DAYS)));
    }

    /** Who has the task, and in whose place. */
    private String keeper(String project, String key) {
        Task task = journey.task(project, key);
        String keeper = task.getAssignee() == null ? "nobody" : task.getAssignee();
        return task.getOwner() == null ? keeper : keeper + " for " + task.getOwner();
    }

    private List<String> subjects(String person) {
        return jdbc.sql("select subject from notice where recipient = :person")
                .param("person", person)
                .query(String.class)
                .list();
    }

    private String page(String project) {
        return Visitor.signedIn(port, COLLEAGUE).get("/projects/" + project).body();
    }

    private Person person(String id) {
        return people.find(id).orElseThrow();
    }

    private String account(String name, String group) {
        var id = name.toLowerCase(Locale.ROOT) + "."
                + UUID.randomUUID().toString().substring(0, 8).replace('1', '7').replace('0', '8');
        var user = engine.getIdentityService().newUser(id);
        user.setFirstName(name);
        user.setLastName("Salford");
        user.setEmail(id + "@salford.example");
        user.setPassword(TestPeople.PASSWORD);
        engine.getIdentityService().saveUser(user);
        List.of(group, Role.MEMBER.groupOf(SALFORD))
                .forEach(one -> engine.getIdentityService().createMembership(id, one));
        return id;
    }
}
