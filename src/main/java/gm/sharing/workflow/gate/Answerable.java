package gm.sharing.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is an answer that the field takes, and the one that stands there at first is such. Otherwise people could not go on,
 * whatever they do.
 */
record Answerable(JsonNode field, Consumer<String> faults) {

    private static final String SIGN = "\\\\[dDwWsStnr.^$*+?()\\[\\]{}|/\\\\-]";

    /** What browsers and the server read alike: of escapes, classes and repetitions those that mean the same to both. */
    private static final Pattern PORTABLE =
            Pattern.compile("(?:" + SIGN + "|\\\\[bB]|\\[\\^?(?:" + SIGN + "|[^\\\\\\[\\]&])+]|[^\\\\\\[])*");

    private static final Pattern SIGN_OR_CLASS = Pattern.compile("\\\\.|\\[(?:\\\\.|[^\\]])*]");
    private static final Pattern POSSESSIVE = Pattern.compile("[*+?}][+]");

    private static final BigDecimal LARGEST = new BigDecimal("999999999999999");

    void check() {
        JsonNode rules = field.path("validate");
        if (rules.path("required").asBoolean() && field.path("readonly").asBoolean()) {
            faults.accept("nobody can give the answer that it demands; switch “Read only” or “Required” off");
        }
        if (field.path("values").isArray() && field.path("values").isEmpty()) {
            faults.accept("there is nothing to choose; write its options");
        }
        if (rules.path("maxLength").asInt(1) < 1 || rules.path("minLength").asInt(0) < 0) {
            faults.accept("a text has at least no and at most one or more characters; write other lengths");
        }
        if ("number".equals(field.path("type").asText())) {
            number(rules);
        }
        if (rules.has("pattern") && !isPortable(rules.path("pattern").asText())) {
            faults.accept(
                    "browsers read its pattern otherwise than the server; use signs, classes such as [a-z], \\d, \\w and"
                            + " \\s, and * + ? {2,4} behind them");
        }
        first(rules);
    }

    private void number(JsonNode rules) {
        BigDecimal least = number(rules.path("min"), LARGEST.negate()).max(LARGEST.negate());
        BigDecimal most = number(rules.path("max"), LARGEST).min(LARGEST);
        BigDecimal step = step();
        if (step != null && step.signum() <= 0) {
            faults.accept("the increment is more than 0; write another");
        } else if (least.compareTo(most) > 0
                || (step != null
                        && least.divide(step, 0, RoundingMode.CEILING)
                                        .multiply(step)
                                        .compareTo(most)
                                > 0)) {
            faults.accept("there is no number of at most 15 digits between the least and the most that it takes; write"
                    + " other limits");
        }
    }

    /** Of which numbers are multiples; null when they can be any. */
    private @Nullable BigDecimal step() {
        if (field.has("increment")) {
            return number(field.path("increment"), BigDecimal.ONE);
        }
        return field.path("decimalDigits").isInt()
                ? BigDecimal.ONE.movePointLeft(field.path("decimalDigits").intValue())
                : null;
    }

    private static BigDecimal number(JsonNode written, BigDecimal otherwise) {
        return written.isNumber()
                ? written.decimalValue()
                : written.isTextual() ? new BigDecimal(written.textValue()) : otherwise;
    }

    private static boolean isPortable(String pattern) {
        return PORTABLE.matcher(pattern).matches()
                && !POSSESSIVE
                        .matcher(SIGN_OR_CLASS.matcher(pattern).replaceAll("x"))
                        .find();
    }

    /** The answer that stands there before anybody types. */
    private void first(JsonNode rules) {
        JsonNode first = field.path("defaultValue");
        boolean fits =
                switch (field.path("type").asText()) {
                    case "textfield", "textarea" ->
                        first.asText().isEmpty()
                                || (first.asText().length()
                                                >= rules.path("minLength").asInt(0)
                                        && first.asText().length()
                                                <= rules.path("maxLength").asInt(Integer.MAX_VALUE));
                    case "number" ->
                        first.isMissingNode()
                                || (number(first, BigDecimal.ZERO)
                                                        .compareTo(number(rules.path("min"), LARGEST.negate()))
                                                >= 0
                                        && number(first, BigDecimal.ZERO).compareTo(number(rules.path("max"), LARGEST))
                                                <= 0);
                    case "checklist", "taglist" ->
                        !field.has("values") || options().containsAll(texts(first));
                    default -> true;
                };
        if (!fits) {
            faults.accept("the answer that stands there at first breaks the rules of the field; write another");
        }
    }

    private Set<String> options() {
        Set<String> values = new HashSet<>();
        field.path("values").forEach(option -> values.add(option.path("value").asText()));
        return values;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
