package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process owner draws into shipped models, as Camunda Modeler would save it. */
public final class OwnersDrawings {

    private OwnersDrawings() {}

    /** A file of the project, such as {@code src/test/resources/own-processes/refresh-notice.form}. */
    public static String file(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table of legal powers with a further row. */
    public static String withPower(String code, String label) {
        return replaced(
                Shipped.text("legal-powers.dmn"),
                "      <rule id=\"Row_LegalPowers_Other\">",
                """
                      <rule id="Row_LegalPowers_Own">
                        <description>A row of the process owner.</description>
                        <inputEntry id="Row_LegalPowers_Own_code"><text>"%s"</text></inputEntry>
                        <outputEntry id="Row_LegalPowers_Own_label"><text>"%s"</text></outputEntry>
                        <outputEntry id="Row_LegalPowers_Own_who"><text>"Councils with education functions"</text></outputEntry>
                        <outputEntry id="Row_LegalPowers_Own_inWords"><text>false</text></outputEntry>
                        <outputEntry id="Row_LegalPowers_Own_source"><text></text></outputEntry>
                        <outputEntry id="Row_LegalPowers_Own_checked"><text></text></outputEntry>
                      </rule>
                      <rule id="Row_LegalPowers_Other">"""
                        .formatted(code, label));
    }

    /** Partner sign-off with a second review between the first one and the Caldicott Guardian. */
    public static String withSecondReview(String candidateGroups) {
        String model = Shipped.text("partner-sign-off.bpmn");
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
                        + edge("Flow_SecondReview_Second", "Flow_SecondReview_Caldicott", "Flow_SecondReview_Question")
                        + edge("Flow_SecondReview_NotRecommended", "Flow_SecondQuestion_SecondReview"));
    }

