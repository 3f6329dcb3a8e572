package gm.sharing.workflow.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * FEEL that remembers what a test made of literals says to a value. Most cells of decision tables are such, their answer
 * never changes, and FEEL builds its library of functions anew for each of them.
 */
final class RememberingFeel implements FeelEngine {

    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");
    private static final Pattern NOTHING_BUT_LITERALS = Pattern.compile("(?:true|false|not|[\\s\\d.,<>=()\\[\\]-])*");

    private static final int LONGEST_TEXT = 100;
    private static final int MOST = 10_000;

    private final FeelEngine feel;
    private final Map<String, Boolean> literal = new ConcurrentHashMap<>();
    private final Map<Asked, Boolean> answers = new ConcurrentHashMap<>();

    RememberingFeel(FeelEngine feel) {
        this.feel = feel;
    }

    /** @param value of the type that it was given in, because FEEL may tell a number from its text */
    private record Asked(String test, Object value) {}

    @Override
    public boolean evaluateSimpleUnaryTests(String test, String input, VariableContext variables) {
        var value = variables.resolve(input);
        if (value == null || !canBeKey(value.getValue()) || !isLiteral(test)) {
            return feel.evaluateSimpleUnaryTests(test, input, variables);
        }
        var asked = new Asked(test, value.getValue());
        var known = answers.get(asked);
        if (known != null) {
            return known;
        }
        boolean answer = feel.evaluateSimpleUnaryTests(test, input, variables);
        if (answers.size() < MOST) {
            answers.put(asked, answer);
        }
        return answer;
    }

    /** As the engine declares it. */
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return feel.evaluateSimpleExpression(expression, variables);
    }

    private static boolean canBeKey(@Nullable Object value) {
        return value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || (value instanceof String text && text.length() <= LONGEST_TEXT);
    }

    private boolean isLiteral(String test) {
        if (literal.size() >= MOST) {
            literal.clear();
        }
        return literal.computeIfAbsent(test, words -> NOTHING_BUT_LITERALS
                .matcher(TEXT.matcher(words).replaceAll(""))
                .matches());
    }
}
