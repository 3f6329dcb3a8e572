package gm.sharing.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What FEEL is asked once and what it is asked each time. */
class RememberingFeelTests {

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
    private final List<String> asked = new ArrayList<>();
    private final RememberingFeel remembering = new RememberingFeel(new Listening());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "urgent"               | urgent   | true
                    "urgent"               | normal   | false
                    "joint", "processor"   | joint    | true
                    not("joint")           | joint    | false
                    not("joint", "alone")  | other    | true""")
    void answersATextAsFeelDoesAndAsksOnlyOnce(String test, String value, boolean answer) {
        assertThat(remembering.evaluateSimpleUnaryTests(test, "input", input(value)))
                .isEqualTo(answer);
        assertThat(remembering.evaluateSimpleUnaryTests(test, "input", input(value)))
                .isEqualTo(answer);
        assertThat(asked).containsExactly(test);
    }

    @Test
    void tellsNumbersAndTruthsFromTheirTexts() {
        assertThat(remembering.evaluateSimpleUnaryTests(">= 1", "input", input(1)))
                .isTrue();
        assertThat(remembering.evaluateSimpleUnaryTests(">= 1", "input", input(0)))
                .isFalse();
        assertThat(remembering.evaluateSimpleUnaryTests("[1..3]", "input", input(2L)))
                .isTrue();
        assertThat(remembering.evaluateSimpleUnaryTests("true", "input", input(true)))
                .isTrue();
        assertThat(remembering.evaluateSimpleUnaryTests("true", "input", input("true")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "starts with(?, \"a\")", "> limit", "not(other)", "? = other"})
    void asksEachTimeWhatDependsOnMoreThanTheValue(String test) {
        var variables = Variables.putValue("input", "a").putValue("other", "a").putValue("limit", "b");

        remembering.evaluateSimpleUnaryTests(test, "input", variables.asVariableContext());
        remembering.evaluateSimpleUnaryTests(test, "input", variables.asVariableContext());

        assertThat(asked).containsExactly(test, test);
    }

    @Test
    void asksEachTimeAboutLongTextsAndNothing() {
        for (Object value : new Object[] {"x".repeat(200), null, List.of("a")}) {
            asked.clear();
            remembering.evaluateSimpleUnaryTests("\"a\"", "input", input(value));
            remembering.evaluateSimpleUnaryTests("\"a\"", "input", input(value));
            assertThat(asked).hasSize(2);
        }
    }

    /** A table of an earlier release may hold them: they ran for minutes and held their thread. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..3000000 return i) > 1",
                "some i in 1..300000000 satisfies i < 0",
                "9 ** 9 ** 9 ** 9 > 1",
                "matches(input, \"(a+)+b\")"
            })
    void refusesAtOnceWhatCouldTakeLong(String cell) {
        var started = System.nanoTime();

        assertThatExceptionOfType(FeelException.class)
                .isThrownBy(() -> remembering.evaluateSimpleUnaryTests(cell, "input", input("a".repeat(40))))
                .withMessageContaining("is not evaluated")
                .withMessageContaining(cell);
        assertThatExceptionOfType(FeelException.class)
                .isThrownBy(() -> remembering.evaluateSimpleExpression(cell, input("a".repeat(40))));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
        assertThat(asked).isEmpty();
    }

    private static VariableContext input(Object value) {
        return Variables.putValue("input", value).asVariableContext();
    }

    private class Listening implements FeelEngine {

        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
            return feel.evaluateSimpleExpression(expression, variables);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String test, String input, VariableContext variables) {
            asked.add(test);
            return feel.evaluateSimpleUnaryTests(test, input, variables);
        }
    }
}
