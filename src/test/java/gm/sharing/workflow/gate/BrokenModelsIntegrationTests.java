package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a process owner or an attacker may break in our own models, tables and forms, and where the gate says so. */
@DemoApplication
class BrokenModelsIntegrationTests {

    private static final String APPROVE = "approve-sign-off-rule.bpmn";
    private static final String PROJECT = "sharing-project.bpmn";
    private static final String PARTNER = "partner-sign-off.bpmn";
    private static final String TABLE = "review-deadlines.dmn";
    private static final String FORM = "approve-sign-off-rule.form";
    private static final String TASK = "Task_ApproveSignOffRule";
    private static final String TIMER = "Timer_RuleDue";
    private static final String DATE =
            "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${workingDays.from(now(), boardDueDays)}</bpmn:timeDate>";
    private static final String BOARD_DUE = "camunda:dueDate=\"${workingDays.from(now(), boardDueDays)}\"";

    private final List<Broken> broken = new ArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    Gate gate;

    @Autowired
    RepositoryService repository;

    /** @param element whose id the message names */
    private record Broken(String what, String file, String content, String element) {}

    private void add(String what, String file, String element, String regex, String replacement) {
        String content = read(file);
        String changed = content.replaceFirst(regex, replacement);
        assertThat(changed).as(what).isNotEqualTo(content);
        broken.add(new Broken(what, file, changed, element));
    }

    private void literally(String what, String file, String element, String from, String to) {
        String content = read(file);
        assertThat(content).as(what).contains(from);
        broken.add(new Broken(what, file, content.replace(from, to), element));
    }

    private List<Broken> all() {
        frames();
        tasks();
        calls();
        ways();
        times();
        program();
        forms();
        notices();
        order();
        words();
        tables();
        signs();
        sound();
        return broken;
    }

