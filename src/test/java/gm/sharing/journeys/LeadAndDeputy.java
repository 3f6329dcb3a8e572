package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.absence.Absence;
import gm.sharing.absence.Absences;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectLeads;
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
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lead of Salford and the deputy, hired for each test, whose absences end with it. */
@DemoApplication
abstract class LeadAndDeputy {

    static final OrganisationCode SALFORD = new OrganisationCode("salford");
    static final String COLLEAGUE = "lead.salford";

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

    String visit(String person) {
        var visitor = Visitor.browser(port);
        visitor.signIn(person, TestPeople.PASSWORD);
        return visitor.get("/projects?list=own").body();
    }

    Absence away(String person, String deputy, int first, int last) {
        var today = LocalDate.now(clock);
        return absences.note(person, deputy, today.plusDays(first), today.plusDays(last), person(person));
    }

    String screened(String title) {
        var project = journey.start(lead, proposal(title));
        journey.complete(project, "Task_DescribeNeeds", lead, needs());
        journey.complete(project, "Task_NamePartners", lead, partners(List.of("salford"), List.of("bury")));
        journey.complete(
                project, "Task_DescribeFlows", lead, flows(List.of(flow(List.of("salford"), List.of("bury")))));
        journey.complete(project, "Task_AgreeArrangements", lead, arrangements());
        journey.complete(project, "Task_AnswerScreening", lead, nothingInScreening());
        return project;
    }

    Absence away(int first, int last) {
        var today = LocalDate.now(clock);
        return absences.note(lead, deputy, today.plusDays(first), today.plusDays(last), person(lead));
    }

    static void daysLater(int days) {
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(days, ChronoUnit.DAYS)));
    }

    /** Who has the task, and in whose place. */
    String keeper(String project, String key) {
        Task task = journey.task(project, key);
        String keeper = task.getAssignee() == null ? "nobody" : task.getAssignee();
        return task.getOwner() == null ? keeper : keeper + " for " + task.getOwner();
    }

    List<String> subjects(String person) {
        return jdbc.sql("select subject from notice where recipient = :person")
                .param("person", person)
                .query(String.class)
                .list();
    }

    String page(String project) {
        return Visitor.signedIn(port, COLLEAGUE).get("/projects/" + project).body();
    }

    Person person(String id) {
        return people.find(id).orElseThrow();
    }

    String account(String name, String group) {
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
