package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process owner draws into shipped models, as Camunda Modeler would save it. */
public final class OwnersDrawings {

    private OwnersDrawings() {}

    /** A file of the project, such as {@code processes/dpia.bpmn}. */
    public static String file(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Partner sign-off with a second review between the first one and the Caldicott Guardian. */
    public static String withSecondReview(String candidateGroups) {
        String model = file("processes/partner-sign-off.bpmn");
        model = replaced(
                model,
                "sourceRef=\"Gateway_Review\" targetRef=\"Gateway_Caldicott\"",
                "sourceRef=\"Gateway_Review\" targetRef=\"Task_SecondReview\"");
        model = replaced(
                model,
                "<bpmn:incoming>Flow_Review_Caldicott</bpmn:incoming>",
                "<bpmn:incoming>Flow_SecondReview_Caldicott</bpmn:incoming>");
        model = replaced(
                model,
                "<bpmn:incoming>Flow_Review_NotRecommended</bpmn:incoming>",
                "<bpmn:incoming>Flow_Review_NotRecommended</bpmn:incoming>"
                        + "<bpmn:incoming>Flow_SecondReview_NotRecommended</bpmn:incoming>");
        model = replaced(
                model,
                "      <bpmn:exclusiveGateway id=\"Gateway_Caldicott\"",
                """
                      <bpmn:userTask id="Task_SecondReview" name="Review the agreement as well" camunda:asyncAfter="true" \
                camunda:formRef="review-agreement" camunda:formRefBinding="latest" \
                camunda:assignee="${execution.hasVariable('asking') and asking == 'review' ? askedBy : null}" \
                camunda:candidateGroups="%s" camunda:dueDate="${signOffDue}">
                        <bpmn:documentation>Look at what your colleague advised.</bpmn:documentation>
                        <bpmn:extensionElements>
                          <camunda:properties><camunda:property name="stage" value="4" /></camunda:properties>
                          <camunda:failedJobRetryTimeCycle>R5/PT5M</camunda:failedJobRetryTimeCycle>
                        </bpmn:extensionElements>
                        <bpmn:incoming>Flow_Review_Caldicott</bpmn:incoming>
                        <bpmn:incoming>Flow_SecondQuestion_SecondReview</bpmn:incoming>
                        <bpmn:outgoing>Flow_SecondReview_Second</bpmn:outgoing>
                      </bpmn:userTask>
                      <bpmn:exclusiveGateway id="Gateway_SecondReview" name="What does the second officer say?" \
                default="Flow_SecondReview_NotRecommended">
                        <bpmn:incoming>Flow_SecondReview_Second</bpmn:incoming>
                        <bpmn:outgoing>Flow_SecondReview_Caldicott</bpmn:outgoing>
                        <bpmn:outgoing>Flow_SecondReview_Question</bpmn:outgoing>
                        <bpmn:outgoing>Flow_SecondReview_NotRecommended</bpmn:outgoing>
                      </bpmn:exclusiveGateway>
                      <bpmn:intermediateCatchEvent id="Wait_SecondQuestion" name="Question answered">
                        <bpmn:incoming>Flow_SecondReview_Question</bpmn:incoming>
                        <bpmn:outgoing>Flow_SecondQuestion_SecondReview</bpmn:outgoing>
                        <bpmn:conditionalEventDefinition id="ConditionDefinition_SecondQuestion" \
                camunda:variableName="clockStands">
                          <bpmn:condition xsi:type="bpmn:tFormalExpression">${!clockStands}</bpmn:condition>
                        </bpmn:conditionalEventDefinition>
                      </bpmn:intermediateCatchEvent>
                      <bpmn:sequenceFlow id="Flow_SecondReview_Second" sourceRef="Task_SecondReview" \
                targetRef="Gateway_SecondReview" />
                      <bpmn:sequenceFlow id="Flow_SecondReview_Caldicott" name="To sign" sourceRef="Gateway_SecondReview" \
                targetRef="Gateway_Caldicott">
                        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\
                ${review == 'sign' or review == 'sign-with-conditions'}</bpmn:conditionExpression>
                      </bpmn:sequenceFlow>
                      <bpmn:sequenceFlow id="Flow_SecondReview_Question" name="Asks the lead" \
                sourceRef="Gateway_SecondReview" targetRef="Wait_SecondQuestion">
                        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${review == 'ask'}\
                </bpmn:conditionExpression>
                      </bpmn:sequenceFlow>
                      <bpmn:sequenceFlow id="Flow_SecondReview_NotRecommended" name="Changes requested or refused" \
                sourceRef="Gateway_SecondReview" targetRef="End_NotRecommended" />
                      <bpmn:sequenceFlow id="Flow_SecondQuestion_SecondReview" sourceRef="Wait_SecondQuestion" \
                targetRef="Task_SecondReview" />
                      <bpmn:exclusiveGateway id="Gateway_Caldicott\""""
                        .formatted(candidateGroups));
        return drawn(
                model,
                shape("Task_SecondReview", 1120, 260, 120, 80)
                        + shape("Gateway_SecondReview", 1155, 360, 50, 50)
                        + shape("Wait_SecondQuestion", 1280, 282, 36, 36)
                        + edge("Flow_SecondReview_Second")
                        + edge("Flow_SecondReview_Caldicott")
                        + edge("Flow_SecondReview_Question")
                        + edge("Flow_SecondReview_NotRecommended")
                        + edge("Flow_SecondQuestion_SecondReview"));
    }

    /** The model with shapes and edges in its diagram. */
    static String drawn(String model, String shapes) {
        int end = model.indexOf("</bpmndi:BPMNPlane>");
        assertThat(end).as("a diagram").isPositive();
        return model.substring(0, end) + shapes + model.substring(end);
    }

    static String shape(String element, int x, int y, int width, int height) {
        return """
                <bpmndi:BPMNShape id="%1$s_di" bpmnElement="%1$s"><dc:Bounds x="%2$d" y="%3$d" width="%4$d" height="%5$d" />\
                </bpmndi:BPMNShape>
                """
                .formatted(element, x, y, width, height);
    }

    static String edge(String flow) {
        return """
                <bpmndi:BPMNEdge id="%1$s_di" bpmnElement="%1$s"><di:waypoint x="1100" y="300" />\
                <di:waypoint x="1120" y="300" /></bpmndi:BPMNEdge>
                """
                .formatted(flow);
    }

    static String replaced(String text, String words, String others) {
        assertThat(text).containsOnlyOnce(words);
        return text.replace(words, others);
    }
}
