package gm.sharing.workflow.gate.expression;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelServices;
import gm.sharing.workflow.gate.Violation;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What expressions of a model may say, tried on the shipped models with something changed. */
@DemoApplication
class ExpressionRuleIntegrationTests {

    private static final String HEAD =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                targetNamespace="http://bpmn.io/schema/bpmn">
            """;

    private final ShippedFiles shipped = ShippedFiles.read();

    @Autowired
    ModelServices services;

    @Autowired
    Declarations declarations;

    private ProcessRule rule;

    @BeforeEach
    void makeRule() {
        rule = new ProcessRule(services, declarations, List.of(new ExpressionRule(services, declarations)));
    }

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
            sharing-project.bpmn | "${workingDays.from(now(), boardDueDays)}"| "soon"                                 | Task_DecideRefusal | “soon” is not a point in time
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
            sharing-project.bpmn | delegateExpression="${publishAgreement}"  | delegateExpression="${recordReminder}" | Service_PublishAgreement | this service does nothing here
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
                "lead.substring(0, 3)",
                "urgency == 'urgent' ? lead : 'someone'",
                "lead.length() > 3 and not lead.isBlank() ? lead : leadOrganisation",
                "execution.hasVariable('round') && round gt 1 ? lead : null",
                "execution.getVariable('lead')",
                "execution.processBusinessKey",
                "execution.currentActivityName",
                "task.name",
                "task.getTaskDefinitionKey()",
                "empty lead ? 'nobody' : lead",
                "partners.contains(lead) ? lead : partners.get(0)",
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
    void knowsNoVariableBeforeTheProcessRuns() {
        assertThat(
                        violations(
                                ShippedFiles.file(
                                        "nightly.bpmn",
                                        HEAD
                                                + """
                        <bpmn:process id="nightly" isExecutable="true"><bpmn:startEvent id="Start_Night"><bpmn:timerEventDefinition>
                        <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${workingDays.from(now(), loopCounter)}</bpmn:timeDate>
                        </bpmn:timerEventDefinition></bpmn:startEvent><bpmn:startEvent id="Start_Ask"><bpmn:timerEventDefinition>
                        <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${signOffRounds.stopped(execution)}</bpmn:timeDate>
                        </bpmn:timerEventDefinition></bpmn:startEvent></bpmn:process></bpmn:definitions>""")))
                .extracting(Violation::element)
                .contains("Start_Night", "Start_Ask");
    }

    /** Each of these steps gives the models after it a variable. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            sharing-project.bpmn | name="screeningOutcome">          | name="screeningResult">          | Flow_DpiaRequired_Required | screeningOutcome
            sharing-project.bpmn | camunda:formRef="decide-refusal"  | camunda:formRef="describe-needs" | Flow_BoardDecision_StopProject | boardDecision
            sharing-project.bpmn | camunda:initiator="lead"          | camunda:initiator="leader"       | Task_DescribeNeeds | lead
            sharing-project.bpmn | ${concludeRound}                  | ${draftAgreement}                | Flow_RoundOutcome_AllSigned | roundOutcome
            sharing-project.bpmn | <camunda:out source="dpiaOutcome" target="dpiaOutcome" /> | <!-- --> | Flow_DpiaOutcome_StoppedAfterDpia | dpiaOutcome
            partner-sign-off.bpmn | ${restartClock}                  | ${moveDeadlines}                 | Task_ReviewAgreement | |
            """)
    void asksForTheStepThatSetsAVariable(String file, String words, String others, String element, String variable) {
        var violations = violations(shipped.changed(file, words, others));
        if (variable == null) {
            assertThat(violations).isEmpty();
            return;
        }
        assertThat(violations).anySatisfy(violation -> {
            assertThat(violation.element()).isEqualTo(element);
            assertThat(violation.rule()).contains("nothing here sets a variable “" + variable + "”");
        });
    }

    /** What a form or a service asks the process for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
            sharing-project.bpmn  | camunda:formRef="describe-needs"   | camunda:formRef="answer-question"  | Task_DescribeNeeds | “partner”
            sharing-project.bpmn  | camunda:formRef="describe-needs"   | camunda:formRef="dpia-advise"      | Task_DescribeNeeds | “adviser”
            sharing-project.bpmn  | ${openRound}                       | ${draftAgreement}                  | Service_ConcludeRound | “round”
            sharing-project.bpmn  | ${signOffRounds.stopped(execution)} | ${signOffRounds.ruleAwaitsApproval(execution) or signOffRounds.role(execution) == 'x'} | | |
            sharing-project.bpmn  | ${signOffRounds.ruleAwaitsApproval(execution)} | ${signOffRounds.awaited(execution)} | Flow_RuleApproval_ApproveRule | “partner”
            sharing-project.bpmn  | name="to">person:${lead},partners<   | name="two">person:${lead},partners< | Send_ | “to”
            partner-sign-off.bpmn | outputParameter name="boardDays"   | outputParameter name="boardingDays" | Task_DecideStalledReview | or boardingDays
            """)
    void asksForWhatAStepNeeds(String file, String words, String others, String element, String message) {
        var violations = violations(shipped.changed(file, words, others));
        if (message == null) {
            assertThat(violations).isEmpty();
            return;
        }
        assertThat(violations).anySatisfy(violation -> {
            assertThat(violation.element()).startsWith(element);
            assertThat(violation.rule()).contains(message);
        });
    }

    @Test
    void letsAModelThatNobodyCallsYetSayWhatItTakes() {
        String model = HEAD
                + """
                <bpmn:process id="caldicott-advice" isExecutable="true"><bpmn:startEvent id="Start_Asked">%s</bpmn:startEvent>
                <bpmn:userTask id="Task_Advise" camunda:assignee="${guardian}"/></bpmn:process></bpmn:definitions>""";

        assertThat(violations(ShippedFiles.file("new.bpmn", model.formatted(""))))
                .extracting(Violation::element)
                .containsExactly("Task_Advise");
        assertThat(violations(ShippedFiles.file(
                        "new.bpmn",
                        model.formatted("<bpmn:extensionElements><camunda:properties><camunda:property name=\"takes\""
                                + " value=\"lead, guardian\"/></camunda:properties></bpmn:extensionElements>"))))
                .isEmpty();
    }

    /** So no model reads or changes what belongs to another project. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SJ-2026-0003",
                "${'SJ-2026-0003'}",
                "${lead}",
                "${execution.processInstanceId}",
                "SJ-${execution.processBusinessKey}",
                "${execution.processBusinessKey == null ? 'SJ-2026-0003' : 'SJ-2026-0004'}"
            })
    void handsOnNoOtherProject(String key) {
        assertThat(violations(shipped.changed(
                        "sharing-project.bpmn",
                        "businessKey=\"#{execution.processBusinessKey}\"",
                        "businessKey=\"" + key + "\"")))
                .extracting(Violation::element)
                .contains("Call_Dpia", "Call_PartnerSignOff");
    }

    @ParameterizedTest
    @CsvSource({"openRound", "draftAgreement", "publishAgreement", "stopProject", "restartClock", "recordReminder"})
    void lendsNoStepToAnotherModel(String service) {
        assertThat(violations(ShippedFiles.file(
                        "borrowed.bpmn",
                        HEAD
                                + """
                        <bpmn:process id="borrowed" isExecutable="true"><bpmn:startEvent id="Start"/>
                        <bpmn:serviceTask id="Service_Borrowed" camunda:delegateExpression="${%s}"/></bpmn:process></bpmn:definitions>"""
                                        .formatted(service))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.element()).isEqualTo("Service_Borrowed"));
    }

    /** What a change does to the models around it is asked of them. */
    @Test
    void findsWhatATableOrACalledModelDoesNotGiveAnyMore() {
        var table = shipped.with(shipped.changed("dpia-screening.dmn", "name=\"outcome\"", "name=\"result\""));
        assertThat(messages(shipped.named("sharing-project.bpmn"), table))
                .anyMatch(message -> message.contains("the table gives nothing named “outcome”"));

        var called = shipped.with(shipped.changed(
                "approve-sign-off-rule.bpmn",
                "camunda:formRef=\"approve-sign-off-rule\"",
                "camunda:formRef=\"describe-needs\""));
        assertThat(messages(shipped.named("sharing-project.bpmn"), called))
                .anyMatch(message -> message.contains("nothing here sets a variable “ruleDecision”"));

        var caller =
                shipped.with(shipped.changed("dpia.bpmn", "<camunda:in source=\"adviser\" target=\"adviser\" />", ""));
        assertThat(messages(shipped.named("dpo-advice.bpmn"), caller))
                .anyMatch(message -> message.contains("nothing here sets a variable “adviser”"));
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

    private List<Violation> violations(ModelFile file) {
        return rule.violations(file, shipped.with(file));
    }

    private List<String> messages(ModelFile file, ShippedFiles surroundings) {
        return rule.violations(file, surroundings.with(file)).stream()
                .map(Violation::getMessage)
                .toList();
    }
}
