package gm.sharing.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.journeys.TestPeople;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages for people who leave: who may do what for whom, and what becomes of it. */
@DemoApplication
class LeavingPagesIntegrationTests {

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    People people;

    @Autowired
    Projects projects;

    @Autowired
    SecurityTrail trail;

    @Autowired
    JdbcClient jdbc;

    String id = "";

    @BeforeEach
    void hire() {
        id = "lea."
                + UUID.randomUUID().toString().substring(0, 8).replace('1', '7').replace('0', '8');
        var user = identity.newUser(id);
        user.setFirstName("Lea");
        user.setLastName("Ver");
        user.setEmail(id + "@salford.example");
        user.setPassword(TestPeople.PASSWORD);
        identity.saveUser(user);
        List.of("project-leads", "org-salford").forEach(group -> identity.createMembership(id, group));
    }

    @AfterEach
    void leave() {
        jdbc.sql("update project set lead = 'lead.salford' where lead = :id")
                .param("id", id)
                .update();
        identity.deleteUser(id);
    }

    @ParameterizedTest
    @CsvSource({
        // person, the list, the person's page, hand over without naming anybody, disable and enable without a reason
        "admin, 200, 200, 200, 200, 200",
        "admin.salford, 200, 200, 200, 200, 200",
        "admin.bolton, 200, 403, 403, 403, 403",
        "lead.salford, 403, 200, 200, 403, 403",
        "lead.manchester, 403, 403, 403, 403, 403",
        "ig.salford, 403, 403, 403, 403, 403",
        "dpo.salford, 403, 403, 403, 403, 403",
        "signatory.salford, 403, 403, 403, 403, 403",
        "ig.bolton, 403, 403, 403, 403, 403",
        "board, 403, 403, 403, 403, 403",
        "ethics, 403, 403, 403, 403, 403",
        "owner, 403, 403, 403, 403, 403"
    })
    void areForAdministratorsOfThePersonAndForFellowLeads(
            String who, int list, int page, int handOver, int disable, int enable) {
        leads("Table");
        var visitor = Visitor.signedIn(port, who);

        assertThat(visitor.get("/leaving").statusCode()).isEqualTo(list);
        assertThat(visitor.get("/leaving/" + id).statusCode()).isEqualTo(page);
        assertThat(act(visitor, "hand-over", Map.of("lead", "")).statusCode()).isEqualTo(handOver);
        assertThat(act(visitor, "disable", Map.of("reason", "", "successor", "lead.salford"))
                        .statusCode())
                .isEqualTo(disable);
        assertThat(act(visitor, "enable", Map.of("reason", "")).statusCode()).isEqualTo(enable);
        assertThat(people.find(id)).isPresent();
    }

    @Test
    void areClosedToThoseWhoAreNotSignedInAndToForgedForms() {
        assertThat(Visitor.browser(port).get("/leaving/" + id).statusCode()).isEqualTo(302);
        assertThat(Visitor.signedIn(port, "admin")
                        .post("/leaving/" + id + "/disable", Map.of("reason", "Forged."))
                        .statusCode())
                .isEqualTo(403);
        assertThat(people.find(id)).isPresent();
    }

