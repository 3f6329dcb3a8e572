package gm.sharing.workflow.gate;

import java.util.List;

/** Broken ways through a model, notices, and the order and words of what is said. */
final class BrokenWays extends BrokenFiles {

    @Override
    void breakFiles() {
        ways();
        program();
        notices();
        order();
        words();
        sound();
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
                "(?s)name=\"Look up the Board’s deadline\"(.*)(id=\"Flow_BoardDeadline_ApproveRule\" sourceRef=\"Rule_BoardDeadline\" targetRef=)\"[^\"]*\"",
                "name=\"Look up\" camunda:asyncBefore=\"true\"$1$2\"Service_ReferRule\"");
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
        literally(
                "a notice that goes out some day",
                APPROVE,
                notice,
                "<camunda:inputParameter name=\"goesOut\">at-once<",
                "<camunda:inputParameter name=\"goesOut\">some day<");
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
        add(new Broken(
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
}
