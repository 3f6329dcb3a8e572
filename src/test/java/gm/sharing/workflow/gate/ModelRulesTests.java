package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What models may not hold. */
class ModelRulesTests {

    private final ModelRules rules = new ModelRules("sendNotice"::equals);

    @Test
    void acceptsAModelThatNamesServicesAndForms() {
        assertThat(
                        violations(
                                """
                <bpmn:userTask id="Task_A" camunda:formRef="a" camunda:candidateGroups="ig-${partner}"/>
                <bpmn:sendTask id="Send_B" camunda:delegateExpression="${sendNotice}"/>
                <bpmn:serviceTask id="Service_C" camunda:expression="${workingDays.from(now(), 3)}"/>
                <bpmn:sequenceFlow id="Flow_D"><bpmn:conditionExpression>${agreed}</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:serviceTask id="Service_E" camunda:type="external" camunda:topic="x"/>
                """))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='X' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:userTask id='X'><camunda:taskListener event='create'><camunda:script scriptFormat='juel'>1"
                        + "</camunda:script></camunda:taskListener></bpmn:userTask>",
                "<bpmn:task id='X'><camunda:inputParameter name='a'><camunda:script scriptFormat='juel'>1"
                        + "</camunda:script></camunda:inputParameter></bpmn:task>",
                "<bpmn:sequenceFlow id='X'><bpmn:conditionExpression language='javascript'>true"
                        + "</bpmn:conditionExpression></bpmn:sequenceFlow>"
            })
    void refusesScriptsWhereverTheyAre(String element) {
        assertThat(violations(element))
                .first()
                .extracting(Violation::getMessage)
                .isEqualTo("X: scripts are not allowed in models");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:serviceTask id='X' camunda:class='java.lang.ProcessBuilder'/>",
                "<bpmn:serviceTask id='X' old:class='java.lang.ProcessBuilder' xmlns:old='http://activiti.org/bpmn'/>",
                "<bpmn:task id='X'><camunda:executionListener event='start' class='a.B'/></bpmn:task>",
                "<bpmn:callActivity id='X' camunda:variableMappingClass='a.B'/>"
            })
    void refusesJavaClasses(String element) {
        assertThat(violations(element))
                .singleElement()
                .extracting(Violation::getMessage)
                .asString()
                .startsWith("X: models name services with a delegate expression");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:serviceTask id='X' camunda:delegateExpression='${dataSource}'/>",
                "<bpmn:serviceTask id='X' camunda:delegateExpression='${sendNotice.other}'/>",
                "<bpmn:task id='X'><camunda:executionListener event='start' delegateExpression='#{repositoryService}'/>"
                        + "</bpmn:task>",
                "<bpmn:callActivity id='X' camunda:variableMappingDelegateExpression='${other}'/>"
            })
    void refusesServicesThatModelsMayNotUse(String element) {
        assertThat(violations(element))
                .singleElement()
                .extracting(Violation::getMessage)
                .asString()
                .startsWith("X: ")
                .endsWith("is not one of the services that models may use");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${\"\".class.forName('java.lang.Runtime')}",
                "${partner['class']}",
                "#{execution.processEngineServices}",
                "${execution.getProcessEngine().runtimeService}",
                "a ${b} ${c . class}"
            })
    void refusesExpressionsThatReachForClassesOrTheEngine(String expression) {
        assertThat(violations(
                        "<bpmn:serviceTask id='X' camunda:expression=\"" + expression.replace("\"", "&quot;") + "\"/>"))
                .singleElement()
                .extracting(Violation::getMessage)
                .isEqualTo("X: expressions may not reach for Java classes or for the engine");
        assertThat(violations("<bpmn:timer id='X'><![CDATA[" + expression + "]]></bpmn:timer>"))
                .hasSize(1);
    }

    @Test
    void leavesTextAloneThatOnlySpeaksOfClasses() {
        assertThat(violations("<bpmn:documentation>Data of class A, see www.example.org/a.class</bpmn:documentation>"))
                .isEmpty();
    }

    @Test
    void refusesConnectorsCommandsAndMail() {
        assertThat(violations("<bpmn:serviceTask id='X'><camunda:connector/></bpmn:serviceTask>"))
                .extracting(Violation::getMessage)
                .containsExactly("X: connectors are not allowed in models");
        assertThat(violations(
                        "<bpmn:serviceTask id='X' camunda:type='Shell'/><bpmn:sendTask id='Y' camunda:type='mail'/>"))
                .extracting(Violation::element)
                .containsExactly("X", "Y");
    }

    @Test
    void refusesFormsThatBringTheirOwnCode() {
        assertThat(violations("<bpmn:userTask id='X' camunda:formKey='embedded:https://elsewhere.example/form.html'/>"
                        + "<bpmn:userTask id='Y'><camunda:formData/></bpmn:userTask>"))
                .extracting(Violation::getMessage)
                .containsExactly(
                        "X: only Camunda Forms are allowed; set the form reference",
                        "Y: only Camunda Forms are allowed; set the form reference");
    }

    @Test
    void refusesDecisionsInOtherLanguagesThanFeel() {
        assertThat(
                        rules.violations(
                                file(
                                        "a.dmn",
                                        "<definitions><inputEntry id='X' expressionLanguage='groovy'/>"
                                                + "<inputEntry expressionLanguage='https://www.omg.org/spec/DMN/20191111/FEEL/'/></definitions>")))
                .extracting(Violation::getMessage)
                .containsExactly("X: decisions are written in FEEL");
    }

    @Test
    void refusesCaseModelsAndFilesThatCannotBeRead() {
        assertThat(rules.violations(file("a.cmmn", "<definitions/>"))).hasSize(1);
        assertThat(rules.violations(file("a.bpmn", "<definitions>"))).hasSize(1);
        assertThat(rules.violations(file(
                        "A.BPMN",
                        "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><definitions>x</definitions>")))
                .extracting(Violation::getMessage)
                .containsExactly("document types are not allowed");
    }

    @Test
    void namesTheElementAndTheLine() {
        assertThat(violations("\n\n<bpmn:serviceTask id='Service_A' camunda:class='a.B'/>"))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.getMainElementId()).isEqualTo("Service_A");
                    assertThat(violation.getLine()).isEqualTo(3);
                });
    }

    private Iterable<Violation> violations(String elements) {
        return rules.violations(file(
                "a.bpmn",
                "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                        + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'>" + elements + "</bpmn:definitions>"));
    }

    private static ModelFile file(String name, String content) {
        return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
