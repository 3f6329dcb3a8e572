package gm.sharing.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
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
