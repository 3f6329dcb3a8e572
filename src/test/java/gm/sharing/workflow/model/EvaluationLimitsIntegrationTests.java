package gm.sharing.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import gm.sharing.DemoApplication;
import gm.sharing.workflow.gate.expression.ExpressionSyntax;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever has an expression evaluated, and by whatever way: it can neither hold a thread nor fill the memory. */
@DemoApplication
class EvaluationLimitsIntegrationTests {

    /** Each of them took seconds or the whole memory, or could. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'aaaaaaaaaa'.repeat(200000000)",
                "'aaaaaaaaaa'['repeat'](200000000)",
                "text.concat(text)",
                "text.replace('a', text)",
                "text.replaceAll('a', text)",
                "text.replaceFirst('(a+)+b', text)",
                "text.matches('(a+)+b')",
                "text.split('(a+)+b')",
                "text.format('%999999999d', 1)",
                "text.formatted(1)",
                "text.join(text, list)",
                "text.indent(200000000)",
                "text.chars()",
                "text.lines()",
                "text.codePoints()",
                "text.describeConstable()",
                "text.getBytes()",
                "text.toCharArray()",
                "text.transform(null)",
                "text.class",
                "text['class']",
                "text.getClass()",
                "list.stream()",
                "list.parallelStream()",
                "list.toArray()",
                "list.add('x')",
                "list.clear()",
                "list.iterator()",
                "list.subList(0, 1)",
                "map.put('a', 1)",
                "map.entrySet()",
                "map.values()",
                "map.clear()",
                "number.toString()",
                "number.bitCount(1)",
                "now().setTime(0)",
                "now().toInstant()",
                "dateTime().toString('yyyy')",
                "dateTime().getChronology()",
                "task.setVariable('text', 'x')",
                "task.complete()",
                "task.variables",
                "workingDays.getClass()",
                "workingDays.class",
                "workingDays.bankHolidays"
            })
    void callsAndReadsNothingThatIsNotOnTheList(String expression) {
        assertThatThrownBy(() -> evaluated("${" + expression + "}")).hasMessageContaining("models may not use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S('<a/>')", "XML('<a/>')", "JSON('{}')", "toString()"})
    void callsNoFunctionThatIsNotOnTheList(String expression) {
        assertThatThrownBy(() -> evaluated("${" + expression + "}")).hasMessageContaining("function");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workingDays.from(now(), 2000000)",
                "workingDays.from(now(), 3651)",
                "workingDays.reminder(now(), now(), 2000000)",
                "workingDays.from(now(), 0 - 1)",
                "workingDays.from(now(), 4000 * 4000)",
                "workingDays.from(now(), 65536 * 65536 + 5)",
                "workingDays.reminder(now(), now(), 0 - 1)",
                "workingDays.reminder(now(), now(), 65536 * 65536 + 5)"
            })
    void countsNoMoreThanTenYearsOfWorkingDays(String expression) {
        assertThatThrownBy(() -> evaluated("${" + expression + "}"))
                .hasStackTraceContaining("At most 3650 working days");
    }

    @Test
    @Timeout(20)
    void countsTenYearsOfWorkingDaysAtOnce() {
        assertThat(evaluated("${workingDays.from(now(), 3650)}")).isNotNull();
    }

    @Test
    void readsNoExpressionThatIsTooLongOrTooDeep() {
        String deep = "(".repeat(21) + "1" + ")".repeat(21);
        String long1 = "1" + " + 1".repeat(ExpressionSyntax.LONGEST_EXPRESSION / 4);
        List.of(
                        "${" + deep + "}",
                        "${'}' == '" + "' || " + deep + "}",
                        "${'${' == " + deep + "}",
                        "${x" + "[0".repeat(5_000) + "]".repeat(5_000) + "}",
                        "${" + "(".repeat(100_000),
                        "${" + long1 + "}",
                        "${" + "!".repeat(2_000) + "true}",
                        "${1}".repeat(ExpressionSyntax.MOST_EXPRESSIONS + 1),
                        "a".repeat(ExpressionSyntax.LONGEST_TEXT) + "${1}")
                .forEach(text -> assertThatThrownBy(() -> evaluated(text))
                        .as("%.60s", text)
                        .isInstanceOf(RuntimeException.class)
                        .hasMessageContaining("not allowed"));
    }

    @Test
    void makesNoTextThatGrowsWithoutEnd() {
        String piece = "${text}".repeat(50);
        assertThatThrownBy(() -> evaluated(piece, Map.of("text", "a".repeat(30_000))))
                .hasMessageContaining("has more than 200000 characters");
        assertThat(evaluated("${text}${text}", Map.of("text", "a".repeat(30_000))))
                .asString()
                .hasSize(60_000);
    }

    /** Also a model that was stored before such models were refused. */
    @ParameterizedTest
    @ValueSource(
            strings = {"stopProject", "draftAgreement", "openRound", "publishAgreement", "restartClock", "gradeRisks"})
    void lendsNoStepToAModelOfAnotherKind(String step) {
        assertThatThrownBy(() -> inProcess("borrowed", "${" + step + "}"))
                .hasMessageContaining("works in")
                .hasMessageContaining("only, not in borrowed");
        assertThatThrownBy(() -> inProcess("Sharing-Project", "#{ " + step + " }"))
                .hasMessageContaining("only, not in Sharing-Project");
    }

    @Test
    void lendsStepsToTheirOwnModels() {
        assertThat(inProcess("sharing-project", "${openRound}")).isNotNull();
        assertThat(inProcess("dpia", "${gradeRisks}")).isNotNull();
        assertThat(inProcess("borrowed", "${sendNotice}")).isNotNull();
    }

    private Object inProcess(String key, String text) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            ProcessDefinitionEntity process = new ProcessDefinitionEntity();
            process.setKey(key);
            ExecutionEntity execution = new ExecutionEntity();
            execution.setProcessDefinition(process);
            return engine.getExpressionManager().createExpression(text).getValue(execution);
        });
    }

    /** What people write in a form is a value, whatever it looks like. */
    @Test
    void evaluatesNoExpressionInAVariable() {
        assertThat(evaluated("${text}", Map.of("text", "${workingDays}"))).isEqualTo("${workingDays}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text.toUpperCase().contains('A')",
                "list[0] == 'a' and list.size() == 2",
                "map.a == 1 and map['a'] == 1",
                "number.intValue() == 7",
                "now().before(workingDays.from(now(), 3))",
                "dateTime().plusDays(2).toDate().after(now())",
                "task.name == null",
                "execution == null",
                "task.getVariable('text') == 'aaa'",
                "currentUser() == null"
            })
    void evaluatesWhatIsOnTheList(String expression) {
        assertThat(evaluated("${" + expression + "}")).isEqualTo(true);
    }

    private Object evaluated(String text) {
        return evaluated(text, Map.of("text", "aaa", "list", List.of("a", "b"), "map", Map.of("a", 1), "number", 7));
    }

    private Object evaluated(String text, Map<String, Object> variables) {
        return assertTimeout(
                AT_ONCE, () -> engine.getCommandExecutorTxRequired().execute(context -> {
                    VariableScope task = new TaskEntity("a-task-that-is-not-stored");
                    variables.forEach(
                            (name, value) -> task.setVariableLocal(name, Variables.untypedValue(value, true)));
                    return engine.getExpressionManager().createExpression(text).getValue(task);
                }));
    }
}