    /** Partner sign-off with two reviews beside each other, between parallel gateways. */
    public static String withReviewsBesideEachOther(String candidateGroups) {
        String model = Shipped.text("partner-sign-off.bpmn");
        model = replaced(
                model,
                "sourceRef=\"Start_Review\" targetRef=\"Task_ReviewAgreement\"",
                "sourceRef=\"Start_Review\" targetRef=\"Fork_Reviews\"");
        model = replaced(
                model,
                "<bpmn:incoming>Flow_Review_ReviewAgreement</bpmn:incoming>",
                "<bpmn:incoming>Flow_Fork_ReviewAgreement</bpmn:incoming>");
        model = replaced(
                model,
                "sourceRef=\"Task_ReviewAgreement\" targetRef=\"Gateway_Review\"",
                "sourceRef=\"Task_ReviewAgreement\" targetRef=\"Gateway_FirstAsks\"");
        model = replaced(
                model,
                "<bpmn:incoming>Flow_ReviewAgreement_Review</bpmn:incoming>",
                "<bpmn:incoming>Flow_Join_Review</bpmn:incoming>");
        model = replaced(model, "<bpmn:outgoing>Flow_Review_ReviewQuestion</bpmn:outgoing>", "");
        model = replaced(
                model,
                "sourceRef=\"Gateway_Review\" targetRef=\"Wait_ReviewQuestion\"",
                "sourceRef=\"Gateway_FirstAsks\" targetRef=\"Wait_ReviewQuestion\"");
        model = replaced(
                model,
                "      <bpmn:exclusiveGateway id=\"Gateway_Review\"",
                """
                      <bpmn:parallelGateway id="Fork_Reviews" name="Both">
                        <bpmn:incoming>Flow_Review_ReviewAgreement</bpmn:incoming>
                        <bpmn:outgoing>Flow_Fork_ReviewAgreement</bpmn:outgoing>
                        <bpmn:outgoing>Flow_Fork_SecondReview</bpmn:outgoing>
                      </bpmn:parallelGateway>
                      <bpmn:exclusiveGateway id="Gateway_FirstAsks" name="Is there a question?" default="Flow_FirstAsks_Join">
                        <bpmn:incoming>Flow_ReviewAgreement_Review</bpmn:incoming>
                        <bpmn:outgoing>Flow_Review_ReviewQuestion</bpmn:outgoing>
                        <bpmn:outgoing>Flow_FirstAsks_Join</bpmn:outgoing>
                      </bpmn:exclusiveGateway>
                      <bpmn:userTask id="Task_SecondReview" name="Review the agreement as well" camunda:asyncAfter="true" \
                camunda:formRef="review-agreement" camunda:formRefBinding="latest" \
                camunda:assignee="${execution.hasVariable('asking') and asking == 'review' ? askedBy : null}" \
                camunda:candidateGroups="%s" camunda:dueDate="${signOffDue}">
                        <bpmn:documentation>Look at it on your own.</bpmn:documentation>
                        <bpmn:extensionElements>
                          <camunda:properties><camunda:property name="stage" value="4" /></camunda:properties>
                          <camunda:failedJobRetryTimeCycle>R5/PT5M</camunda:failedJobRetryTimeCycle>
                        </bpmn:extensionElements>
                        <bpmn:incoming>Flow_Fork_SecondReview</bpmn:incoming>
                        <bpmn:incoming>Flow_SecondQuestion_SecondReview</bpmn:incoming>
                        <bpmn:outgoing>Flow_SecondReview_SecondAsks</bpmn:outgoing>
                      </bpmn:userTask>
                      <bpmn:exclusiveGateway id="Gateway_SecondAsks" name="Is there a question?" \
                default="Flow_SecondAsks_Join">
                        <bpmn:incoming>Flow_SecondReview_SecondAsks</bpmn:incoming>
                        <bpmn:outgoing>Flow_SecondAsks_SecondQuestion</bpmn:outgoing>
                        <bpmn:outgoing>Flow_SecondAsks_Join</bpmn:outgoing>
                      </bpmn:exclusiveGateway>
                      <bpmn:intermediateCatchEvent id="Wait_SecondQuestion" name="Question answered">
                        <bpmn:incoming>Flow_SecondAsks_SecondQuestion</bpmn:incoming>
                        <bpmn:outgoing>Flow_SecondQuestion_SecondReview</bpmn:outgoing>
                        <bpmn:conditionalEventDefinition id="ConditionDefinition_SecondQuestion" \
                camunda:variableName="clockStands">
                          <bpmn:condition xsi:type="bpmn:tFormalExpression">${!clockStands}</bpmn:condition>
                        </bpmn:conditionalEventDefinition>
                      </bpmn:intermediateCatchEvent>
                      <bpmn:parallelGateway id="Join_Reviews" name="Both reviewed">
                        <bpmn:incoming>Flow_FirstAsks_Join</bpmn:incoming>
                        <bpmn:incoming>Flow_SecondAsks_Join</bpmn:incoming>
                        <bpmn:outgoing>Flow_Join_Review</bpmn:outgoing>
                      </bpmn:parallelGateway>
                      <bpmn:sequenceFlow id="Flow_Fork_ReviewAgreement" sourceRef="Fork_Reviews" targetRef="Task_ReviewAgreement" />
                      <bpmn:sequenceFlow id="Flow_Fork_SecondReview" sourceRef="Fork_Reviews" targetRef="Task_SecondReview" />
                      <bpmn:sequenceFlow id="Flow_FirstAsks_Join" name="No" sourceRef="Gateway_FirstAsks" targetRef="Join_Reviews" />
                      <bpmn:sequenceFlow id="Flow_SecondReview_SecondAsks" sourceRef="Task_SecondReview" \
                targetRef="Gateway_SecondAsks" />
                      <bpmn:sequenceFlow id="Flow_SecondAsks_SecondQuestion" name="Asks the lead" \
                sourceRef="Gateway_SecondAsks" targetRef="Wait_SecondQuestion">
                        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${review == 'ask'}\
                </bpmn:conditionExpression>
                      </bpmn:sequenceFlow>
                      <bpmn:sequenceFlow id="Flow_SecondAsks_Join" name="No" sourceRef="Gateway_SecondAsks" targetRef="Join_Reviews" />
                      <bpmn:sequenceFlow id="Flow_SecondQuestion_SecondReview" sourceRef="Wait_SecondQuestion" \
                targetRef="Task_SecondReview" />
                      <bpmn:sequenceFlow id="Flow_Join_Review" sourceRef="Join_Reviews" targetRef="Gateway_Review" />
                      <bpmn:exclusiveGateway id="Gateway_Review\""""
                        .formatted(candidateGroups));
        return drawn(
                model,
                shape("Fork_Reviews", 700, 60, 50, 50)
                        + shape("Gateway_FirstAsks", 800, 60, 50, 50)
                        + shape("Task_SecondReview", 1120, 260, 120, 80)
                        + shape("Gateway_SecondAsks", 1155, 360, 50, 50)
                        + shape("Wait_SecondQuestion", 1280, 282, 36, 36)
                        + shape("Join_Reviews", 1380, 60, 50, 50)
                        + edge("Flow_Fork_ReviewAgreement", "Flow_Fork_SecondReview", "Flow_FirstAsks_Join")
                        + edge("Flow_SecondReview_SecondAsks", "Flow_SecondAsks_SecondQuestion", "Flow_SecondAsks_Join")
                        + edge("Flow_SecondQuestion_SecondReview", "Flow_Join_Review"));
    }

