package gm.sharing.workflow.access;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.Visitor;
import gm.sharing.workflow.model.BeforeTheGate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A task of two organisations in the engine, and what people of others get of it. */
abstract class AccessToTheEngine {

    static final String REST = "/engine-rest";
    static final String WEBAPP = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    String deployment = "";

    String task = "";

    String instance = "";

    @BeforeEach
    void askBoltonAndBury() {
        deployment = BeforeTheGate.deploy(engine, "access/check.bpmn");
        ask("bury", Date.from(Instant.now().plusSeconds(3_600)));
        var bolton = ask("bolton", Date.from(Instant.now().minusSeconds(3_600)));
        instance = bolton.getId();
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @AfterEach
    void undeploy() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    ProcessInstance ask(String partner, Date due) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "access-check", Map.of("partner", partner, "lead", "lead.manchester", "due", due));
    }

    Visitor program(String user) {
        return Visitor.program(port, user);
    }

    static String filter(Visitor visitor, String name) {
        for (JsonNode filter : visitor.json(REST + "/filter")) {
            if (filter.get("name").textValue().equals(name)) {
                return filter.get("id").textValue();
            }
        }
        throw new AssertionError("no filter " + name);
    }
}
