package gm.sharing.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.DemoApplication;
import gm.sharing.StartFindings;
import gm.sharing.Visitor;
import gm.sharing.workflow.Parts;
import gm.sharing.workflow.gate.ModelFile;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a process owner's models and the packaged ones live side by side, and what models can reach. */
@DemoApplication
@ExtendWith(OutputCaptureExtension.class)
class OwnersModelsIntegrationTests {

    private static final String FILE = "owners-model.bpmn";
    private static final String KEY = "owners-model";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    PackagedFiles files;

    @Autowired
    ExampleTables examples;

    @Autowired
    ShippedContents shipped;

    @Autowired
    ForcedModels forced;

    @Autowired
    SkippedModels skipped;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void undeploy() {
        repository.createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
                .map(ProcessDefinition::getDeploymentId)
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
        jdbc.sql("delete from forced_model").update();
        jdbc.sql("delete from shipped_content where digest in (?, ?)")
                .params(digest("first"), digest("second"))
                .update();
    }

    @Test
    void deploysEachPackagedFileOnItsOwn() {
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentSource("packaged")
                        .list())
                .extracting(Deployment::getName)
                .contains("sharing-project.bpmn", "dpia.bpmn", "partner-sign-off.bpmn", "dpia-screening.dmn");
    }

    @Test
    void deploysAPackagedModelOnceAndAgainWhenItChanged() {
        start(Set.of(), "first");
        start(Set.of(), "first");
        assertThat(versions()).isEqualTo(1);

        start(Set.of(), "second");
        assertThat(versions()).isEqualTo(2);
        assertThat(latest()).isEqualTo("second");
    }

    @Test
    void letsAProcessOwnerDeployAsModelerDoes() {
        var owner = Visitor.program(port, "owner");
        assertThat(owner.getJson("/engine-rest/version").statusCode()).isEqualTo(200);
        assertThat(owner.getJson("/engine-rest/deployment?maxResults=0").statusCode())
                .isEqualTo(200);

        assertThat(owner.deploy("Owner's model", Map.of(FILE, text("owner's"))).statusCode())
                .isEqualTo(200);

        assertThat(latest()).isEqualTo("owner's");
    }

    @Test
    void keepsWhatAProcessOwnerDeployedWhenTheApplicationStartsAgain(CapturedOutput log) {
        start(Set.of(), "first");
        deployAsOwner("owner's");

        start(Set.of(), "first");
        start(Set.of(), "second");

        assertThat(latest()).isEqualTo("owner's");
        assertThat(log)
                .contains(
                        "owners-model.bpmn is not deployed: version 2 of owners-model was deployed by owner from Camunda Modeler")
                .contains("start once with sharing.models.force=owners-model");
    }

    @Test
    void replacesAProcessOwnersModelWhenForced() {
        start(Set.of(), "first");
        deployAsOwner("owner's");

        start(Set.of("something-else"), "first");
        assertThat(latest()).isEqualTo("owner's");
        start(Set.of(KEY), "first");
        assertThat(latest()).isEqualTo("first");
        start(Set.of(KEY), "first");
        assertThat(versions()).isEqualTo(3);
    }

    @Test
    void takesAProcessOwnersModelBackWhenItIsDeployedAgain() {
        start(Set.of(), "first");
        deployAsOwner("owner's");
        start(Set.of(KEY), "first");

        deployAsOwner("owner's");
        deployAsOwner("owner's");

        assertThat(latest()).isEqualTo("owner's");
        assertThat(versions()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ig.bolton", "dpo.bolton", "signatory.bolton", "lead.manchester", "board"})
    void refusesEverybodyElseToDeploy(String other) {
        var answer = Visitor.program(port, other).deploy("Mine", Map.of(FILE, text("mine")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(versions()).isZero();
    }

    @Test
    void refusesAProcessOwnerToDeleteADeployment() {
        deployAsOwner("owner's");
        var deployment = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .singleResult()
                .getDeploymentId();

        assertThat(Visitor.program(port, "owner")
                        .send("DELETE", "/engine-rest/deployment/" + deployment + "?cascade=true", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void tellsAProcessOwnerWhichRuleAModelBreaks() {
        var answer = Visitor.program(port, "owner")
                .deploy("Mine", Map.of(FILE, text("x").replace("camunda:expression", "camunda:class")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visitor.parse(answer).get("message").textValue())
                .contains(
                        "owners-model.bpmn was not deployed: Service_Step (“Take a step”): models name services with a"
                                + " delegate expression");
        assertThat(versions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${dataSource}",
                "${environment}",
                "${repositoryService}",
                "${peopleAuthentication}",
                "${applicationContext}"
            })
    void hidesEveryBeanThatIsNotForModels(String expression) {
        BeforeTheGate.store(engine.getProcessEngine(), text("x", expression));

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(KEY))
                .hasMessageContaining(
                        "is neither a variable of the process nor one of the services that models may use");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution.bpmnModelInstance}",
                "${execution.getBpmnModelElementInstance()}",
                "${execution[reach]}",
                "${workingDays[reach]}",
                "${text[reach]}",
                "${execution.setProcessBusinessKey('SJ-2026-9999')}",
                "${workingDays.hashCode()}",
                "${workingDays.wait()}"
            })
    void stopsExpressionsAtTheBoundary(String expression) {
        BeforeTheGate.store(engine.getProcessEngine(), text("x", expression));

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(KEY, Map.of("text", "t", "reach", "class")))
                .hasMessageContaining("models may not use");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${workingDays.from(now(), 3)}",
                "${execution.processBusinessKey}",
                "${execution.getVariable('text').length()}",
                "${text.toUpperCase()}",
                "${list.size() > 1 and list[0] == 'a'}",
                "${map.a}",
                "${empty missing ? 1 : 2}",
                "${dateTime().plusDays(2).toDate()}"
            })
    void letsModelsUseWhatTheyNeed(String expression) {
        BeforeTheGate.store(engine.getProcessEngine(), text("x", expression));

        var variables =
                new HashMap<String, Object>(Map.of("text", "t", "list", List.of("a", "b"), "map", Map.of("a", 1)));
        variables.put("missing", null);
        assertThat(runtime.startProcessInstanceByKey(KEY, "SJ-2026-0001", variables))
                .isNotNull();
    }

    /** As a start does, with one packaged file. */
    private void start(Set<String> force, String name) {
        new PackagedModels(
                        files,
                        examples,
                        repository,
                        engine,
                        new ModelSettings(force),
                        shipped,
                        forced,
                        skipped,
                        new StartFindings())
                .prepare(List.of(model(name)), Parts.TOGETHER);
    }

    private void deployAsOwner(String name) {
        var answer = Visitor.program(port, "owner").deploy("Owner's model", Map.of(FILE, text(name)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String digest(String name) {
        return ShippedContents.digest(model(name).bytes());
    }

    private static ModelFile model(String name) {
        return new ModelFile(FILE, text(name).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) {
        return text(name, "${1}");
    }

    private static String text(String name, String expression) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                    xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="model"
                    targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Platform"
                    modeler:executionPlatformVersion="7.24.0">
                  <bpmn:process id="owners-model" name="%s" isExecutable="true" camunda:versionTag="1.0"
                      camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="Start_Asked" name="Asked"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
                    <bpmn:sequenceFlow id="Flow_1" sourceRef="Start_Asked" targetRef="Service_Step"/>
                    <bpmn:serviceTask id="Service_Step" name="Take a step" camunda:expression="%s">
                      <bpmn:incoming>Flow_1</bpmn:incoming><bpmn:outgoing>Flow_2</bpmn:outgoing>
                    </bpmn:serviceTask>
                    <bpmn:sequenceFlow id="Flow_2" sourceRef="Service_Step" targetRef="End_Done"/>
                    <bpmn:endEvent id="End_Done" name="Done"><bpmn:incoming>Flow_2</bpmn:incoming></bpmn:endEvent>
                  </bpmn:process>
                  <bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="owners-model">
                    <bpmndi:BPMNShape id="Start_di" bpmnElement="Start_Asked">
                      <dc:Bounds x="100" y="102" width="36" height="36"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNShape id="Service_di" bpmnElement="Service_Step">
                      <dc:Bounds x="200" y="80" width="100" height="80"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNShape id="End_di" bpmnElement="End_Done">
                      <dc:Bounds x="360" y="102" width="36" height="36"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNEdge id="Flow_1_di" bpmnElement="Flow_1">
                      <di:waypoint x="136" y="120"/><di:waypoint x="200" y="120"/></bpmndi:BPMNEdge>
                    <bpmndi:BPMNEdge id="Flow_2_di" bpmnElement="Flow_2">
                      <di:waypoint x="300" y="120"/><di:waypoint x="360" y="120"/></bpmndi:BPMNEdge>
                  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn:definitions>
                """
                .formatted(name, expression.replace(">", "&gt;"));
    }

    private long versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .count();
    }

    private String latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .latestVersion()
                .singleResult()
                .getName();
    }
}
