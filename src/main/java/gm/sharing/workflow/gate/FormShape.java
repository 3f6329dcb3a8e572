package gm.sharing.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * The JSON of a form: every setting is of the kind that Camunda Modeler writes there, so that the task list, the other rules and
 * the program all read the same in it.
 */
final class FormShape {

    /** Beyond that a form is no form, and nobody reads more. */
    private static final int MOST_FAULTS = 20;

    /** @param words what it is, as in “label is a text” */
    private record Shape(String words, Predicate<JsonNode> fits) {

        static Shape whole(int least, int most) {
            return new Shape(
                    "a whole number from " + least + " to " + most,
                    value -> value.isInt() && value.intValue() >= least && value.intValue() <= most);
        }

        Shape orNothing() {
            return new Shape(words, value -> value.isNull() || fits.test(value));
        }
    }

    private static final Shape TEXT = new Shape("a text in quotes", JsonNode::isTextual);
    private static final Shape TRUTH = new Shape("true or false, without quotes", JsonNode::isBoolean);
    private static final Shape SETTINGS = new Shape("a group of settings in { }", JsonNode::isObject);
    private static final Shape LIST = new Shape("a list in [ ]", JsonNode::isArray);
    private static final Shape ITEMS = new Shape(
            "a list of items in { }",
            value -> value.isArray()
                    && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isObject));
    private static final Shape TEXTS = new Shape(
            "a list of texts in quotes",
            value -> value.isArray()
                    && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual));
    private static final Shape FIGURE =
            new Shape("a number of at most 15 digits", value -> !value.isNumber() || isOrdinary(value.doubleValue()));
    private static final Shape NUMBER = new Shape(
            "a number of at most 15 digits",
            value -> (value.isNumber() && isOrdinary(value.doubleValue()))
                    || (value.isTextual() && value.textValue().matches("-?[0-9]{1,15}([.][0-9]{1,15})?")));

    private static final Map<String, Shape> OF_FORM = Map.of(
            "id", TEXT,
            "type", TEXT,
            "executionPlatform", TEXT,
            "executionPlatformVersion", TEXT,
            "versionTag", TEXT,
            "components", LIST,
            "exporter", SETTINGS);

    private static final Map<String, Shape> OF_FIELD = ofField();

    /** Settings within others; of lists, those of each item. */
    private static final Map<String, Map<String, Shape>> WITHIN = Map.of(
            "exporter", Map.of("name", TEXT, "version", TEXT),
            "validate", Map.of("pattern", TEXT, "validationType", TEXT.orNothing(), "min", FIGURE, "max", FIGURE),
            "conditional", Map.of("hide", TEXT),
            "layout", Map.of("row", TEXT.orNothing()),
            "appearance", Map.of("prefixAdorner", TEXT, "suffixAdorner", TEXT),
            "values", Map.of("label", TEXT, "value", TEXT),
            "columns", Map.of("id", TEXT, "label", TEXT, "key", TEXT));

    private static final Set<String> ITEMS_OF = Set.of("values", "columns");

    private static final Map<String, Shape> DEFAULTS =
            Map.of("checkbox", TRUTH, "number", NUMBER, "checklist", TEXTS, "taglist", TEXTS);

    private final List<Violation> violations = new ArrayList<>();

    private FormShape() {}

    /** Not so large that it is something else when it is worked with. */
    private static boolean isOrdinary(double number) {
        return Math.abs(number) < 1e15;
    }

    private static Map<String, Shape> ofField() {
        Map<String, Shape> shapes = new HashMap<>();
        List.of(
                        "type",
                        "id",
                        "label",
                        "description",
                        "key",
                        "path",
                        "subtype",
                        "dateLabel",
                        "timeLabel",
                        "timeSerializingFormat",
                        "verticalAlignment",
                        "text",
                        "dataSource",
                        "valuesKey",
                        "valuesExpression",
                        "action")
                .forEach(setting -> shapes.put(setting, TEXT));
        List.of(
                        "searchable",
                        "use24h",
                        "disallowPassedDates",
                        "serializeToString",
                        "showOutline",
                        "isRepeating",
                        "allowAddRemove",
                        "disableCollapse")
                .forEach(setting -> shapes.put(setting, TRUTH));
        List.of("validate", "conditional", "layout", "appearance", "properties")
                .forEach(setting -> shapes.put(setting, SETTINGS));
        shapes.put("components", LIST);
        shapes.put("values", ITEMS);
        shapes.put("columns", ITEMS);
        shapes.put("increment", NUMBER);
        shapes.put("timeInterval", Shape.whole(1, 60));
        shapes.put("decimalDigits", Shape.whole(0, 15));
        shapes.put("defaultRepetitions", Shape.whole(0, 50));
        shapes.put("nonCollapsedItems", Shape.whole(1, 1000));
        shapes.put("height", Shape.whole(1, 2000));
        return Map.copyOf(shapes);
    }

    /** What is of another kind, the first of it. */
    static List<Violation> violations(JsonNode form) {
        FormShape shape = new FormShape();
        shape.settings("", form, form, OF_FORM);
        shape.fields(form, "the form");
        return shape.violations.stream().limit(MOST_FAULTS).toList();
    }

    private void fields(JsonNode parent, String where) {
        int place = 0;
        if (!parent.path("components").isArray()) {
            return;
        }
        for (JsonNode field : parent.path("components")) {
            place++;
            if (violations.size() >= MOST_FAULTS) {
                return;
            }
            if (!field.isObject()) {
                violations.add(
                        new Violation(
                                PlainText.shown(FormContent.name(parent)),
                                "",
                                "number " + place + " of the fields of " + where
                                        + " is no field: it is a group of settings in { }; save the form with Camunda Modeler"));
                continue;
            }
            settings("", field, field, OF_FIELD);
            if (field.has("defaultValue")) {
                one(
                        "defaultValue",
                        field.path("defaultValue"),
                        DEFAULTS.getOrDefault(field.path("type").asText(), TEXT),
                        field);
            }
            field.path("properties")
                    .properties()
                    .forEach(property -> one("properties." + property.getKey(), property.getValue(), TEXT, field));
            fields(field, "“" + PlainText.shown(FormContent.name(field)) + "”");
        }
    }

    private void settings(String before, JsonNode part, JsonNode field, Map<String, Shape> shapes) {
        for (var setting : part.properties()) {
            String name = before + setting.getKey();
            Shape shape = shapes.get(setting.getKey());
            if (shape != null) {
                one(name, setting.getValue(), shape, field);
            }
            Map<String, Shape> within = before.isEmpty() ? WITHIN.get(setting.getKey()) : null;
            if (within == null) {
                continue;
            }
            if (ITEMS_OF.contains(setting.getKey()) && setting.getValue().isArray()) {
                setting.getValue().forEach(item -> item(name, item, field, within));
            } else {
                settings(name + ".", setting.getValue(), field, within);
            }
        }
    }

    private void item(String list, JsonNode item, JsonNode field, Map<String, Shape> shapes) {
        settings(list + ".", item, field, shapes);
        item.fieldNames().forEachRemaining(name -> {
            if (!shapes.containsKey(name)) {
                add(field, "the setting “" + PlainText.shown(list + "." + name) + "” is not known here; take it out");
            }
        });
    }

    private void one(String setting, JsonNode value, Shape shape, JsonNode field) {
        if (!shape.fits().test(value)) {
            add(
                    field,
                    "“" + PlainText.shown(setting) + "” is " + shape.words()
                            + "; write it so, or save the form with Camunda Modeler");
        }
    }

    private void add(JsonNode field, String rule) {
        violations.add(new Violation(
                PlainText.shown(FormContent.name(field)),
                PlainText.shown(field.path("label").asText()),
                rule));
    }
}
