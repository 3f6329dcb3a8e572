package gm.sharing.workflow.gate.expression;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.workflow.gate.ModelFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions of a model may say, tried on the shipped models with something changed. */
@Tag("one-database")
@DemoApplication
class ExpressionRuleIntegrationTests extends ExpressionsOfModels {

    @Test
    void findsNothingWrongWithTheShippedModels() {
        assertThat(shipped.models()).isNotEmpty().allSatisfy(file -> assertThat(messages(file, shipped))
                .isEmpty());
    }

    /** Each of the first nine was accepted once, and broke when somebody else completed the task before. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
            sharing-project.bpmn | camunda:assignee="${lead}"                | camunda:assignee="${leed}"             | Task_DescribeNeeds | did you mean lead
            sharing-project.bpmn | dpo-${leadOrganisation}"                  | dpo-${leadOrganization}"               | Task_ConfirmNoDpia | did you mean leadOrganisation?
            sharing-project.bpmn | signOffRounds.ruleAwaitsApproval(         | signOffRounds.ruleAwaitsAproval(       | Flow_RuleApproval_ApproveRule | did you mean ruleAwaitsApproval?
            sharing-project.bpmn | ${signOffRounds.ruleAwaitsApproval(       | ${signOfRounds.ruleAwaitsApproval(     | Flow_RuleApproval_ApproveRule | did you mean signOffRounds
            sharing-project.bpmn | ${dpiaOutcome == 'stopped'}               | ${dpiaOutcom == 'stopped'}             | Flow_DpiaOutcome_StoppedAfterDpia | did you mean dpiaOutcome?
            sharing-project.bpmn | "${workingDays.from(now(), boardDueDays)}"| "${workingDays.from(now(), dueDays)}"  | Task_DecideRefusal | nothing here sets a variable “dueDays”
            sharing-project.bpmn | "${workingDays.from(now(), boardDueDays)}"| "soon"                                 | Task_DecideRefusal | “soon” is no point in time
            sharing-project.bpmn | camunda:assignee="${lead}"                | camunda:assignee="${lead"              | Task_DescribeNeeds | cannot be read as an expression
            sharing-project.bpmn | delegateExpression="${publishAgreement}"  | delegateExpression="${publishAgrement}"| Service_PublishAgreement | did you mean publishAgreement
            sharing-project.bpmn | ${dpiaNeeded}                             | ${lead}                                | Flow_DpoAgrees_DpiaAsked | true or false
            sharing-project.bpmn | ${dpiaNeeded}                             | ${dpiaNeeded} or not                   | Flow_DpoAgrees_DpiaAsked | true or false
            sharing-project.bpmn | ${dpiaNeeded}                             | dpiaNeeded                             | Flow_DpoAgrees_DpiaAsked | a condition is an expression
            sharing-project.bpmn | ${dpiaOutcome == 'stopped'}               | ${dpiaOutcome == 'stoped'}             | Flow_DpiaOutcome_StoppedAfterDpia | did you mean stopped?
            sharing-project.bpmn | ${boardDecision == 'stop'}                | ${boardDecision == 'halt'}             | Flow_BoardDecision_StopProject | it is never “halt”
            sharing-project.bpmn | ${screeningOutcome == 'REQUIRED'}         | ${screeningOutcome == 'required'}      | Flow_DpiaRequired_Required | did you mean REQUIRED
            sharing-project.bpmn | getEntry('outcome')}                      | getEntry('result')}                    | Rule_ScreenDpia | the table gives nothing named “result”
            sharing-project.bpmn | ${decisionResult.getSingleResult().getEntry('outcome')} | ${decisionResult.getSingleResult().outcom} | Rule_ScreenDpia | did you mean outcome
            sharing-project.bpmn | ${workingDays.from(now(), dpoReminderDays)}| ${workingDays.from(dpoReminderDays)}  | Timer_NoDpiaReminder | from takes (
            sharing-project.bpmn | ${workingDays.from(now(), dpoReminderDays)}| ${workingDays.from(now(), lead)}      | Timer_NoDpiaReminder | not this
            sharing-project.bpmn | ${workingDays.from(now(), dpoReminderDays)}| ${workingDays.from('today', 3)}       | Timer_NoDpiaReminder | not this
            sharing-project.bpmn | ${workingDays.from(now(), dpoReminderDays)}| ${dpoReminderDays}                    | Timer_NoDpiaReminder | has to give a moment
            sharing-project.bpmn | ${workingDays.from(now(), dpoReminderDays)}| ${workingDays.from(today(), 3)}       | Timer_NoDpiaReminder | cannot call the function “today”
            sharing-project.bpmn | ${signOffRounds.stopped(execution)}       | ${signOffRounds.stopped(lead)}         | Call_PartnerSignOff | stopped takes (execution)
            sharing-project.bpmn | ${signOffRounds.stopped(execution)}       | ${signOffRounds.stopped(task)}         | Call_PartnerSignOff | there is no task here
            sharing-project.bpmn | ${signOffRounds.stopped(execution)}       | ${signOffRounds.stopped}               | Call_PartnerSignOff | a service is asked with a method
            sharing-project.bpmn | ${signOffRounds.stopped(execution)}       | ${signOffRounds}                       | Call_PartnerSignOff | an expression here gives a value
            sharing-project.bpmn | camunda:collection="partners"             | camunda:collection="partner"           | Call_PartnerSignOff | the variable has to be a list
            sharing-project.bpmn | camunda:collection="partners"             | camunda:collection="partenrs"          | Call_PartnerSignOff | did you mean partners
            sharing-project.bpmn | camunda:collection="partners"             | camunda:collection="${lead}"           | Call_PartnerSignOff | a list
            sharing-project.bpmn | camunda:elementVariable="partner"         | camunda:elementVariable="task"         | Call_PartnerSignOff | cannot be called “task”
            sharing-project.bpmn | camunda:elementVariable="partner"         | camunda:elementVariable="workingDays"  | Call_PartnerSignOff | cannot be called “workingDays”
            sharing-project.bpmn | <camunda:in source="round"                | <camunda:in source="rounds"            | Call_PartnerSignOff | did you mean round
            sharing-project.bpmn | <camunda:out source="ruleDecision"        | <camunda:out source="ruleDecisions"    | Call_ApproveSignOffRule | did you mean ruleDecision
            sharing-project.bpmn | ${dpiaOutcome == &#39;approved&#39;}      | ${dpiaOutcome == &#39;aproved&#39;}    | Call_Dpia | did you mean approved
            sharing-project.bpmn | businessKey="#{execution.processBusinessKey}" | businessKey="#{execution.projectKey}" | Call_Dpia | models cannot read “projectKey” of execution
            sharing-project.bpmn | calledElement="dpia"                      | calledElement="${lead}"                | Call_Dpia | cannot be worked out
            sharing-project.bpmn | camunda:decisionRef="dpia-screening"      | camunda:decisionRef="${urgency}"       | Rule_ScreenDpia | cannot be worked out
            sharing-project.bpmn | camunda:formRef="describe-needs"          | camunda:formRef="${lead}"              | Task_DescribeNeeds | cannot be worked out
            sharing-project.bpmn | name="project-withdrawn"                  | name="project-${lead}"                 | Message_ProjectWithdrawn | nothing is worked out here
            sharing-project.bpmn | name="Describe flows and lawful bases"    | name="Flows of ${lead}"                | Task_DescribeFlows | nothing is worked out here
            sharing-project.bpmn | delegateExpression="${publishAgreement}"  | delegateExpression="${workingDays}"    | Service_PublishAgreement | this service does nothing here
            sharing-project.bpmn | delegateExpression="${publishAgreement}"  | delegateExpression="${recordReminder}" | Service_PublishAgreement | this service works in partner-sign-off only
            sharing-project.bpmn | delegateExpression="${publishAgreement}"  | expression="publishAgreement"          | Service_PublishAgreement | this is not an expression
            partner-sign-off.bpmn | delegateExpression="${recordReminder}"   | delegateExpression="${dpiaFacts}"      | Send_ | this service does nothing here
            partner-sign-off.bpmn | ${signatories &gt; 1 and                | ${signatories == 'two' and             | Flow_ | a text is compared with a number
            partner-sign-off.bpmn | ${execution.hasVariable('overdue') ? 100 : 50} | ${execution.hasVariable('overdu') ? 100 : 50} | Task_ | did you mean overdue
            partner-sign-off.bpmn | ${execution.hasVariable('overdue') ? 100 : 50} | ${execution.hasVariable(lead) ? 100 : 50} | Task_ | the name of one variable, in quotes
            partner-sign-off.bpmn | ${execution.hasVariable('overdue') ? 100 : 50} | high                              | Task_ | “high” is not a number
            partner-sign-off.bpmn | ${!clockStands}                          | ${!lead}                               | Wait_ | is not true or false
            partner-sign-off.bpmn | ${stalledUntil}                          | ${stalledUntill}                       |  | did you mean stalledUntil
            dpia.bpmn             | ${dpiaSections.isOpen(execution, 'scope')} | ${dpiaSections.isOpen(execution, 'scopes')} | Flow_ | did you mean scope
            dpia.bpmn             | ${dpiaSections.isOpen(execution, 'scope')} | ${dpiaSections.isOpen(execution, lead)} | Flow_ | written in quotes
            dpia.bpmn             | ${dpiaSections.isOpen(execution, 'scope')} | ${dpiaSections.isOpen(execution)}    | Flow_ | isOpen takes (execution, a text)
            dpia.bpmn             | &#39;ai&#39;)}                           | &#39;AI tools&#39;)}                   | Rule_EthicsScreening | of does not know “AI tools”
            """)
    void refusesWhatDoesNotExistOrDoesNotFit(String file, String words, String others, String element, String message) {
        assertThat(violations(shipped.changed(file, words, others))).as(others).anySatisfy(violation -> {
            assertThat(violation.element()).startsWith(element == null ? "" : element);
            assertThat(violation.rule()).contains(message);
        });
    }

    /** One name that does not exist, written in every way that the engine reads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${leed}",
                "#{leed}",
                "${ leed }",
                "${\n  leed\n}",
                "$&#123;leed}",
                "&#36;{leed}",
                "&#x24;&#x7b;leed}",
                "a ${lead} b ${leed}",
                "${lead == 'x' ? lead : leed}",
                "${empty leed ? lead : lead}",
                "${(((leed)))}",
                "${lead.equals(leed) ? lead : lead}",
                "${execution.getVariable('leed')}",
                "${execution.getVariable(\t(&#39;leed&#39;)\t)}",
                "${execution['leed']}",
                "${lead == leed.trim() ? lead : lead}",
                "${!empty leed || true ? lead : lead}"
            })
    void findsTheNameHoweverItIsWritten(String spelling) {
        assertThat(violations(shipped.changed(
                        "sharing-project.bpmn", "assignee=\"${lead}\"", "assignee=\"" + spelling + "\"")))
                .filteredOn(violation -> violation.element().equals("Task_DescribeNeeds"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<![CDATA[${leed == 'x'}]]>",
                "<!-- ${dpiaNeeded} -->${leed == 'x'}",
                "${le<!-- -->ed == 'x'}",
                "${le<![CDATA[ed]]> == 'x'}",
                "\n\t${leed&#10;== 'x'}\n",
                "${lеad == 'x'}",
                "${lead\u200b == 'x'}"
            })
    void findsTheNameInTheTextOfAnElement(String spelling) {
        assertThat(violations(shipped.changed("sharing-project.bpmn", "${dpiaNeeded}", spelling)))
                .filteredOn(violation -> violation.element().equals("Flow_DpoAgrees_DpiaAsked"))
                .isNotEmpty();
    }

    /** Ways to reach what models have nothing to do with. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lead.class",
                "lead['class']",
                "lead.getClass().forName('java.lang.Runtime')",
                "lead['get'.concat('Class')]()",
                "lead.repeat(1000000)",
                "lead['repeat'](1000000)",
                "lead.concat(lead)",
                "lead.replace('a', lead)",
                "lead.replaceAll('a', lead)",
                "lead.matches('(a+)+b')",
                "lead.split('a')",
                "lead.format(lead)",
                "lead.substring(0, 3)",
                "lead.join(',', lead)",
                "lead.chars()",
                "lead.lines()",
                "lead.intern()",
                "execution.setVariable('lead', 'me')",
                "execution.variables",
                "execution.processEngineServices",
                "execution.bpmnModelInstance",
                "execution.getProcessInstance()",
                "execution.superExecution",
                "execution.tenantId",
                "task.complete()",
                "task.setAssignee('me')",
                "task.execution.setVariable('lead', 'me')",
                "currentUser()",
                "currentUserGroups()",
                "authenticatedUserId",
                "S('<a/>')",
                "JSON('{}')",
                "now().setTime(0)",
                "now().toInstant()",
                "dateTime().toString('yyyy')",
                "stopProject.execute(execution)",
                "publishAgreement.execute(execution)",
                "sendNotice",
                "workingDays.hashCode()",
                "workingDays.getClass()",
                "dataSource",
                "repositoryService",
                "environment",
                "x -> x",
                "[1,2]",
                "{1}"
            })
    void refusesWhatModelsHaveNothingToDoWith(String expression) {
        assertThat(violations(shipped.changed(
                        "sharing-project.bpmn",
                        "assignee=\"${lead}\"",
                        "assignee=\"${" + expression.replace("<", "&lt;") + "}\"")))
                .filteredOn(violation -> violation.element().equals("Task_DescribeNeeds"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lead",
                "lead.toLowerCase()",
                "urgency == 'urgent' ? lead : 'someone'",
                "lead.length() > 3 and not lead.isBlank() ? lead : leadOrganisation",
                "execution.hasVariable('round') && round gt 1 ? lead : null",
                "execution.getVariable('lead')",
                "execution.processBusinessKey",
                "execution.currentActivityName",
                "task.name",
                "task.getTaskDefinitionKey()",
                "empty lead ? 'nobody' : lead",
                "partners.contains(lead) ? lead : partners[0]",
                "partners[0]"
            })
    void acceptsWhatCanBeEvaluated(String expression) {
        assertThat(messages(
                        shipped.changed(
                                "sharing-project.bpmn",
                                "assignee=\"${lead}\"",
                                "assignee=\"${" + expression.replace("&", "&amp;") + "}\""),
                        shipped))
                .isEmpty();
    }

    /** How long a timer waits, or how often it comes back, is checked by other rules: they read what is written. */
    @ParameterizedTest
    @CsvSource({
        "timeCycle,${'R/PT1S'}",
        "timeCycle,R${1}/PT1S",
        "timeDuration,${urgency}",
        "timeDuration,PT${boardDueDays}S"
    })
    void readsTheLengthOfTimersAsItIsWritten(String element, String text) {
        String date =
                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${workingDays.from(now(), boardReminderDays)}</bpmn:timeDate>";

        assertThat(violations(shipped.changed(
                        "sharing-project.bpmn", date, "<bpmn:" + element + ">" + text + "</bpmn:" + element + ">")))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.element()).isEqualTo("Timer_BoardReminder");
                    assertThat(violation.rule()).contains("cannot be worked out");
                });
    }

    @Test
    void takesAMomentForTheLargestModel() {
        ModelFile largest = shipped.named("dpia.bpmn");
        for (int i = 0; i < 5; i++) {
            rule.violations(largest, shipped);
        }
        long start = System.nanoTime();
        int times = 10;
        for (int i = 0; i < times; i++) {
            rule.violations(largest, shipped);
        }
        System.out.println("dpia.bpmn: " + (System.nanoTime() - start) / 1_000_000 / times + " ms");
    }
}
