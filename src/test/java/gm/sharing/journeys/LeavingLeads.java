package gm.sharing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two leads of Salford, of whom the one leaves and the other one leads, again and again. */
@DemoApplication
abstract class LeavingLeads {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Projects projects;

    @Autowired
    People people;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    JourneyDriver journey;
    List<String> leads = List.of();
    String lead = "";
    String project = "";
    int leftTimes;

    @BeforeEach
    void hire() {
        journey = new JourneyDriver(engine);
        leads = List.of(account("Ann"), account("Bob"));
        lead = leads.get(0);
    }

    @AfterEach
    void leave() {
        leads.forEach(engine.getIdentityService()::deleteUser);
    }

    void leavesDuring(String task) {
        assertThat(journey.task(project, task).getAssignee()).isEqualTo(lead);
        leavesWhileOthersWork();
        assertThat(journey.task(project, task).getAssignee()).as(task).isEqualTo(lead);
    }

    /** The lead's account is disabled and the other one leads; it is enabled again, so that it can come back later. */
    void leavesWhileOthersWork() {
        String before = lead;
        String next = leads.get(1 - leads.indexOf(lead));
        Visitor administrator = Visitor.signedIn(port, "admin.salford");

        assertThat(administrator
                        .submit(
                                "/absence",
                                "/leaving/" + before + "/disable",
                                Map.of("reason", "Leaves.", "successor", next))
                        .statusCode())
                .isEqualTo(302);

        assertThat(people.find(before)).isEmpty();
        assertThat(projects.headline(new ProjectReference(project)).lead()).isEqualTo(next);
        administrator.submit("/absence", "/leaving/" + before + "/enable", Map.of("reason", "Comes back."));
        lead = next;
        leftTimes++;
    }

    /** Each time the new lead, and nobody else, was told; the record names both. */
    void everyChangeWasToldAndRecorded() {
        assertThat(trail.of(project))
                .filteredOn(event -> event.type().equals("project.lead-changed"))
                .hasSize(leftTimes)
                .allSatisfy(event -> {
                    assertThat(event.who()).isEqualTo("admin.salford");
                    assertThat(event.what()).contains("Ann Salford", "Bob Salford");
                });
        assertThat(jdbc.sql("select recipient from notice where reference = :project and subject like 'You lead this%'")
                        .param("project", project)
                        .query(String.class)
                        .list())
                .hasSize(leftTimes)
                .allSatisfy(told -> assertThat(leads).contains(told));
    }

    private String account(String name) {
        var id = name.toLowerCase(Locale.ROOT) + "."
                + UUID.randomUUID().toString().substring(0, 8).replace('1', '7').replace('0', '8');
        var user = engine.getIdentityService().newUser(id);
        user.setFirstName(name);
        user.setLastName("Salford");
        user.setEmail(id + "@salford.example");
        user.setPassword(TestPeople.PASSWORD);
        engine.getIdentityService().saveUser(user);
        List.of("project-leads", "org-salford")
                .forEach(group -> engine.getIdentityService().createMembership(id, group));
        return id;
    }
}
