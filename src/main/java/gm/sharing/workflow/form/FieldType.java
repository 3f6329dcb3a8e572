package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.question.AnswerKind;
import java.util.Map;
import java.util.Optional;

/** What the answer of a field is, by the type of the field. */
final class FieldType {

    private static final Map<String, AnswerKind> KINDS = Map.ofEntries(
            Map.entry("textfield", AnswerKind.TEXT),
            Map.entry("textarea", AnswerKind.TEXT),
            Map.entry("number", AnswerKind.NUMBER),
            Map.entry("checkbox", AnswerKind.TRUTH),
            Map.entry("datetime", AnswerKind.DATE),
            Map.entry("select", AnswerKind.CHOICE),
            Map.entry("radio", AnswerKind.CHOICE),
            Map.entry("checklist", AnswerKind.CHOICES),
            Map.entry("taglist", AnswerKind.CHOICES),
            Map.entry("dynamiclist", AnswerKind.ROWS));

    private FieldType() {}

    /** Empty for what asks nothing: texts, lines, groups that only hold fields together. */
    static Optional<AnswerKind> of(JsonNode field) {
        String type = field.path("type").asText();
        return type.equals("group") && !field.path("path").asText().isEmpty()
                ? Optional.of(AnswerKind.GROUP)
                : Optional.ofNullable(KINDS.get(type));
    }

    /** Whether the answer can be one of that kind at all. */
    static boolean fits(AnswerKind kind, JsonNode answer) {
        return switch (kind) {
            case TEXT, DATE -> answer.isTextual();
            case NUMBER -> answer.isNumber();
            case TRUTH -> answer.isBoolean();
            case CHOICE -> answer.isValueNode();
            case CHOICES, ROWS -> answer.isArray();
            case GROUP -> answer.isObject();
        };
    }

    /** What is wrong with an answer that does not fit, in words that follow the question. */
    static String rule(AnswerKind kind) {
        return switch (kind) {
            case TEXT -> "must be a text";
            case NUMBER -> "must be a number";
            case TRUTH -> "must be yes or no";
            case DATE -> "must be a real date";
            case CHOICE -> "is not among the possible answers";
            case CHOICES -> "must be a list of answers";
            case ROWS -> "must be a list of rows";
            case GROUP -> "must be a group of answers";
        };
    }
}