    /** Sharing project with a check by the lead organisation's Caldicott Guardian before a draft goes to the partners. */
    public static String withPreCheck() {
        String model = Shipped.text("sharing-project.bpmn");
        model = model.replaceAll("(id=\"Flow_SendOut_Round\"[^>]*targetRef=\")SubProcess_Round", "$1Task_PreCheck");
        model = replaced(
                model,
                "<bpmn:incoming>Flow_SendOut_Round</bpmn:incoming>",
                "<bpmn:incoming>Flow_PreCheck_Round</bpmn:incoming>");
        model = replaced(
                model,
                "<bpmn:incoming>Flow_DraftAgreement_CheckDraft</bpmn:incoming>",
                "<bpmn:incoming>Flow_DraftAgreement_CheckDraft</bpmn:incoming>"
                        + "<bpmn:incoming>Flow_PreCheck_CheckDraft</bpmn:incoming>");
        model = replaced(
                model,
                "    <bpmn:subProcess id=\"SubProcess_Round\"",
                """
                    <bpmn:userTask id="Task_PreCheck" name="Caldicott pre-check" camunda:formRef="caldicott-pre-check" \
                camunda:formRefBinding="latest" camunda:candidateGroups="caldicott-${leadOrganisation}" \
                camunda:dueDate="${workingDays.from(now(), 5)}">
                      <bpmn:documentation>Say whether this draft is fit for the partners' Guardians.</bpmn:documentation>
                      <bpmn:extensionElements>
                        <camunda:properties><camunda:property name="stage" value="4" /></camunda:properties>
                      </bpmn:extensionElements>
                      <bpmn:incoming>Flow_SendOut_Round</bpmn:incoming>
                      <bpmn:outgoing>Flow_PreCheck_Fit</bpmn:outgoing>
                    </bpmn:userTask>
                    <bpmn:exclusiveGateway id="Gateway_Fit" name="Is the draft fit?" default="Flow_PreCheck_CheckDraft">
                      <bpmn:incoming>Flow_PreCheck_Fit</bpmn:incoming>
                      <bpmn:outgoing>Flow_PreCheck_Round</bpmn:outgoing>
                      <bpmn:outgoing>Flow_PreCheck_CheckDraft</bpmn:outgoing>
                    </bpmn:exclusiveGateway>
                    <bpmn:sequenceFlow id="Flow_PreCheck_Fit" sourceRef="Task_PreCheck" targetRef="Gateway_Fit" />
                    <bpmn:sequenceFlow id="Flow_PreCheck_Round" name="Yes" sourceRef="Gateway_Fit" \
                targetRef="SubProcess_Round">
                      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\
                ${answers.of(execution, 'caldicott-pre-check', 'fit') == 'yes'}</bpmn:conditionExpression>
                    </bpmn:sequenceFlow>
                    <bpmn:sequenceFlow id="Flow_PreCheck_CheckDraft" name="No" sourceRef="Gateway_Fit" \
                targetRef="Task_CheckDraft" />
                    <bpmn:subProcess id="SubProcess_Round\"""");
        return drawn(
                model,
                shape("Task_PreCheck", 2000, 900, 120, 80)
                        + shape("Gateway_Fit", 2200, 915, 50, 50)
                        + edge("Flow_PreCheck_Fit", "Flow_PreCheck_Round", "Flow_PreCheck_CheckDraft"));
    }

    /** The form that the check shows. */
    public static String preCheckForm() {
        return """
                {"type": "default", "id": "caldicott-pre-check", "schemaVersion": 16,
                 "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0", "components": [
                  {"type": "text", "id": "Text_Heading", "text": "# Caldicott pre-check"},
                  {"type": "radio", "id": "Field_Fit", "key": "fit", "label": "Is the draft fit for the partners?",
                   "values": [{"label": "Yes", "value": "yes"}, {"label": "No", "value": "no"}],
                   "validate": {"required": true}},
                  {"type": "textarea", "id": "Field_Why", "key": "why", "label": "What has to change?",
                   "validate": {"maxLength": 2000}}]}
                """;
    }