    @Test
    void sayToAnAdministratorAndToNobodyElseThatThereIsNoSuchAccount() {
        assertThat(Visitor.signedIn(port, "admin").get("/leaving/nobody.here").statusCode())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(port, "admin.salford")
                        .get("/leaving/nobody.here")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void letALeadHandOverAllAtOnceAndTellTheNewOne() {
        var first = leads("First of two");
        var second = leads("Second of two");
        var visitor = Visitor.browser(port);
        visitor.signIn(id, TestPeople.PASSWORD);

        var page = visitor.get("/leaving/" + id).body();
        assertThat(page).contains("First of two", "Second of two").doesNotContain("Disable the account");
        assertThat(act(visitor, "hand-over", Map.of("lead", "lead.salford")).statusCode())
                .isEqualTo(302);

        for (var project : List.of(first, second)) {
            assertThat(projects.headline(project).lead()).isEqualTo("lead.salford");
            assertThat(subjects("lead.salford", project))
                    .anyMatch(subject -> subject.startsWith("You lead this project now"));
            assertThat(subjects(id, project)).as("did it").isEmpty();
        }
    }

    @Test
    void letTheOrganisationsAdministratorHandOverOneProjectAndTellBoth() {
        var project = leads("One of them");
        var visitor = Visitor.signedIn(port, "admin.salford");

        var answer = visitor.submit(
                "/projects/" + project + "/lead", "/projects/" + project + "/lead", Map.of("lead", "lead.salford"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(projects.headline(project).lead()).isEqualTo("lead.salford");
        assertThat(subjects("lead.salford", project))
                .anyMatch(subject -> subject.startsWith("You lead this project now"));
        assertThat(subjects(id, project)).anyMatch(subject -> subject.startsWith("You no longer lead this project"));
        assertThat(Visitor.signedIn(port, "admin.bolton")
                        .get("/projects/" + project + "/lead")
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void disableOnlyWithAReasonAndASuccessorAndKeepWhatWasTyped() {
        var project = leads("Who leads it then?");
        var visitor = Visitor.signedIn(port, "admin.salford");

        assertThat(act(visitor, "disable", Map.of("reason", "", "successor", "lead.salford"))
                        .body())
                .contains("There is a problem", "Reason: say why.");
        assertThat(act(visitor, "disable", Map.of("reason", "Has left.", "successor", "lead.manchester"))
                        .body())
                .contains("Who leads the projects now: choose a project lead from the list.", ">Has left.</textarea>");
        assertThat(projects.headline(project).lead()).isEqualTo(id);
        assertThat(people.find(id)).isPresent();
    }

    @Test
    void disableAndEnableWithTheReasonOnRecord() {
        var project = leads("Goes on");
        var theirs = Visitor.browser(port);
        theirs.signIn(id, TestPeople.PASSWORD);
        var visitor = Visitor.signedIn(port, "admin.salford");

        act(visitor, "disable", Map.of("reason", "Has left the council.", "successor", "lead.salford"));

        assertThat(theirs.get("/projects").headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
        assertThat(theirs.signIn(id, TestPeople.PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login?disabled");
        assertThat(projects.headline(project).lead()).isEqualTo("lead.salford");
        assertThat(visitor.get("/leaving/" + id).body())
                .contains("This account is disabled", "Has left the council.", "Enable the account");
        assertThat(visitor.get("/leaving?words=" + id).body()).contains(">Disabled<");
        assertThat(act(visitor, "disable", Map.of("reason", "Again.")).body()).contains("is disabled already");
        assertThat(recorded("admin.salford", "account.disabled"))
                .anyMatch(what -> what.contains(id) && what.contains("Has left the council."));

        act(visitor, "enable", Map.of("reason", "Is back."));

        assertThat(people.find(id).orElseThrow().groups()).contains("project-leads", "org-salford");
        assertThat(recorded("admin.salford", "account.enabled")).anyMatch(what -> what.contains("Is back."));
    }

    @Test
    void giveTakenTasksBackToTheRoleAndTellThoseWhoWait() {
        identity.createMembership(id, "ig-salford");
        var project = leads("Waits for review");
        var task = task(project, "ig-salford");
        try {
            projects(project, "lead.salford");
            act(Visitor.signedIn(port, "admin"), "disable", Map.of("reason", "Gone.", "successor", ""));

            assertThat(jdbc.sql("select count(*) from act_ru_task where id_ = :id and assignee_ is null")
                            .param("id", task)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(subjects("ig.salford", project)).contains("Open again: Review: Waits for review");
            assertThat(subjects("lead.salford", project)).contains("Open again: Review: Waits for review");
            assertThat(subjects(id, project)).isEmpty();
        } finally {
            tasks.deleteTask(task, true);
        }
    }

    @Autowired
    org.camunda.bpm.engine.TaskService tasks;

    private void projects(ProjectReference project, String lead) {
        jdbc.sql("update project set lead = :lead where reference = :project")
                .param("lead", lead)
                .param("project", project.value())
                .update();
    }

    private String task(ProjectReference project, String group) {
        var task = tasks.newTask();
        task.setName("Review");
        task.setAssignee(id);
        tasks.saveTask(task);
        tasks.addCandidateGroup(task.getId(), group);
        tasks.setVariableLocal(task.getId(), "project", project + " Waits for review");
        return task.getId();
    }

    @Test
    void leaveAdministratorsOfTheServiceToEachOtherAndNeverTheLastOneOut() {
        identity.createMembership(id, "camunda-admin");
        try {
            assertThat(act(Visitor.signedIn(port, "admin.salford"), "disable", Map.of("reason", "No."))
                            .statusCode())
                    .isEqualTo(403);
            var self = Visitor.browser(port);
            self.signIn(id, TestPeople.PASSWORD);
            assertThat(act(self, "disable", Map.of("reason", "Myself.")).statusCode())
                    .isEqualTo(403);
            assertThat(people.find(id)).isPresent();
        } finally {
            identity.deleteMembership(id, "camunda-admin");
        }
    }

    private ProjectReference leads(String title) {
        return projects.propose(ProjectFixture.proposal(title), people.find(id).orElseThrow());
    }

    private HttpResponse<String> act(Visitor visitor, String action, Map<String, String> fields) {
        return visitor.submit("/absence", "/leaving/" + id + "/" + action, fields);
    }

    private List<String> subjects(String person, ProjectReference project) {
        return jdbc.sql("select subject from notice where recipient = :person and reference = :project")
                .param("person", person)
                .param("project", project.value())
                .query(String.class)
                .list();
    }

    private List<String> recorded(String who, String type) {
        return trail
                .find(who, type, Instant.EPOCH, Instant.now().plusSeconds(3600), PageRequest.of(0, 200))
                .getContent()
                .stream()
                .map(event -> event.what())
                .toList();
    }
}
