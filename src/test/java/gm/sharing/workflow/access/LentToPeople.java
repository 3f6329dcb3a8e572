package gm.sharing.workflow.access;

import gm.sharing.Visitor;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.model.BeforeTheGate;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tasks and people in the engine whose roles are lent or whose tasks are passed. */
abstract class LentToPeople {

    static final String REST = "/engine-rest";
    static final String WEBAPP = "/camunda/api/engine/engine/default";

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

    String ask(String partner) {
        return ask(new ProjectReference("SJ-2026-0001"), partner);
    }

    String ask(ProjectReference project, String partner) {
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

    HttpResponse<String> note(String person, String deputy, int first, int last) {
        return Visitor.signedIn(port, person).submit("/absence", "/absence", absence(person, deputy, first, last));
    }

    Map<String, String> absence(String person, String deputy, int first, int last) {
        Map<String, String> typed = new HashMap<>(Map.of("person", person, "deputy", deputy));
        typed.putAll(Visitor.day("first", today().plusDays(first)));
        typed.putAll(Visitor.day("last", today().plusDays(last)));
        return typed;
    }

    long absence() {
        return jdbc.queryForObject("select max(id) from absence", Long.class);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    static void daysLater(int days) {
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(days, ChronoUnit.DAYS)));
    }

    Person person(String id) {
        return people.find(id).orElseThrow();
    }

    Visitor inTasklist(String user) {
        var visitor = Visitor.signedIn(port, user);
        visitor.get("/camunda/app/tasklist/default/");
        visitor.getJson(WEBAPP + "/filter");
        return visitor;
    }

    Visitor rest(String user) {
        return Visitor.program(port, user);
    }

    int complete(String user, String task) {
        return rest(user)
                .send("POST", REST + "/task/" + task + "/submit-form", Map.of())
                .statusCode();
    }
}
