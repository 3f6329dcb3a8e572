package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The calls of Camunda Modeler's own client, in its order: a check of the connection without and with the password, the version,
 * the deployment, the start. Its messages follow from the status; what it writes to its log is the answer's "message".
 */
@DemoApplication
class CamundaModelerIntegrationTests {

    private static final String CHECK = "/engine-rest/deployment?maxResults=0";
    private static final Path MODEL = Path.of("processes", "approve-sign-off-rule.bpmn");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    private String deployed = "";

    @AfterEach
    void undeploy() {
        if (!deployed.isEmpty()) {
            engine.getRepositoryService().deleteDeployment(deployed, true);
        }
    }

    @Test
    void connectsDeploysAndDeploysAgain() throws IOException {
        assertThat(Visitor.browser(port).getJson(CHECK).statusCode()).isEqualTo(401);
        var owner = Visitor.program(port, "owner");
        assertThat(owner.json(CHECK)).isEmpty();
        assertThat(owner.json("/engine-rest/version").get("version").textValue())
                .startsWith("7.24");

        var first = owner.deploy("approve-sign-off-rule", files("A new name"));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        deployed = Visitor.parse(first).get("id").textValue();
        assertThat(Visitor.parse(first).get("deployedProcessDefinitions")).hasSize(1);
        var again = owner.deploy("approve-sign-off-rule", files("A new name"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Visitor.parse(again).get("id").textValue()).isEqualTo(deployed);
    }

    @Test
    void isToldThatItsStartStartsNothingButDeployed() throws IOException {
        var owner = Visitor.program(port, "owner");
        var answer = owner.deploy("approve-sign-off-rule", files("Another name"));
        deployed = Visitor.parse(answer).get("id").textValue();
        var definition = Visitor.parse(answer)
                .get("deployedProcessDefinitions")
                .fieldNames()
                .next();

        var start = owner.sendText(
                "POST",
                "/engine-rest/process-definition/" + definition + "/start",
                "{\"businessKey\":\"x\",\"variables\":null}");

        assertThat(start.statusCode()).isEqualTo(403);
        assertThat(Visitor.parse(start).get("message").textValue())
                .contains("Nothing was started", "the model is in force now", "deploy the version before once more");
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionId(definition)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "owner, wrong, /engine-rest/deployment?maxResults=0, 401",
        "owner, demo, /engine-rest/engine-rest/deployment?maxResults=0, 404",
        "owner, demo, /engine-rest/api/deployment?maxResults=0, 404",
        "ig.bolton, demo, /engine-rest/deployment?maxResults=0, 403"
    })
    void isToldWhatIsWrong(String name, String password, String address, int status) {
        try {
            assertThat(Visitor.program(port, name, password).getJson(address).statusCode())
                    .isEqualTo(status);
        } finally {
            engine.getIdentityService().unlockUser(name);
        }
    }

    @Test
    void isToldThatItsOwnDefaultAddressIsTheWrongOne() {
        assertThat(Visitor.browser(port)
                        .getJson("/rest/deployment?maxResults=0")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Visitor.program(port, "owner")
                        .getJson("/rest/deployment?maxResults=0")
                        .statusCode())
                .isEqualTo(404);
    }

    private static Map<String, String> files(String name) throws IOException {
        return Map.of(
                MODEL.getFileName().toString(),
                Files.readString(MODEL).replaceFirst("(<bpmn:process [^>]*name=\")[^\"]*", "$1" + name));
    }
}
