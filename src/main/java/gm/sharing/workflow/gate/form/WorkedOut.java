package gm.sharing.workflow.gate.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A setting of a field that the browser works out, or that looks so: an expression behind a sign of equality, or words with
 * expressions in braces.
 *
 * @param setting as the file calls it
 */
record WorkedOut(JsonNode field, String setting, String text) {

    private static final Pattern BRACES = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

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
        return isExpression()
                ? List.of(text.strip().substring(1))
                : BRACES.matcher(text).results().map(part -> part.group(1)).toList();
    }

    /** Whether every brace has its other one. */
    boolean isClosed() {
        String rest = BRACES.matcher(text).replaceAll("");
        return isExpression() || (!rest.contains("{{") && !rest.contains("}}"));
    }
}
