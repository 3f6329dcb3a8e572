package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.deadline.TypedDay;
import gm.sharing.question.AnswerKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rules that a form states for one of its fields, checked again on the server. */
final class FieldRule {

    private static final Set<String> CHOICES = Set.of("select", "radio", "checklist", "taglist");

    private FieldRule() {}

    /** The first rule that the answer breaks, in words that follow the field's name; null when there is none. */
    static @Nullable String broken(JsonNode field, JsonNode answer, Function<String, JsonNode> shown, LocalDate today) {
        var rules = field.path("validate");
        if (isEmpty(answer)) {
            return rules.path("required").asBoolean()
                    ? missing(field.path("type").asText())
                    : null;
        }
        if (CHOICES.contains(field.path("type").asText())) {
            return isAmong(options(field, shown), answer) ? null : FieldType.rule(AnswerKind.CHOICE);
        }
        if (field.path("type").asText().equals("datetime")) {
            return brokenByDay(answer, today);
        }
        if (answer.isTextual()) {
            return brokenByText(rules, answer.textValue());
        }
        return answer.isNumber() ? brokenByNumber(rules, answer.doubleValue()) : null;
    }

    private static String missing(String type) {
        return switch (type) {
            case "select", "radio" -> "select an option";
            case "checklist", "taglist" -> "select at least one option";
            default -> "must be filled in";
        };
    }

    private static boolean isEmpty(JsonNode answer) {
        return answer.isMissingNode()
                || answer.isNull()
                || (answer.isArray() && answer.isEmpty())
                || (answer.isBoolean() && !answer.booleanValue());
    }

    private static boolean isAmong(@Nullable Map<String, String> options, JsonNode answer) {
        if (options == null) {
            return true;
        }
        return answer.isArray()
                ? StreamSupport.stream(answer.spliterator(), false).allMatch(one -> options.containsKey(one.asText()))
                : options.containsKey(answer.asText());
    }

    /**
     * What can be chosen, each value with its label. Null when the options come from an expression that only the browser
     * evaluates; the record then decides.
     */
    static @Nullable Map<String, String> options(JsonNode field, Function<String, JsonNode> shown) {
        JsonNode options = field.path("values");
        if (field.has("valuesKey")) {
            options = shown.apply(field.path("valuesKey").asText());
        } else if (field.has("valuesExpression")) {
            var expression = field.path("valuesExpression").asText().replaceFirst("^=\\s*", "");
            if (!expression.matches("\\w+")) {
                return null;
            }
            options = shown.apply(expression);
        }
        return StreamSupport.stream(options.spliterator(), false)
                .collect(Collectors.toMap(
                        option -> option.path("value").asText(),
                        option -> option.path("label").asText(),
                        (one, same) -> one));
    }

    private static @Nullable String brokenByDay(JsonNode answer, LocalDate today) {
        return answer.isTextual() && TypedDay.of(answer.textValue(), today).isPresent()
                ? null
                : "must be a real date from %d to %d, such as 27 3 2027"
                        .formatted(TypedDay.EARLIEST.getYear(), today.getYear() + TypedDay.YEARS_AHEAD);
    }

    private static @Nullable String brokenByText(JsonNode rules, String text) {
        if (rules.has("minLength") && text.length() < rules.path("minLength").asInt()) {
            return "is too short: at least " + rules.path("minLength").asInt() + " characters";
        }
        if (rules.has("maxLength") && text.length() > rules.path("maxLength").asInt()) {
            return "is too long: at most " + rules.path("maxLength").asInt() + " characters";
        }
        if (rules.has("pattern")
                && !Pattern.compile(rules.path("pattern").asText())
                        .matcher(text)
                        .find()) {
            return "is not written as described";
        }
        return null;
    }

    private static @Nullable String brokenByNumber(JsonNode rules, double number) {
        if (rules.path("min").isNumber() && number < rules.path("min").doubleValue()) {
            return "must be at least " + rules.path("min").asText();
        }
        if (rules.path("max").isNumber() && number > rules.path("max").doubleValue()) {
            return "must be at most " + rules.path("max").asText();
        }
        return null;
    }
}
