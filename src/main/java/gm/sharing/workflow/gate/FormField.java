package gm.sharing.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.Refused;
import gm.sharing.Texts;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One field of a form: the task list can show it, people can answer it, and the server can check what they answer. */
final class FormField {

    private static final Words WORDS = Words.in("form/gate");

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");

    /** A repeated group takes a time that grows with the power of the answer's length. */
    private static final Pattern SLOW = Pattern.compile("\\)\\s*[*+{?]|\\\\[1-9]|\\(\\?");

    /** What every object has in a browser, and what expressions know: form-js takes it for an answer, or shows nothing at all. */
    private static final Set<String> TAKEN = Set.of(
            "constructor",
            "hasOwnProperty",
            "i",
            "isPrototypeOf",
            "parent",
            "propertyIsEnumerable",
            "this",
            "toLocaleString",
            "toString",
            "valueOf");

    private static final int LONGEST_PATTERN = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_ROWS_OF_A_PAGE = 100;
    private static final int COLUMNS = 16;

    private final JsonNode field;
    private final String type;
    private final List<Violation> violations = new ArrayList<>();

    private FormField(JsonNode field) {
        this.field = field;
        this.type = field.path("type").asText();
    }

    /** What is wrong with it, without what stands within it. */
    static List<Violation> violations(JsonNode field) {
        FormField one = new FormField(field);
        one.check();
        return one.violations;
    }

    private void check() {
        if (!FieldSettings.isShown(type)) {
            add("the task list cannot show a field of the type “" + PlainText.shown(type)
                    + "”; use a text, a choice, a date, a number, a group or a list instead");
            return;
        }
        FieldSettings.unknown(field)
                .forEach(setting ->
                        add("the setting “" + PlainText.shown(setting) + "” is not known here; take it out"));
        FieldSettings.unknownWords(field)
                .forEach((setting, words) ->
                        add(WORDS.text("word-of-setting", Map.of("setting", setting, "words", words))));
        key();
        texts(field);
        rules();
        numbers();
        if (FieldSettings.has(type, "values")) {
            options();
        }
        if (type.equals("table")) {
            table();
        }
        if (violations.isEmpty()) {
            new Answerable(field, this::add).check();
        }
    }

    private void key() {
        for (String name : List.of("key", "path")) {
            if (TAKEN.contains(field.path(name).asText())) {
                add("browsers know something else by the name “"
                        + field.path(name).asText() + "” and could not show the form; write another " + name);
            }
        }
        if (FieldSettings.has(type, "key")
                && !KEY.matcher(field.path("key").asText()).matches()) {
            add("its key is written with letters without accents, figures and underscores; write it so");
        }
        if (DateLabels.isDate(field)) {
            if (field.path(DateLabels.LABEL).asText().isBlank()) {
                add("the date has no label; write what is asked into its “Date label”");
            }
        } else if ((FieldSettings.has(type, "key") || "button".equals(type))
                && field.path("label").asText().isBlank()) {
            add("the field has no label; say in it what is asked");
        }
        if (field.has("path") && !KEY.matcher(field.path("path").asText()).matches()) {
            add("its path is written with letters without accents, figures and underscores; write it so");
        }
        if ("dynamiclist".equals(field.path("type").asText()) && !field.has("path")) {
            add("a list has a path under which its rows are kept; write one");
        }
        if (field.path("defaultValue").asText().startsWith("=")) {
            add("a default value is not worked out, people would read the expression; take it out");
        }
        if (Set.of("=true", "= true", "true")
                .contains(field.path("conditional").path("hide").asText().strip())) {
            add("nobody ever sees the field; take the condition out, or the field");
        }
    }

