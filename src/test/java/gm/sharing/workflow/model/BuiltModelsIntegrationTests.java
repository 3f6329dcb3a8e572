package gm.sharing.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.DemoApplication;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine would run is looked at once more when it reads a model, whatever let the file in. */
@DemoApplication
class BuiltModelsIntegrationTests {

    @Autowired
    ProcessEngine engine;

    String deployment = "";

    @AfterEach
    void undeploy() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:serviceTask id='Task_X' camunda:type='shell'><bpmn:extensionElements><camunda:field name='command'"
                        + " stringValue='id'/></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id='Task_X' camunda:type='\u017Fhell'><bpmn:extensionElements><camunda:field"
                        + " name='command' stringValue='id'/></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id='Task_X' camunda:class='java.lang.ProcessBuilder'/>",
                "<bpmn:serviceTask id='Task_X' old:class='java.lang.ProcessBuilder' xmlns:old='http://activiti.org/bpmn'/>",
                "<bpmn:serviceTask id='Task_X' camunda:type='external' camunda:topic='t'/>",
                "<bpmn:scriptTask id='Task_X' scriptFormat='juel'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:receiveTask id='Task_X'/>",
                "<bpmn:userTask id='Task_X'><bpmn:extensionElements><camunda:taskListener event='create' class='a.B'/>"
                        + "</bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='Task_X'><bpmn:extensionElements><camunda:executionListener event='start'"
                        + " expression='${1}'/></bpmn:extensionElements></bpmn:userTask>"
            })
    void doesNotRunWhatIsStoredButNotOnTheList(String step) {
        deployment = BeforeTheGate.store(engine, model(step));

        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("stored-model"))
                .hasMessageContaining("stored-model is refused: Task_X: ");
    }

    @Test
    void runsWhatIsOnTheList() {
        deployment = BeforeTheGate.store(engine, model("<bpmn:userTask id='Task_X' camunda:assignee='somebody'/>"));

        assertThat(engine.getRuntimeService().startProcessInstanceByKey("stored-model"))
                .isNotNull();
    }

    private static String model(String step) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="model" targetNamespace="http://bpmn.io/schema/bpmn">
                  <bpmn:process id="stored-model" name="Stored" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="Start_X"/>
                    <bpmn:sequenceFlow id="Flow_1" sourceRef="Start_X" targetRef="Task_X"/>
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """
                .formatted(step);
    }
}
