package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.deadline.TypedDay;
import gm.sharing.question.AnswerKind;
import gm.sharing.wording.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rules that a form states for one of its fields, checked again on the server. */
final class FieldRule {

    private static final Set<String> CHOICES = Set.of("select", "radio", "checklist", "taglist");

    private static final Words WORDS = Words.in("form/rules");

    /** As form-js 1.8 has it. */
    private static final Pattern EMAIL =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                    + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    /** As E.164 has it, without the list of codes that form-js keeps; it takes no spaces either. */
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{4,25}");

    /** Where no text has signs of its own, as many as halves of pairs there are. */
    private static final int PRIVATE_USE = 0xE000;

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
        if (field.path("type").asText().equals("number")) {
            return brokenByNumber(field, new BigDecimal(answer.asText()));
        }
        if (answer.isTextual()) {
            return brokenByText(rules, answer.textValue());
        }
        return null;
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

    /** Whether the field asks for numbers without decimals. */
    static boolean isWhole(JsonNode field) {
        return field.path("decimalDigits").asInt(1) == 0;
    }

    /** Whether the answer is a day before today where the form takes none. */
    static boolean passed(JsonNode field, JsonNode answer, LocalDate today) {
        return field.path("disallowPassedDates").asBoolean()
                && answer.isTextual()
                && TypedDay.of(answer.textValue(), today)
                        .filter(day -> day.isBefore(today))
                        .isPresent();
    }

    private static @Nullable String brokenByDay(JsonNode answer, LocalDate today) {
        Optional<LocalDate> day = answer.isTextual() ? TypedDay.of(answer.textValue(), today) : Optional.empty();
        return day.isPresent()
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
                && !Pattern.compile(inUnits(rules.path("pattern").asText()))
                        .matcher(inUnits(text))
                        .find()) {
            return "is not written as described";
        }
        return switch (rules.path("validationType").asText()) {
            case "email" -> EMAIL.matcher(text).matches() ? null : WORDS.text("email");
            case "phone" -> PHONE.matcher(text).matches() ? null : WORDS.text("phone");
            default -> null;
        };
    }

    /** As browsers count, for whom a sign beyond the first 65,536 is two. */
    private static String inUnits(String text) {
        return text.chars()
                .map(unit -> Character.isSurrogate((char) unit) ? unit - Character.MIN_SURROGATE + PRIVATE_USE : unit)
                .collect(StringBuilder::new, (units, unit) -> units.append((char) unit), StringBuilder::append)
                .toString();
    }

    /** The rule that a number breaks: models are told that answers keep them. */
    static @Nullable String brokenByNumber(JsonNode field, BigDecimal number) {
        JsonNode rules = field.path("validate");
        int digits = field.path("decimalDigits").asInt(Integer.MAX_VALUE);
        if (number.stripTrailingZeros().scale() > digits) {
            return digits == 0 ? WORDS.text("whole") : WORDS.text("decimals", Map.of("digits", digits));
        }
        BigDecimal step =
                field.has("increment") ? new BigDecimal(field.path("increment").asText()) : BigDecimal.ZERO;
        if (step.signum() > 0 && number.remainder(step).signum() != 0) {
            BigDecimal below = number.subtract(number.remainder(step));
            return WORDS.text(
                    "step",
                    Map.of(
                            "step", step.toPlainString(),
                            "below", below.toPlainString(),
                            "above",
                                    below.add(number.signum() < 0 ? step.negate() : step)
                                            .toPlainString()));
        }
        if (rules.path("min").isNumber() && number.compareTo(rules.path("min").decimalValue()) < 0) {
            return "must be at least " + rules.path("min").asText();
        }
        if (rules.path("max").isNumber() && number.compareTo(rules.path("max").decimalValue()) > 0) {
            return "must be at most " + rules.path("max").asText();
        }
        return null;
    }
}
