package gm.sharing.workflow.gate;

/** Broken processes, steps, calls, times and signs. */
final class BrokenSteps extends BrokenFiles {

    @Override
    void breakFiles() {
        frames();
        tasks();
        calls();
        times();
        signs();
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
        add(
                "drafts of nobody known",
                APPROVE,
                TASK,
                "(<camunda:property name=\"stage\" value=\"4\" />)",
                "$1<camunda:property name=\"drafts\" value=\"everybody\" />");
        add("no documentation", APPROVE, TASK, "(?s)<bpmn:documentation>Decide whether.*?</bpmn:documentation>", "");
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
}
