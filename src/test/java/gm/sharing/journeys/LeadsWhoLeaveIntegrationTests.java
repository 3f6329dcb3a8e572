package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.withoutDpia;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The lead of one project leaves in each of its stages, and the next one goes on where the last one stopped. */
@DemoApplication
class LeadsWhoLeaveIntegrationTests {

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

    JourneyDriver journey;
    List<String> leads = List.of();
    String lead = "";
    String project = "";

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

    @Test
    void goesOnWithTheNextLeadInEachStage() {
        project = journey.start(lead, proposal("The lead leaves again and again"));
        leavesDuring("Task_DescribeNeeds");
        journey.complete(project, "Task_DescribeNeeds", lead, needs());
        leavesDuring("Task_NamePartners");
        journey.complete(project, "Task_NamePartners", lead, partners(List.of("salford"), List.of("bury")));
        leavesDuring("Task_DescribeFlows");
        journey.complete(
                project, "Task_DescribeFlows", lead, flows(List.of(flow(List.of("salford"), List.of("bury")))));
        leavesDuring("Task_AgreeArrangements");
        journey.complete(project, "Task_AgreeArrangements", lead, arrangements());
        leavesDuring("Task_AnswerScreening");
        journey.complete(project, "Task_AnswerScreening", lead, nothingInScreening());
        leavesWhileOthersWork();
        journey.complete(
                project,
                "Task_ConfirmNoDpia",
                "dpo.salford",
                Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        leavesWhileOthersWork();
        journey.complete(project, "Task_DecideNoDpia", "signatory.salford", withoutDpia());
        leavesDuring("Task_CheckDraft");
        journey.complete(project, "Task_CheckDraft", lead, Map.of("sendOut", "true"));
        leavesWhileOthersWork();

        assertThat(trail.of(project))
                .filteredOn(event -> event.type().equals("project.lead-changed"))
                .hasSize(9)
                .allSatisfy(event -> {
                    assertThat(event.who()).isEqualTo("admin.salford");
                    assertThat(event.what()).contains("Ann Salford", "Bob Salford");
                });
        assertThat(Visitor.signedIn(port, "lead.salford")
                        .get("/projects/" + project)
                        .body())
                .contains("Ann Salford leads the project now, in the place of Bob Salford");
    }

    private void leavesDuring(String task) {
        assertThat(journey.task(project, task).getAssignee()).isEqualTo(lead);
        leavesWhileOthersWork();
        assertThat(journey.task(project, task).getAssignee()).as(task).isEqualTo(lead);
    }

    /** The lead's account is disabled and the other one leads; it is enabled again, so that it can come back later. */
    private void leavesWhileOthersWork() {
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
    }

    private String account(String name) {
        var id = name.toLowerCase(java.util.Locale.ROOT) + "."
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
