package gm.sharing.workflow.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Models that a database holds from the time before there was a gate: the engine runs them as ever, and what they may reach
 * is still bounded. Each is put in the place of an empty process that passed the gate.
 */
public final class BeforeTheGate {

    private static final Pattern PROCESS = Pattern.compile("<bpmn:process id=\"([^\"]+)\" name=\"([^\"]+)\"");

    private BeforeTheGate() {}

    /**
     * Stores a model of the test resources.
     *
     * @return the id of the deployment
     */
    public static String deploy(ProcessEngine engine, String resource) {
        try {
            return store(engine, new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String store(ProcessEngine engine, String model) {
        var process = PROCESS.matcher(model);
        if (!process.find()) {
            throw new IllegalArgumentException("no process in " + model);
        }
        var id = engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "before-the-gate.bpmn", EMPTY.formatted(process.group(1), process.group(2), process.group(1)))
                .deploy()
                .getId();
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        JdbcClient.create(configuration.getDataSource())
                .sql("update act_ge_bytearray set bytes_ = ? where deployment_id_ = ?")
                .param(model.getBytes(StandardCharsets.UTF_8))
                .param(id)
                .update();
        configuration.getDeploymentCache().discardProcessDefinitionCache();
        return id;
    }

    private static final String EMPTY =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="model"
                targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Platform"
                modeler:executionPlatformVersion="7.24.0">
              <bpmn:process id="%s" name="%s" isExecutable="true" camunda:versionTag="1.0"
                  camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="Start_Empty" name="Begun"><bpmn:outgoing>Flow_Empty</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="Flow_Empty" sourceRef="Start_Empty" targetRef="End_Empty"/>
                <bpmn:endEvent id="End_Empty" name="Ended"><bpmn:incoming>Flow_Empty</bpmn:incoming></bpmn:endEvent>
              </bpmn:process>
              <bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="%s">
                <bpmndi:BPMNShape id="Start_di" bpmnElement="Start_Empty">
                  <dc:Bounds x="100" y="102" width="36" height="36"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="End_di" bpmnElement="End_Empty">
                  <dc:Bounds x="200" y="102" width="36" height="36"/></bpmndi:BPMNShape>
                <bpmndi:BPMNEdge id="Flow_di" bpmnElement="Flow_Empty">
                  <di:waypoint x="136" y="120"/><di:waypoint x="200" y="120"/></bpmndi:BPMNEdge>
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;
}