    private void frames() {
        literally(
                "not executable", APPROVE, "approve-sign-off-rule", "isExecutable=\"true\"", "isExecutable=\"false\"");
        literally("no word of being executable", APPROVE, "approve-sign-off-rule", " isExecutable=\"true\"", "");
        literally(
                "for another engine",
                APPROVE,
                "",
                "executionPlatform=\"Camunda Platform\"",
                "executionPlatform=\"Camunda Cloud\"");
        literally(
                "for a newer engine",
                APPROVE,
                "",
                "executionPlatformVersion=\"7.24.0\"",
                "executionPlatformVersion=\"8.6.0\"");
        literally("for no engine", APPROVE, "", " modeler:executionPlatform=\"Camunda Platform\"", "");
        literally("no time to live", APPROVE, "approve-sign-off-rule", " camunda:historyTimeToLive=\"P3650D\"", "");
        literally(
                "time to live of nothing",
                APPROVE,
                "approve-sign-off-rule",
                "historyTimeToLive=\"P3650D\"",
                "historyTimeToLive=\"0\"");
        literally(
                "time to live that is none",
                APPROVE,
                "approve-sign-off-rule",
                "historyTimeToLive=\"P3650D\"",
                "historyTimeToLive=\"long\"");
        literally(
                "time to live beyond all calendars",
                APPROVE,
                "approve-sign-off-rule",
                "historyTimeToLive=\"P3650D\"",
                "historyTimeToLive=\"P99999999D\"");
        literally("no version", APPROVE, "approve-sign-off-rule", " camunda:versionTag=\"1.0\"", "");
        literally(
                "no name",
                APPROVE,
                "approve-sign-off-rule",
                "approve-sign-off-rule\" name=\"Approval of a sign-off rule\" isEx",
                "approve-sign-off-rule\" isEx");
        add(
                "a step that is not drawn",
                APPROVE,
                "Service_ReferRule",
                "(?s)<bpmndi:BPMNShape [^>]*bpmnElement=\"Service_ReferRule\".*?</bpmndi:BPMNShape>",
                "");
        add(
                "a way that is not drawn",
                APPROVE,
                "Flow_RuleDue_Escalation",
                "(?s)<bpmndi:BPMNEdge [^>]*bpmnElement=\"Flow_RuleDue_Escalation\".*?</bpmndi:BPMNEdge>",
                "");
        add("no drawing at all", APPROVE, TASK, "(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
        add(
                "two processes",
                APPROVE,
                "",
                "</bpmn:process>",
                "</bpmn:process><bpmn:process id=\"second\" isExecutable=\"true\"/>");
        add(
                "begins by itself",
                APPROVE,
                "Start_RuleChosen",
                "(<bpmn:outgoing>Flow_RuleChosen_ReferRule</bpmn:outgoing>)",
                "$1<bpmn:timerEventDefinition id=\"T\"><bpmn:timeDuration>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition>");
        add(
                "begins with a message",
                APPROVE,
                "Start_RuleChosen",
                "(<bpmn:outgoing>Flow_RuleChosen_ReferRule</bpmn:outgoing>)",
                "$1<bpmn:messageEventDefinition id=\"M\"/>");
        literally(
                "id by capital letters",
                APPROVE,
                "Approve-Sign-off-rule",
                "\"approve-sign-off-rule\"",
                "\"Approve-Sign-off-rule\"");
        literally(
                "id by underscore",
                APPROVE,
                "approve_sign-off-rule",
                "\"approve-sign-off-rule\"",
                "\"approve_sign-off-rule\"");
        literally("id of a table by dots", TABLE, "review.deadlines", "\"review-deadlines\"", "\"review.deadlines\"");
        literally(
                "table without time to live",
                TABLE,
                "review-deadlines",
                "historyTimeToLive=\"P3650D\"",
                "historyTimeToLive=\"P0D\"");
        add("table without version", TABLE, "review-deadlines", " camunda:versionTag=\"[^\"]*\"", "");
        add("table that is not drawn", TABLE, "review-deadlines", "(?s)<dmndi:DMNShape.*?</dmndi:DMNShape>", "");
    }

    private void tasks() {
        literally("task without form", APPROVE, TASK, " camunda:formRef=\"approve-sign-off-rule\"", "");
        literally(
                "form that is an expression",
                APPROVE,
                TASK,
                "formRef=\"approve-sign-off-rule\"",
                "formRef=\"${title}\"");
        literally(
                "form that does not exist", APPROVE, TASK, "formRef=\"approve-sign-off-rule\"", "formRef=\"nowhere\"");
        literally("form of a start", APPROVE, TASK, "formRef=\"approve-sign-off-rule\"", "formRef=\"start-proposal\"");
        literally(
                "form of the deployment", APPROVE, TASK, "formRefBinding=\"latest\"", "formRefBinding=\"deployment\"");
        literally(
                "form of a version",
                APPROVE,
                TASK,
                "formRefBinding=\"latest\"",
                "formRefBinding=\"version\" camunda:formRefVersion=\"1\"");
        literally("form without binding", APPROVE, TASK, " camunda:formRefBinding=\"latest\"", "");
        literally("task for nobody", APPROVE, TASK, " camunda:candidateGroups=\"information-board\"", "");
        literally(
                "group that does not exist",
                APPROVE,
                TASK,
                "candidateGroups=\"information-board\"",
                "candidateGroups=\"information-bored\"");
        literally(
                "group of no organisation",
                APPROVE,
                TASK,
                "candidateGroups=\"information-board\"",
                "candidateGroups=\"ig-nowhere\"");
        literally(
                "group in capital letters",
                APPROVE,
                TASK,
                "candidateGroups=\"information-board\"",
                "candidateGroups=\"Information-Board\"");
        literally(
                "one of two groups",
                APPROVE,
                TASK,
                "candidateGroups=\"information-board\"",
                "candidateGroups=\"information-board,everybody\"");
        literally(
                "role of no organisation",
                APPROVE,
                TASK,
                "candidateGroups=\"information-board\"",
                "candidateGroups=\"board-${lead}\"");
        literally("a person by name", APPROVE, TASK, "candidateGroups=\"information-board\"", "assignee=\"board\"");
        literally(
                "a person who may be nobody",
                APPROVE,
                TASK,
                "candidateGroups=\"information-board\"",
                "assignee=\"${leadOrganisation}\"");
        literally("no due date", APPROVE, TASK, " " + BOARD_DUE, "");
        literally("due soon", APPROVE, TASK, BOARD_DUE, "camunda:dueDate=\"soon\"");
        literally("due before it began", APPROVE, TASK, BOARD_DUE, BOARD_DUE.replace("boardDueDays", "-5"));
        literally("due in a life's time", APPROVE, TASK, BOARD_DUE, BOARD_DUE.replace("boardDueDays", "5000"));
        literally("a timer in a life's time", APPROVE, TIMER, DATE, DATE.replace("boardDueDays", "3651"));
        literally("due long ago", APPROVE, TASK, BOARD_DUE, "camunda:dueDate=\"2020-01-01T00:00:00\"");
        add(
                "no stage",
                APPROVE,
                TASK,
                "<camunda:property name=\"stage\" value=\"4\" />",
                "<camunda:property name=\"step\" value=\"4\" />");
        add("stage beyond the last", APPROVE, TASK, "name=\"stage\" value=\"4\"", "name=\"stage\" value=\"8\"");
        add("no documentation", APPROVE, TASK, "(?s)<bpmn:documentation>The lead asks.*?</bpmn:documentation>", "");
        add("no name of a step", APPROVE, "Service_ReferRule", "name=\"Put the rule to the Board\"", "name=\" \"");
        literally("a service that is not there", APPROVE, "Service_ReferRule", "${referToBoard}", "${referToBored}");
        literally("a service of somebody else", APPROVE, "Service_ReferRule", "${referToBoard}", "${dataSource}");
        literally("a service that only answers", APPROVE, "Service_ReferRule", "${referToBoard}", "${workingDays}");
        literally(
                "a step without service",
                APPROVE,
                "Service_ReferRule",
                " camunda:delegateExpression=\"${referToBoard}\"",
                "");
        literally("retries without end", APPROVE, TIMER, "R5/PT5M", "R99999/PT1S");
    }

    private void calls() {
        literally(
                "process that does not exist",
                PROJECT,
                "Call_ApproveSignOffRule",
                "calledElement=\"approve-sign-off-rule\"",
                "calledElement=\"nowhere\"");
        literally(
                "process by expression",
                PROJECT,
                "Call_ApproveSignOffRule",
                "calledElement=\"approve-sign-off-rule\"",
                "calledElement=\"${x}\"");
        literally(
                "process of the deployment",
                PROJECT,
                "Call_ApproveSignOffRule",
                "calledElement=\"approve-sign-off-rule\"",
                "calledElement=\"approve-sign-off-rule\" camunda:calledElementBinding=\"deployment\"");
        literally(
                "process that calls itself",
                PROJECT,
                "Call_ApproveSignOffRule",
                "calledElement=\"approve-sign-off-rule\"",
                "calledElement=\"sharing-project\"");
        literally(
                "decision that does not exist",
                APPROVE,
                "Rule_BoardDeadline",
                "decisionRef=\"review-deadlines\"",
                "decisionRef=\"review-deadline\"");
        literally(
                "decision of a version",
                APPROVE,
                "Rule_BoardDeadline",
                "decisionRef=\"review-deadlines\"",
                "decisionRef=\"review-deadlines\" camunda:decisionRefBinding=\"version\" camunda:decisionRefVersion=\"1\"");
        literally(
                "no reference handed on",
                PROJECT,
                "Call_ApproveSignOffRule",
                "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
                "");
        literally(
                "at the same time without after",
                PROJECT,
                "Call_PartnerSignOff",
                "camunda:asyncAfter=\"true\" camunda:collection=\"partners\"",
                "camunda:collection=\"partners\"");
    }

    private void ways() {
        add(
                "no default",
                PROJECT,
                "Gateway_SendOut",
                "(<bpmn:exclusiveGateway id=\"Gateway_SendOut\"[^>]*) default=\"[^\"]*\"",
                "$1");
        add(
                "default of another gateway",
                PROJECT,
                "Gateway_SendOut",
                "(<bpmn:exclusiveGateway id=\"Gateway_SendOut\"[^>]*) default=\"[^\"]*\"",
                "$1 default=\"Flow_RuleApproval_OpenRound\"");
        add(
                "a way without condition",
                PROJECT,
                "Flow_SendOut_Round",
                "(?s)(<bpmn:sequenceFlow id=\"Flow_SendOut_Round\"[^>]*>).*?</bpmn:sequenceFlow>",
                "$1</bpmn:sequenceFlow>");
        add(
                "a condition that nobody asks",
                APPROVE,
                "Flow_ReferRule_BoardDeadline",
                "(<bpmn:sequenceFlow id=\"Flow_ReferRule_BoardDeadline\"[^>]*) />",
                "$1><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">\\${lead == 'x'}</bpmn:conditionExpression></bpmn:sequenceFlow>");
        add(
                "two ways from a step",
                APPROVE,
                "Service_ReferRule",
                "(<bpmn:sequenceFlow id=\"Flow_ReferRule_BoardDeadline\"[^>]*/>)",
                "$1<bpmn:sequenceFlow id=\"Flow_Second\" sourceRef=\"Service_ReferRule\" targetRef=\"End_RuleDecided\" />");
        add(
                "a circle of services",
                APPROVE,
                "Rule_BoardDeadline",
                "(id=\"Flow_BoardDeadline_ApproveRule\" sourceRef=\"Rule_BoardDeadline\" targetRef=)\"[^\"]*\"",
                "$1\"Service_ReferRule\"");
        add(
                "a circle of one step",
                APPROVE,
                "Rule_BoardDeadline",
                "(id=\"Flow_BoardDeadline_ApproveRule\" sourceRef=\"Rule_BoardDeadline\" targetRef=)\"[^\"]*\"",
                "$1\"Rule_BoardDeadline\"");
        add(
                "a circle of jobs",
                APPROVE,
                "Rule_BoardDeadline",
                "(?s)name=\"Look up the Board&#39;s deadline\"(.*)(id=\"Flow_BoardDeadline_ApproveRule\" sourceRef=\"Rule_BoardDeadline\" targetRef=)\"[^\"]*\"",
                "name=\"Look up\" camunda:asyncBefore=\"true\"$1$2\"Service_ReferRule\"");
    }

    private void times() {
        literally("a time that is past", APPROVE, TIMER, DATE, "<bpmn:timeDate>2020-01-01T00:00:00</bpmn:timeDate>");
        literally("a time that is none", APPROVE, TIMER, DATE, "<bpmn:timeDate>next week</bpmn:timeDate>");
        literally("a time without end", APPROVE, TIMER, DATE, "<bpmn:timeCycle>R/PT1H</bpmn:timeCycle>");
        literally("a time every second", APPROVE, TIMER, DATE, "<bpmn:timeCycle>R8/PT1S</bpmn:timeCycle>");
        literally("a time every second, in hours", APPROVE, TIMER, DATE, "<bpmn:timeCycle>R8/PT0H1S</bpmn:timeCycle>");
        literally("a time by cron", APPROVE, TIMER, DATE, "<bpmn:timeCycle>0/1 * * * * ?</bpmn:timeCycle>");
        literally("a cycle by expression", APPROVE, TIMER, DATE, "<bpmn:timeCycle>${lead}</bpmn:timeCycle>");
        literally("a cycle of thousands", APPROVE, TIMER, DATE, "<bpmn:timeCycle>R100000/PT1H</bpmn:timeCycle>");
        literally("no time at all", APPROVE, TIMER, DATE, "");
        literally("a span of nothing", APPROVE, TIMER, DATE, "<bpmn:timeDuration>PT0S</bpmn:timeDuration>");
        literally("a span that goes back", APPROVE, TIMER, DATE, "<bpmn:timeDuration>-P1D</bpmn:timeDuration>");
        literally("a span of words", APPROVE, TIMER, DATE, "<bpmn:timeDuration>P1 day</bpmn:timeDuration>");
    }

    private void program() {
        literally(
                "a message by another name",
                PROJECT,
                "sharing-project",
                "name=\"project-withdrawn\"",
                "name=\"project-withdrew\"");
        literally(
                "a message with a space",
                PROJECT,
                "sharing-project",
                "name=\"project-stopped\"",
                "name=\"project-stopped \"");
        literally(
                "a message that nobody sends",
                PARTNER,
                "partner-sign-off",
                "name=\"deadline-moved\"",
                "name=\"deadline-set\"");
        literally(
                "the id of a task that the program knows",
                PARTNER,
                "partner-sign-off",
                "Task_AnswerQuestion",
                "Task_AnswerIt");
    }

    private void forms() {
        add(
                "an own question of no label",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\"},");
        add(
                "an own question whose words differ",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case {{project}}\"},");
        add(
                "a longer answer than is kept",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"validate\": {\"maxLength\": 30001}},");
        add(
                "an answer in no document",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"document\": \"book\"}},");
        add(
                "an answer in no part",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"document\": \"dpia\", \"part\": \"rights\"}},");
        add(
                "a part of no document",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"part\": \"rights\"}},");
        add(
                "a property that is none",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"colour\": \"red\"}},");
        add(
                "an empty heading",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"heading\": \" \"}},");
        add(
                "an own question by the name of what is shown",
                FORM,
                "summary",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"summary\", \"label\": \"Case\"},");
        add(
                "an own question by the name of the project",
                FORM,
                "project",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"project\", \"label\": \"Case\"},");
        add(
                "an own day with a time",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"datetime\", \"subtype\": \"datetime\", \"id\": \"F\", \"key\": \"caseRef\", \"dateLabel\": \"Day\", \"label\": \"Case\"},");
        add(
                "a list in an own list",
                FORM,
                "inner",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"dynamiclist\", \"id\": \"F\", \"path\": \"outer\", \"label\": \"L\", \"disableCollapse\": true, \"components\": [{\"type\": \"dynamiclist\", \"id\": \"G\", \"path\": \"inner\", \"label\": \"M\", \"disableCollapse\": true, \"components\": []}]},");
        literally(
                "properties where the program puts the answer",
                FORM,
                "reasons",
                "\"key\": \"reasons\",",
                "\"key\": \"reasons\", \"properties\": {\"document\": \"dpia\"},");
        add(
                "what a partner answers in a document that all read",
                "sign-agreement.form",
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"document\": \"agreement\"}},");
        add(
                "another column of the program's rows",
                "describe-needs.form",
                "caseRef",
                "(?s)(\"path\": \"dataItems\".*?\"components\": \\[)",
                "$1{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"validate\": {\"maxLength\": 9}},");
        literally("a key by another name", FORM, "reasons", "\"key\": \"reasons\"", "\"key\": \"reason\"");
        add("no longer required", FORM, "decision", "(?s)(\"key\": \"decision\".*?\"required\": )true", "$1false");
        add(
                "an option that the program does not know",
                FORM,
                "decision",
                "\"value\": \"approve\"",
                "\"value\": \"perhaps\"");
        add("a text that became a number", FORM, "reasons", "(?s)\"type\": \"textarea\"", "\"type\": \"number\"");
        add("a text longer than is taken", FORM, "reasons", "\"maxLength\": \\d+", "\"maxLength\": 99999");
        add(
                "a field that nobody sees",
                FORM,
                "reasons",
                "(\"key\": \"reasons\")",
                "$1, \"conditional\": {\"hide\": \"=true\"}");
        literally(
                "an answer that is hidden from some",
                FORM,
                "reasons",
                "\"key\": \"reasons\",",
                "\"key\": \"reasons\", \"conditional\": {\"hide\": \"=decision = \\\"approve\\\"\"},");
        literally(
                "an answer that nobody can type",
                FORM,
                "reasons",
                "\"key\": \"reasons\",",
                "\"key\": \"reasons\", \"readonly\": true,");
        literally("a text with a value that is not shown", FORM, "Text_summary", "{{summary}}", "{{sumary}}");
        literally("rows that come from nowhere", FORM, "Table_3", "=partners", "=partner");
        add("made for another engine", FORM, "approve-sign-off-rule", "Camunda Platform", "Camunda Cloud");
        add(
                "of a schema of another time",
                FORM,
                "approve-sign-off-rule",
                "\"schemaVersion\": 16",
                "\"schemaVersion\": 99");
    }

    private void notices() {
        String notice = "Send_RuleEscalation";
        String to = "<camunda:inputParameter name=\"to\">group:information-board,person:${lead}<";
        for (String recipients : List.of(
                "group:dpo-nowhere", "group:ig-${lead", "dpo@example.org", "everybody", "person:sam", "owner,", "")) {
            literally(
                    "a notice to " + recipients,
                    APPROVE,
                    notice,
                    to,
                    "<camunda:inputParameter name=\"to\">" + recipients + "<");
        }
        String subject = ">Overdue: the Board’s decision on the sign-off rule: {title}<";
        literally("a word that stands for nothing", APPROVE, notice, subject, ">Overdue: {titel}<");
        literally("a word of another case", APPROVE, notice, subject, ">Overdue: {Title}<");
        literally("a brace that never closes", APPROVE, notice, subject, ">Overdue: {title<");
        literally("a notice without subject", APPROVE, notice, subject, "><");
        add(
                "a notice without a recipient",
                APPROVE,
                notice,
                "(?s)(id=\"Send_RuleEscalation\".*?)<camunda:inputParameter name=\"to\">[^<]*</camunda:inputParameter>",
                "$1");
    }

    private void order() {
        add(
                "arrangements left out before the draft",
                PROJECT,
                "Service_DraftAgreement",
                "(sourceRef=\"SubProcess_Describe\" targetRef=)\"Task_AgreeArrangements\"",
                "$1\"SubProcess_Screening\"");
        add(
                "screening left out",
                PROJECT,
                "Service_RecordScreening",
                "(sourceRef=\"Start_Screening\" targetRef=)\"Task_AnswerScreening\"",
                "$1\"Service_FindCriteria\"");
        add(
                "sent out unchecked",
                PROJECT,
                "Service_OpenRound",
                "(sourceRef=\"Service_DraftAgreement\" targetRef=)\"Task_CheckDraft\"",
                "$1\"SubProcess_Round\"");
        add(
                "the DPO's answer left out",
                PROJECT,
                "Flow_DpoAgrees_DpiaAsked",
                "(sourceRef=\"Gateway_DpiaRequired\" targetRef=)\"Task_ConfirmNoDpia\"",
                "$1\"Gateway_DpoAgrees\"");
        add(
                "due by a table that is asked later",
                APPROVE,
                TASK,
                "(sourceRef=\"Service_ReferRule\" targetRef=)\"Rule_BoardDeadline\"",
                "$1\"Task_ApproveSignOffRule\"");
        literally(
                "a form of another process",
                PROJECT,
                "Task_DescribeNeeds",
                "formRef=\"describe-needs\"",
                "formRef=\"answer-question\"");
        literally(
                "a form of a process that is called",
                PROJECT,
                "Task_CheckDraft",
                "formRef=\"check-draft\"",
                "formRef=\"approve-sign-off-rule\"");
        String model = read(PARTNER);
        int from = model.indexOf("<bpmn:userTask id=\"Task_ReviewAgreement\"");
        int to = model.indexOf("</bpmn:userTask>", from) + "</bpmn:userTask>".length();
        broken.add(new Broken(
                "a second reviewer",
                PARTNER,
                (model.substring(0, to)
                                + model.substring(from, to)
                                        .replace("Task_ReviewAgreement", "Task_SecondReview")
                                        .replaceAll("<bpmn:(incoming|outgoing)>[^<]*</bpmn:(incoming|outgoing)>", "")
                                + model.substring(to))
                        .replaceFirst(
                                "(sourceRef=\"Gateway_Review\" targetRef=)\"Gateway_Caldicott\"",
                                "$1\"Task_SecondReview\""),
                "Task_SecondReview"));
    }

    private void words() {
        literally("a variable that is not there", APPROVE, TASK, "boardDueDays)}\">", "boardDueDay)}\">");
        literally("a method that is not there", APPROVE, TASK, BOARD_DUE, BOARD_DUE.replace(".from(", ".till("));
        literally("a method with too few", APPROVE, TASK, BOARD_DUE, BOARD_DUE.replace(", boardDueDays", ""));
        literally("a method of Java", APPROVE, TASK, BOARD_DUE, BOARD_DUE.replace("now()", "now().class"));
        literally("an expression without end", APPROVE, TIMER, DATE, DATE.replace(")}", ")"));
        literally("an answer that the table does not give", APPROVE, "Rule_BoardDeadline", "'dueDays'", "'daysDue'");
        literally(
                "a word that the table does not know",
                APPROVE,
                "Rule_BoardDeadline",
                "<camunda:inputParameter name=\"kind\">board<",
                "<camunda:inputParameter name=\"kind\">bored<");
        literally(
                "a fact that the table is not told",
                APPROVE,
                "Rule_BoardDeadline",
                "<camunda:inputParameter name=\"kind\">board</camunda:inputParameter>",
                "");
    }

    private void tables() {
        String normal = "Rule_Deadline_SignOffNormal";
        literally("a cell that FEEL cannot read", TABLE, normal, "<text>15</text>", "<text>15 (</text>");
        literally("a cell of another type", TABLE, normal, "<text>15</text>", "<text>\"fifteen\"</text>");
        literally("a number out of range", TABLE, normal, "<text>15</text>", "<text>-15</text>");
        literally("a reminder after it was due", TABLE, normal, "<text>7</text>", "<text>17</text>");
        add(
                "a row that overlaps",
                TABLE,
                "Rule_Deadline_SignOffUrgent",
                "(?s)(Rule_Deadline_SignOffUrgent_urgency\">\\s*<text>)\"urgent\"",
                "$1\"normal\"");
        add(
                "a row that is gone",
                TABLE,
                "review-deadlines",
                "(?s)<rule id=\"Rule_Deadline_SignOffNormal\">.*?</rule>",
                "");
        literally("an answer by another name", TABLE, "review-deadlines", "name=\"dueDays\"", "name=\"days\"");
        literally(
                "a script in a table",
                TABLE,
                "InputExpression_ReviewDeadlines_kind",
                "typeRef=\"string\">",
                "typeRef=\"string\" expressionLanguage=\"javascript\">");
    }

    private void signs() {
        literally("a command in a name", APPROVE, TASK, "name=\"Approve the sign-off rule\"", "name=\"{{title}}\"");
        literally(
                "a direction in a name",
                APPROVE,
                TASK,
                "name=\"Approve the sign-off rule\"",
                "name=\"Approve \u202etxt\"");
        literally(
                "a sign that nobody sees",
                APPROVE,
                TASK,
                "name=\"Approve the sign-off rule\"",
                "name=\"Appro\u200bve\"");
        literally(
                "a script task",
                APPROVE,
                "Service_ReferRule",
                " camunda:delegateExpression=\"${referToBoard}\"",
                " camunda:type=\"shell\"");
        literally(
                "a class of Java",
                APPROVE,
                "Service_ReferRule",
                "camunda:delegateExpression=\"${referToBoard}\"",
                "camunda:class=\"java.lang.Runtime\"");
        add(
                "a listener that is a script",
                APPROVE,
                TASK,
                "(<camunda:property name=\"stage\" value=\"4\" />\\s*</camunda:properties>)",
                "$1<camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:taskListener>");
    }

    private void sound() {
        add(
                "a step that nothing leads to",
                APPROVE,
                "Rule_BoardDeadline",
                "(id=\"Flow_ReferRule_BoardDeadline\" sourceRef=\"Service_ReferRule\" targetRef=)\"[^\"]*\"",
                "$1\"Task_ApproveSignOffRule\"");
        add(
                "a join that waits for ever",
                APPROVE,
                TASK,
                "(id=\"Flow_RuleDue_Escalation\" sourceRef=\"Timer_RuleDue\" targetRef=)\"[^\"]*\"",
                "$1\"Task_ApproveSignOffRule\"");
    }

    @TestFactory
    Stream<DynamicTest> refusesEveryBrokenModelByTheNameOfTheElement() {
        List<ModelFile> shipped = shipped();
        return all().stream()
                .map(one -> DynamicTest.dynamicTest(one.what(), () -> {
                    ModelFile file = new ModelFile(one.file(), one.content().getBytes(StandardCharsets.UTF_8));
                    List<ModelFile> together = new ArrayList<>(shipped);
                    if (!one.what().startsWith("id ")) {
                        together.removeIf(other -> other.name().equals(one.file()));
                    }
                    together.add(file);

                    assertThat(gate.violations(file, together, Surroundings.NONE))
                            .extracting(Violation::element)
                            .contains(one.element());
                }));
    }

    /** Every third of them, as Camunda Modeler deploys. */
    @Test
    void tellsAProcessOwnerAndDeploysNothing() {
        List<Broken> all = all();
        long deployments = repository.createDeploymentQuery().count();
        Visitor owner = Visitor.program(port, "owner");
        for (int i = 0; i < all.size(); i += 3) {
            Broken one = all.get(i);
            var answer = owner.deploy(one.what(), Map.of(one.file(), one.content()));

            assertThat(answer.statusCode())
                    .as(one.what() + ": " + answer.body())
                    .isEqualTo(400);
            assertThat(Visitor.parse(answer).get("message").textValue())
                    .as(one.what())
                    .startsWith(one.file() + " was not deployed: ")
                    .contains(one.element());
        }
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @Test
    void takesAtLeastSixtyOfThem() {
        System.out.println("Gate: " + all().size() + " broken models");
        broken.clear();
        assertThat(all()).hasSizeGreaterThan(120);
    }

    @Test
    void saysWhichModelInForceACallWouldBreak() {
        String calling = read(APPROVE)
                .replace(
                        "<bpmn:endEvent id=\"End_RuleDecided\"",
                        "<bpmn:callActivity id=\"Call_Back\" name=\"Begin again\" calledElement=\"sharing-project\">"
                                + "<bpmn:extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\" />"
                                + "</bpmn:extensionElements></bpmn:callActivity><bpmn:endEvent id=\"End_RuleDecided\"");
        ModelFile file = new ModelFile(APPROVE, calling.getBytes(StandardCharsets.UTF_8));

        assertThat(gate.findings(List.of(file), inForce(shipped())))
                .flatExtracting(Finding::violations)
                .extracting(Violation::element)
                .contains("Call_Back");
    }

    @Test
    void refusesATenant() {
        var deployment = repository.createDeployment().tenantId("gm");
        shipped().stream()
                .filter(file -> file.name().equals(TABLE))
                .forEach(file -> deployment.addInputStream(TABLE, file.content()));

        assertThatThrownBy(deployment::deploy).hasMessageContaining("no tenants");
    }

    @Test
    void saysAllProblemsOfAllFilesAtOnce() {
        var answer = Visitor.program(port, "owner")
                .deploy(
                        "Two",
                        Map.of(
                                APPROVE,
                                read(APPROVE)
                                        .replace(" camunda:historyTimeToLive=\"P3650D\"", "")
                                        .replace(" " + BOARD_DUE, ""),
                                "picture.png",
                                "x",
                                FORM,
                                "{"));

        assertThat(Visitor.parse(answer).get("message").textValue())
                .contains("picture.png was not deployed")
                .contains(FORM + " was not deployed")
                .contains("time to live")
                .contains(TASK);
    }

    private static Surroundings inForce(List<ModelFile> files) {
        return new Surroundings() {
            @Override
            public Optional<ModelFile> find(ModelFile.Kind kind, String key) {
                return all(kind).filter(file -> file.keys().contains(key)).findFirst();
            }

            @Override
            public Stream<ModelFile> all(ModelFile.Kind kind) {
                return files.stream().filter(file -> file.kind() == kind);
            }
        };
    }

    private static List<ModelFile> shipped() {
        return Shipped.all().stream()
                .map(file -> file.getFileName().toString())
                .map(name -> new ModelFile(name, read(name).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static String read(String file) {
        return Shipped.text(file);
    }
}