    /**
     * Sharing project in which two sites are visited at the same time, by one called process, before a draft goes to the partners;
     * when a visitor says so it goes back to the lead.
     */
    public static String withTwoVisits() {
        String model = Shipped.text("sharing-project.bpmn");
        model = model.replaceAll("(id=\"Flow_SendOut_Round\"[^>]*targetRef=\")SubProcess_Round", "$1Fork_Visits");
        model = replaced(
                model,
                "<bpmn:incoming>Flow_SendOut_Round</bpmn:incoming>",
                "<bpmn:incoming>Flow_Redraft_Round</bpmn:incoming>");
        model = replaced(
                model,
                "<bpmn:incoming>Flow_DraftAgreement_CheckDraft</bpmn:incoming>",
                "<bpmn:incoming>Flow_DraftAgreement_CheckDraft</bpmn:incoming>"
                        + "<bpmn:incoming>Flow_Redraft_CheckDraft</bpmn:incoming>");
        model = replaced(
                model,
                "    <bpmn:subProcess id=\"SubProcess_Round\"",
                """
                    <bpmn:parallelGateway id="Fork_Visits" name="Both sites">
                      <bpmn:incoming>Flow_SendOut_Round</bpmn:incoming>
                      <bpmn:outgoing>Flow_North</bpmn:outgoing>
                      <bpmn:outgoing>Flow_South</bpmn:outgoing>
                    </bpmn:parallelGateway>
                    %s%s<bpmn:parallelGateway id="Join_Visits" name="Both visited">
                      <bpmn:incoming>Flow_NorthVisited</bpmn:incoming>
                      <bpmn:incoming>Flow_SouthVisited</bpmn:incoming>
                      <bpmn:outgoing>Flow_Visits_Redraft</bpmn:outgoing>
                    </bpmn:parallelGateway>
                    <bpmn:exclusiveGateway id="Gateway_Redraft" name="Has the draft to change?" default="Flow_Redraft_Round">
                      <bpmn:incoming>Flow_Visits_Redraft</bpmn:incoming>
                      <bpmn:outgoing>Flow_Redraft_CheckDraft</bpmn:outgoing>
                      <bpmn:outgoing>Flow_Redraft_Round</bpmn:outgoing>
                    </bpmn:exclusiveGateway>
                    <bpmn:sequenceFlow id="Flow_North" sourceRef="Fork_Visits" targetRef="Call_North" />
                    <bpmn:sequenceFlow id="Flow_South" sourceRef="Fork_Visits" targetRef="Call_South" />
                    <bpmn:sequenceFlow id="Flow_NorthVisited" sourceRef="Call_North" targetRef="Join_Visits" />
                    <bpmn:sequenceFlow id="Flow_SouthVisited" sourceRef="Call_South" targetRef="Join_Visits" />
                    <bpmn:sequenceFlow id="Flow_Visits_Redraft" sourceRef="Join_Visits" targetRef="Gateway_Redraft" />
                    <bpmn:sequenceFlow id="Flow_Redraft_CheckDraft" name="Yes" sourceRef="Gateway_Redraft" \
                targetRef="Task_CheckDraft">
                      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\
                ${answers.of(execution, 'site-visit', 'redraft')}</bpmn:conditionExpression>
                    </bpmn:sequenceFlow>
                    <bpmn:sequenceFlow id="Flow_Redraft_Round" name="No" sourceRef="Gateway_Redraft" \
                targetRef="SubProcess_Round" />
                    <bpmn:subProcess id="SubProcess_Round\""""
                        .formatted(visit("North"), visit("South")));
        return drawn(
                model,
                shape("Fork_Visits", 1900, 900, 50, 50)
                        + shape("Call_North", 2000, 900, 120, 80)
                        + shape("Call_South", 2000, 1000, 120, 80)
                        + shape("Join_Visits", 2150, 915, 50, 50)
                        + shape("Gateway_Redraft", 2250, 915, 50, 50)
                        + edge("Flow_North", "Flow_South", "Flow_NorthVisited")
                        + edge("Flow_SouthVisited", "Flow_Visits_Redraft", "Flow_Redraft_CheckDraft")
                        + edge("Flow_Redraft_Round"));
    }

    private static String visit(String site) {
        return """
                <bpmn:callActivity id="Call_%1$s" name="Visit the site in the %1$s" calledElement="site-visit">
                  <bpmn:extensionElements>
                    <camunda:properties><camunda:property name="stage" value="4" /></camunda:properties>
                    <camunda:in businessKey="#{execution.processBusinessKey}" />
                    <camunda:in source="lead" target="lead" />
                  </bpmn:extensionElements>
                  <bpmn:incoming>Flow_%1$s</bpmn:incoming>
                  <bpmn:outgoing>Flow_%1$sVisited</bpmn:outgoing>
                </bpmn:callActivity>
                """
                .formatted(site);
    }

    /** A form of the project with further components at its end. */
    public static String withQuestions(String form, String... questions) {
        String text = Shipped.text(form + ".form").stripTrailing();
        int end = text.lastIndexOf("\n  ],");
        if (end < 0) {
            end = text.lastIndexOf("\n  ]");
        }
        return text.substring(0, end) + ",\n" + String.join(",\n", questions) + text.substring(end);
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

    static String edge(String... flows) {
        return Stream.of(flows).map(OwnersDrawings::line).collect(Collectors.joining());
    }

    private static String line(String flow) {
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
