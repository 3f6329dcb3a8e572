package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
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
    private static final Path MODEL = Shipped.file("approve-sign-off-rule.bpmn");

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

    /** Deploys, changes, deploys again, and takes the version before back by deploying its file once more. */
    @Test
    void takesAVersionBackByDeployingItAgain() throws IOException {
        var owner = Visitor.program(port, "owner");
        var first = owner.deploy("approve-sign-off-rule", files("First name"));
        var second = owner.deploy("approve-sign-off-rule", files("Second name"));
        var back = owner.deploy("approve-sign-off-rule", files("First name"));
        try {
            assertThat(inForce().getName()).isEqualTo("First name");
            assertThat(inForce().getDeploymentId())
                    .isEqualTo(Visitor.parse(back).get("id").textValue())
                    .isNotEqualTo(Visitor.parse(first).get("id").textValue());
        } finally {
            for (var answer : List.of(first, second, back)) {
                engine.getRepositoryService()
                        .deleteDeployment(Visitor.parse(answer).get("id").textValue(), true);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "review-deadlines.dmn, deployedDecisionDefinitions, <description>How much time, <description>So much time",
        "approve-sign-off-rule.form, '', \"label\": \"Reasons\", \"label\": \"Your reasons\""
    })
    void deploysATableOrAFormAlone(String file, String list, String from, String to) {
        String content = Shipped.text(file);
        assertThat(content).contains(from);

        var answer = Visitor.program(port, "owner").deploy("Alone", Map.of(file, content.replace(from, to)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        deployed = Visitor.parse(answer).get("id").textValue();
        assertThat(engine.getRepositoryService().getDeploymentResourceNames(deployed))
                .containsExactly(file);
        if (!list.isEmpty()) {
            assertThat(Visitor.parse(answer).get(list)).hasSize(1);
        }
    }

    /** A form of one's own goes alone; a task that shows it is refused with what it still lacks. */
    @Test
    void saysWhatATaskOfOnesOwnStillLacks() throws IOException {
        Path models = Path.of("src/test/resources/reasonable-models");
        String process = Files.readString(models.resolve("tell-two-sides.bpmn"))
                .replace("sendTask", "userTask")
                .replace(
                        "camunda:delegateExpression=\"${sendNotice}\"",
                        "camunda:formRef=\"own-form\" camunda:formRefBinding=\"latest\""
                                + " camunda:candidateGroups=\"information-board\" camunda:dueDate=\"P10D\"");
        String form =
                """
                {"type": "default", "id": "own-form", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
                 "executionPlatformVersion": "7.24.0", "components": [
                   {"type": "textfield", "id": "F1", "key": "word", "label": "A word", "validate": {"maxLength": 20}}]}""";

        var answer = Visitor.program(port, "owner")
                .deploy("Own", Map.of("tell-two-sides.bpmn", process, "own-form.form", form));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visitor.parse(answer).get("message").textValue())
                .startsWith("tell-two-sides.bpmn was not deployed: ")
                .contains(
                        "TellBoard (“to the Board”): it belongs to no stage of the journey; write the extension property “stage”",
                        "TellBoard (“to the Board”): nothing tells people what to do; write it into the documentation");
        var alone = Visitor.program(port, "owner").deploy("Own", Map.of("own-form.form", form));
        assertThat(alone.statusCode()).as(alone.body()).isEqualTo(200);
        deployed = Visitor.parse(alone).get("id").textValue();
    }

    /** Two files that need each other go together and not alone, in any order. */
    @Test
    void deploysTogetherWhatNeedsEachOther() throws IOException {
        Path models = Path.of("src/test/resources/reasonable-models");
        String process = Files.readString(models.resolve("size-of-sharing.bpmn"));
        String table = Files.readString(models.resolve("sharing-size.dmn"));
        var owner = Visitor.program(port, "owner");

        var alone = owner.deploy("Size", Map.of("size-of-sharing.bpmn", process));
        assertThat(alone.statusCode()).isEqualTo(400);
        assertThat(Visitor.parse(alone).get("message").textValue())
                .contains("Size (“Look up the size”): there is no decision “sharing-size”", "deploy it, too");

        var together = owner.deploy("Size", Map.of("size-of-sharing.bpmn", process, "sharing-size.dmn", table));
        assertThat(together.statusCode()).as(together.body()).isEqualTo(200);
        deployed = Visitor.parse(together).get("id").textValue();

        var other = owner.deploy("Size", Map.of("sharing-size.dmn", table.replace("\"large\"", "\"huge\"")));
        assertThat(other.statusCode()).as(other.body()).isEqualTo(400);
        assertThat(Visitor.parse(other).get("message").textValue())
                .contains("F_Large (“Large”)", "“large”", "this model is in force and would be broken");
    }

    private ProcessDefinition inForce() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("approve-sign-off-rule")
                .latestVersion()
                .singleResult();
    }

    private static Map<String, String> files(String name) throws IOException {
        return Map.of(
                MODEL.getFileName().toString(),
                Files.readString(MODEL).replaceFirst("(<bpmn:process [^>]*name=\")[^\"]*", "$1" + name));
    }
}
