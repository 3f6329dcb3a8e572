package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.table.FeelCell;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * FEEL that evaluates only what takes little time, and remembers what a test made of literals says to a value. Most cells of
 * decision tables are such, their answer never changes, and FEEL builds its library of functions anew for each of them.
 */
final class RememberingFeel implements FeelEngine {

    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");
    private static final Pattern NOTHING_BUT_LITERALS = Pattern.compile("(?:true|false|not|[\\s\\d.,<>=()\\[\\]-])*");

    private static final int LONGEST_TEXT = 100;
    private static final int MOST = 10_000;

    private final FeelEngine feel;
    private final Map<String, Boolean> literal = new ConcurrentHashMap<>();
    private final Map<String, List<String>> faults = new ConcurrentHashMap<>();
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
            allow(test, FeelCell::test);
            return feel.evaluateSimpleUnaryTests(test, input, variables);
        }
        var asked = new Asked(test, value.getValue());
        var known = answers.get(asked);
        if (known != null) {
            return known;
        }
        allow(test, FeelCell::test);
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
        allow(expression, FeelCell::expression);
        return feel.evaluateSimpleExpression(expression, variables);
    }

    /** What is stored may be older than the checks at deployment. */
    private void allow(String cell, Function<String, FeelCell> reading) {
        if (faults.size() >= MOST) {
            faults.clear();
        }
        var found = faults.computeIfAbsent(cell, text -> reading.apply(text).faults());
        if (!found.isEmpty()) {
            throw new FeelException(
                    "A cell of a decision table is not evaluated: %s. It is: %.100s".formatted(found.get(0), cell));
        }
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
