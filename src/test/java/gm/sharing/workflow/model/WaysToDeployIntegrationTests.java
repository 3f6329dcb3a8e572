package gm.sharing.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.Visitor;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** However files are deployed, they pass the gate first, and nothing of them stays when it refuses. */
@DemoApplication
class WaysToDeployIntegrationTests {

    private static final String FILE = "before-the-gate.bpmn";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngine engine;

    private String stored;

    @AfterEach
    void undeploy() {
        if (stored != null) {
            repository.deleteDeployment(stored, true);
        }
    }

    @Test
    void refusesWhatJavaDeploys() {
        long before = repository.createDeploymentQuery().count();

        assertThatThrownBy(() ->
                        repository.createDeployment().addString(FILE, broken()).deploy())
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("Service_X (“Run”): ");

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsStoredToBeDeployedAgain() {
        stored = BeforeTheGate.store(engine, broken());

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addDeploymentResources(stored)
                        .deploy())
                .hasMessageContaining("Service_X (“Run”): ");
        assertThat(Visitor.program(port, "owner")
                        .send("POST", "/engine-rest/deployment/" + stored + "/redeploy", Map.of())
                        .statusCode())
                .isBetween(400, 404);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("stored-model")
                        .count())
                .isOne();
    }

    @Test
    void refusesWhatTheWebApplicationsUpload() {
        long before = repository.createDeploymentQuery().count();
        Visitor owner = Visitor.signedIn(port, "owner");

        for (String path : new String[] {
            "/camunda/api/engine/engine/default/deployment/create", "/camunda/api/engine/deployment/create"
        }) {
            assertThat(owner.send("POST", path, Map.of("deployment-name", "x")).statusCode())
                    .as(path)
                    .isBetween(400, 415);
        }
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void refusesTwoFilesOfOneId() throws IOException {
        String table = Shipped.text("review-deadlines.dmn");

        var answer = Visitor.program(port, "owner")
                .deploy("Two", Map.of("review-deadlines.dmn", table, "review-deadlines 2.dmn", table));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visitor.parse(answer).get("message").textValue())
                .contains("review-deadlines: several files of this deployment define this id");
    }

    @Test
    void saysNotMoreThanSomebodyReadsOfThreeHundredFiles() {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            files.put("model-" + i + ".bpmn", broken().replace("stored-model", "stored-model" + i));
        }
        long begun = System.nanoTime();

        var answer = Visitor.program(port, "owner").deploy("Many", files);

        System.out.println("Gate: 300 broken files refused in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Visitor.parse(answer).get("message").textValue())
                .contains("more such problems")
                .hasSizeLessThan(20_000);
    }

    private static String broken() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="model" targetNamespace="http://bpmn.io/schema/bpmn">
                  <bpmn:process id="stored-model" name="Stored" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="Start_X" name="Begun"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
                    <bpmn:sequenceFlow id="Flow_1" sourceRef="Start_X" targetRef="Service_X"/>
                    <bpmn:serviceTask id="Service_X" name="Run" camunda:type="shell">
                      <bpmn:incoming>Flow_1</bpmn:incoming>
                    </bpmn:serviceTask>
                  </bpmn:process>
                </bpmn:definitions>
                """;
    }
}
