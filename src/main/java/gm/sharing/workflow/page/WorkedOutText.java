package gm.sharing.workflow.page;

import gm.sharing.workflow.gate.table.FeelCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/**
 * What a form leaves to be worked out, as Tasklist does in the browser: all of a text behind a sign of equality, or each part of it
 * in two braces. It is read once; what the gate for models would not let in is worked out by nobody.
 */
record WorkedOutText(List<Part> parts) {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    /** The texts of the forms that are in force, of the earlier ones that are still open, and of rows. */
    private static final int MOST = 20_000;

    private static final Map<String, WorkedOutText> READ = new ConcurrentHashMap<>();

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /** @param expression null for words that stand as they are, and for what cannot be read */
    private record Part(String words, @Nullable ParsedExpression expression) {}

    static WorkedOutText of(String text) {
        if (READ.size() > MOST) {
            READ.clear();
        }
        return READ.computeIfAbsent(text, WorkedOutText::read);
    }

    private static WorkedOutText read(String text) {
        if (text.stripLeading().startsWith("=")) {
            return new WorkedOutText(
                    List.of(new Part("", expression(text.strip().substring(1)))));
        }
        List<Part> parts = new ArrayList<>();
        int from = 0;
        int open = text.indexOf(OPEN);
        int close = text.indexOf(CLOSE, open + OPEN.length());
        while (open >= 0 && close >= 0) {
            parts.add(new Part(text.substring(from, open), null));
            parts.add(new Part("", expression(text.substring(open + OPEN.length(), close))));
            from = close + CLOSE.length();
            open = text.indexOf(OPEN, from);
            close = text.indexOf(CLOSE, open + OPEN.length());
        }
        parts.add(new Part(text.substring(from), null));
        return new WorkedOutText(parts);
    }

    private static @Nullable ParsedExpression expression(String text) {
        return FeelCell.inForm(text).faults().isEmpty()
                ? FEEL.parseExpression(text).parsedExpression()
                : null;
    }

    /** The text with what was worked out in its place. */
    String words(Map<String, @Nullable Object> values) {
        return parts.stream()
                .map(part ->
                        part.expression() == null ? part.words() : InWords.ofValue(value(part.expression(), values)))
                .collect(Collectors.joining());
    }

    /** Whether the whole of it holds. */
    boolean holds(Map<String, @Nullable Object> values) {
        return value(values).filter(Boolean.TRUE::equals).isPresent();
    }

    /** What the whole of it is; empty when it is nothing. */
    Optional<Object> value(Map<String, @Nullable Object> values) {
        return Optional.ofNullable(parts.get(0).expression()).map(expression -> value(expression, values));
    }

    private static @Nullable Object value(ParsedExpression expression, Map<String, @Nullable Object> values) {
        var result = FEEL.evaluate(expression, values);
        return result.isSuccess() ? result.result() : null;
    }
}
