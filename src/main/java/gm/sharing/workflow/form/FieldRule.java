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
    static final Pattern EMAIL =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                    + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    /** As form-js 1.8 has it, with the codes of countries that it knows. It does not look at what stands before the number. */
    static final Pattern PHONE = Pattern.compile(
            "(\\+|00)("
                    + "297|93|244|1264|358|355|376|971|54|374|1684|1268|61|43|994|257|32|229|226|880|359"
                    + "|973|1242|387|590|375|501|1441|591|55|1246|673|975|267|236|1|61|41|56|86|225|237|243"
                    + "|242|682|57|269|238|506|53|5999|61|1345|357|420|49|253|1767|45|1809|1829|1849|213"
                    + "|593|20|291|212|34|372|251|358|679|500|33|298|691|241|44|995|44|233|350|224|590|220"
                    + "|245|240|30|1473|299|502|594|1671|592|852|504|385|509|36|62|44|91|246|353|98|964|354"
                    + "|972|39|1876|44|962|81|76|77|254|996|855|686|1869|82|383|965|856|961|231|218|1758"
                    + "|423|94|266|370|352|371|853|590|212|377|373|261|960|52|692|389|223|356|95|382|976"
                    + "|1670|258|222|1664|596|230|265|60|262|264|687|227|672|234|505|683|31|47|977|674|64"
                    + "|968|92|507|64|51|63|680|675|48|1787|1939|850|351|595|970|689|974|262|40|7|250|966"
                    + "|249|221|65|500|4779|677|232|503|378|252|508|381|211|239|597|421|386|46|268|1721|248"
                    + "|963|1649|235|228|66|992|690|993|670|676|1868|216|90|688|886|255|256|380|598|1|998"
                    + "|3906698|379|1784|58|1284|1340|84|678|681|685|967|27|260|263"
                    + ")(9[976]\\d|8[987530]\\d|6[987]\\d|5[90]\\d|42\\d|3[875]\\d|2[98654321]\\d|9[8543210]|8[6421]|6[6543210]|5[87654321]|4[987654310]|3[9643210]|2[70]|7|1)\\d{4,20}\\z");

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
            case "phone" -> PHONE.matcher(text).find() ? null : WORDS.text("phone");
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