    private void texts(JsonNode part) {
        part.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isTextual()) {
                String complaint = PlainText.unseen(value.textValue(), true);
                if (complaint != null) {
                    add("“" + PlainText.shown(property.getKey()) + "” " + complaint);
                } else if (value.textValue().length() > LONGEST_TEXT) {
                    add("“" + property.getKey() + "” is longer than " + LONGEST_TEXT + " characters; shorten it");
                }
            } else if (value.isObject()) {
                texts(value);
            } else if (value.isArray() && !property.getKey().equals("components")) {
                value.forEach(element -> texts(element));
            }
        });
    }

    private void rules() {
        JsonNode rules = field.path("validate");
        if (rules.has("required") && !rules.path("required").isBoolean()) {
            add("“required” is either switched on or off; choose one");
        }
        for (String limit : List.of("minLength", "maxLength")) {
            if (rules.has(limit) && !rules.path(limit).isInt()) {
                add("“" + limit + "” is a whole number, because the server checks it too; write one");
            }
        }
        for (String limit : List.of("min", "max")) {
            if (rules.has(limit) && !rules.path(limit).isNumber()) {
                add("“" + limit + "” is a number, because the server checks it too; write one");
            }
        }
        if (rules.path("minLength").asInt(0) > rules.path("maxLength").asInt(Integer.MAX_VALUE)
                || rules.path("min").asDouble(-Double.MAX_VALUE)
                        > rules.path("max").asDouble(Double.MAX_VALUE)) {
            add("no answer is right, because the least that it takes is more than the most; write other limits");
        }
        if (rules.has("pattern")) {
            String pattern = rules.path("pattern").asText();
            String complaint = complaint(pattern);
            if (complaint != null) {
                add(complaint);
            } else if (PatternCost.isTooMuch(pattern, rules.path("maxLength").asInt(Texts.LONG))) {
                add(WORDS.text("pattern-too-slow"));
            }
        }
    }

    private void numbers() {
        if (field.has("rowCount") && !isFrom(1, field.path("rowCount"), MOST_ROWS_OF_A_PAGE)) {
            add("a table shows 1 to " + MOST_ROWS_OF_A_PAGE + " rows on a page; write such a number");
        }
        JsonNode columns = field.path("layout").path("columns");
        if (!columns.isMissingNode() && !columns.isNull() && !isFrom(1, columns, COLUMNS)) {
            add("its width is 1 to " + COLUMNS + " columns; choose one of them");
        }
        if (field.has("readonly") && !field.path("readonly").isBoolean()) {
            add("“Read only” is either switched on or off; choose one");
        }
    }

    private static boolean isFrom(int least, JsonNode number, int most) {
        return number.isInt() && number.intValue() >= least && number.intValue() <= most;
    }

    private static @Nullable String complaint(String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            return "its pattern cannot be read (" + PlainText.shown(e.getDescription()) + "); write it again";
        }
        return pattern.length() > LONGEST_PATTERN || SLOW.matcher(pattern).find()
                ? "its pattern could take for ever to check; write it without repeated groups and shorter than "
                        + LONGEST_PATTERN + " characters"
                : null;
    }

    private void table() {
        if (field.path("label").asText().isBlank()) {
            add(WORDS.text("table-label"));
        }
        boolean labelled = StreamSupport.stream(field.path("columns").spliterator(), false)
                .noneMatch(column -> column.path("label").asText().isBlank()
                        || column.path("key").asText().isBlank());
        if (field.path("columns").isEmpty() || !labelled) {
            add(WORDS.text("table-columns"));
        }
    }

    private void options() {
        long sources = Set.of("values", "valuesKey", "valuesExpression").stream()
                .filter(field::has)
                .count();
        if (sources != 1) {
            add("its options come from one source; choose one of list, key and expression");
        }
        Map<String, String> values = new HashMap<>();
        Set<String> labels = new HashSet<>();
        for (JsonNode option : field.path("values")) {
            String value = option.path("value").asText();
            if (value.isBlank() || option.path("label").asText().isBlank()) {
                add("an option has no label or no value; write both");
            } else if (!isKeptAsItIs(value)) {
                add(WORDS.text("option-changed", Map.of("value", PlainText.shown(value))));
            } else if (values.put(value, value) != null) {
                add("two options have the value “" + PlainText.shown(value) + "”; give one another value");
            } else if (!labels.add(option.path("label").asText().strip())) {
                add("two options are called “"
                        + PlainText.shown(option.path("label").asText())
                        + "”, and people could not tell them apart; give one another label");
            }
        }
        JsonNode chosen = field.path("defaultValue");
        if (chosen.isTextual()
                && !chosen.textValue().isEmpty()
                && !values.isEmpty()
                && !values.containsKey(chosen.textValue())) {
            add("the value “" + PlainText.shown(chosen.textValue())
                    + "” that is chosen at first is none of its options; write the value of one");
        }
    }

    /** Answers are stripped and normalised before they are compared. */
    private static boolean isKeptAsItIs(String value) {
        try {
            return gm.sharing.PlainText.of(value, true).equals(value);
        } catch (Refused unkept) {
            return false;
        }
    }

    private void add(String rule) {
        violations.add(new Violation(
                PlainText.shown(FormContent.name(field)),
                PlainText.shown(field.path("label").asText()),
                rule));
    }
}
