package gm.sharing.workflow.gate.expression;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.workflow.gate.Violation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which variables of a process expressions may read, and which step has to set them before. */
@Tag("one-database")
@DemoApplication
class VariablesInModelsIntegrationTests extends ExpressionsOfModels {

    private static final String HEAD =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                targetNamespace="http://bpmn.io/schema/bpmn">
            """;

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
}
