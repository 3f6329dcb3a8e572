package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.question.AnswerKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

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

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,15})?");

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

    /**
     * What is wrong with an answer that no field of this type gives, in words that follow the question; null when nothing is. Numbers
     * and truths may be written as texts, and choices as numbers and truths.
     */
    static @Nullable String misfit(JsonNode field, JsonNode answer) {
        AnswerKind kind = of(field).orElse(null);
        if (kind == null || answer.isMissingNode() || answer.isNull()) {
            return null;
        }
        boolean fits =
                switch (kind) {
                    case NUMBER ->
                        answer.isNumber()
                                || (answer.isTextual()
                                        && NUMBER.matcher(answer.textValue()).matches());
                    case TRUTH -> answer.isBoolean() || Set.of("true", "false").contains(answer.asText());
                    case CHOICES -> answer.isArray() && all(answer, JsonNode::isValueNode);
                    case ROWS -> answer.isArray() && all(answer, JsonNode::isObject);
                    case TEXT, DATE, CHOICE, GROUP -> fits(kind, answer);
                };
        return fits ? null : rule(kind);
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> are) {
        return StreamSupport.stream(list.spliterator(), false).allMatch(are);
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
