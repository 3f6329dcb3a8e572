package gm.sharing.workflow.gate.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A setting of a field that the browser works out, or that looks so: an expression behind a sign of equality, or words with
 * expressions in braces.
 *
 * @param setting as the file calls it
 */
record WorkedOut(JsonNode field, String setting, String text) {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /** Where words may hold expressions in braces, or be one. */
    private static final Set<String> WORDS = Set.of(
            "label",
            "description",
            "text",
            "dateLabel",
            "timeLabel",
            "appearance.prefixAdorner",
            "appearance.suffixAdorner");

    /** Where nothing but an expression may stand. */
    private static final Set<String> EXPRESSIONS = Set.of("conditional.hide", "dataSource", "valuesExpression");

    /** Settings as Camunda Modeler's panel calls them. */
    private static final Map<String, String> IN_MODELER = Map.of(
            "conditional.hide", "Hide if",
            "dataSource", "Data source",
            "valuesExpression", "Options expression",
            "label", "Field label",
            "description", "Field description",
            "text", "Text",
            "appearance.prefixAdorner", "Prefix",
            "appearance.suffixAdorner", "Suffix");

    /** Of every field within. */
    static Stream<WorkedOut> in(JsonNode parent) {
        List<WorkedOut> found = new ArrayList<>();
        for (JsonNode field : parent.path("components")) {
            collect(field, field, "", found);
            in(field).forEach(found::add);
        }
        return found.stream();
    }

    private static void collect(JsonNode field, JsonNode part, String prefix, List<WorkedOut> found) {
        part.properties().forEach(property -> {
            String setting = prefix + property.getKey();
            JsonNode value = property.getValue();
            if (value.isObject()) {
                collect(field, value, setting + ".", found);
            } else if (value.isArray() && !setting.equals("components")) {
                value.forEach(item -> collect(field, item, setting + ".", found));
            } else if (value.isTextual() || EXPRESSIONS.contains(setting)) {
                var one = new WorkedOut(field, setting, value.asText());
                if (one.isExpression() || one.text.contains("{{") || one.mustBeExpression()) {
                    found.add(one);
                }
            }
        });
    }

    /** Where it stands, in the words that people see. */
    String place() {
        return "“" + IN_MODELER.getOrDefault(setting, setting) + "”";
    }

    boolean isExpression() {
        return text.stripLeading().startsWith("=");
    }

    boolean isCondition() {
        return setting.equals("conditional.hide");
    }

    boolean mustBeExpression() {
        return EXPRESSIONS.contains(setting);
    }

    /** Whether the task list works anything out here. */
    boolean isWorkedOut() {
        return mustBeExpression() || WORDS.contains(setting);
    }

    /** What is worked out: all of it behind a sign of equality, or each part in braces. */
    List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        if (isExpression()) {
            expressions.add(text.strip().substring(1));
        } else {
            beside(expressions);
        }
        return expressions;
    }

    /** The text without what stands in braces, which is added to the list. A brace without its other one is left. */
    private String beside(List<String> within) {
        StringBuilder beside = new StringBuilder();
        int from = 0;
        int open = text.indexOf(OPEN);
        int close = text.indexOf(CLOSE, open + OPEN.length());
        while (open >= 0 && close >= 0) {
            within.add(text.substring(open + OPEN.length(), close));
            beside.append(text, from, open);
            from = close + CLOSE.length();
            open = text.indexOf(OPEN, from);
            close = text.indexOf(CLOSE, open + OPEN.length());
        }
        return beside.append(text, from, text.length()).toString();
    }

    /** Whether every brace has its other one. */
    boolean isClosed() {
        if (isExpression()) {
            return true;
        }
        String beside = beside(new ArrayList<>());
        return !beside.contains(OPEN) && !beside.contains(CLOSE);
    }
}
