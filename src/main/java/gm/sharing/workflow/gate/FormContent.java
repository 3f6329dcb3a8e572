package gm.sharing.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Whether a form is one, and holds only what people's browsers can show and the server can check. */
final class FormContent {

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");

    /** A repeated group takes a time that grows with the power of the answer's length. */
    private static final Pattern SLOW = Pattern.compile("\\)\\s*[*+{?]|\\\\[1-9]|\\(\\?");

    private static final int LONGEST_PATTERN = 200;
    private static final int MOST_COMPONENTS = 500;
    private static final int LONGEST_TEXT = 20_000;

    private static final int OLDEST_SCHEMA = 16;
    private static final int NEWEST_SCHEMA = 19;

    private static final Set<String> OF_FORM = Set.of(
            "components",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "id",
            "schemaVersion",
            "type",
            "versionTag");

    private static final Set<String> OF_EVERY_COMPONENT =
            Set.of("type", "id", "label", "description", "layout", "conditional", "properties");

    private static final Set<String> TEXTS = Set.of("key", "validate", "appearance", "defaultValue", "readonly");

    /** What form-js 1.8.7 of Tasklist 7.24 shows, with the settings that are made there. */
    private static final Map<String, Set<String>> SHOWN = Map.ofEntries(
            Map.entry("textfield", TEXTS),
            Map.entry("textarea", TEXTS),
            Map.entry(
                    "number",
                    Set.of(
                            "key",
                            "validate",
                            "appearance",
                            "defaultValue",
                            "readonly",
                            "decimalDigits",
                            "increment",
                            "serializeToString")),
            Map.entry("checkbox", Set.of("key", "validate", "defaultValue", "readonly")),
            Map.entry(
                    "datetime",
                    Set.of(
                            "key",
                            "validate",
                            "readonly",
                            "subtype",
                            "dateLabel",
                            "timeLabel",
                            "timeInterval",
                            "timeSerializingFormat",
                            "use24h",
                            "disallowPassedDates")),
            Map.entry("select", choice("searchable")),
            Map.entry("radio", choice()),
            Map.entry("checklist", choice()),
            Map.entry("taglist", choice()),
            Map.entry("group", Set.of("path", "showOutline", "verticalAlignment", "components")),
            Map.entry(
                    "dynamiclist",
                    Set.of(
                            "path",
                            "showOutline",
                            "verticalAlignment",
                            "components",
                            "isRepeating",
                            "allowAddRemove",
                            "disableCollapse",
                            "nonCollapsedItems",
                            "defaultRepetitions")),
            Map.entry("text", Set.of("text")),
            Map.entry("table", Set.of("dataSource", "columns", "rowCount")),
            Map.entry("separator", Set.of()),
            Map.entry("spacer", Set.of("height")),
            Map.entry("button", Set.of("action")));

    private static final Map<String, Set<String>> WITHIN = Map.of(
            "validate", Set.of("required", "minLength", "maxLength", "min", "max", "pattern", "validationType"),
            "conditional", Set.of("hide"),
            "layout", Set.of("row", "columns"),
            "appearance", Set.of("prefixAdorner", "suffixAdorner"));

    private final ModelFile file;
    private final List<Violation> violations = new ArrayList<>();
    private int components;

    private FormContent(ModelFile file) {
        this.file = file;
    }

    private static Set<String> choice(String... more) {
        Set<String> settings = new HashSet<>(Set.of(more));
        settings.addAll(
                Set.of("key", "validate", "defaultValue", "readonly", "values", "valuesKey", "valuesExpression"));
        return Set.copyOf(settings);
    }

    static List<Violation> violations(ModelFile file) {
        return new FormContent(file).violations();
    }

    private List<Violation> violations() {
        JsonNode form;
        try {
            form = file.form();
        } catch (IllegalArgumentException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return List.of(new Violation(
                    "",
                    "",
                    "the file is not a form that can be read; save it with Camunda Modeler ("
                            + PlainText.shown(String.valueOf(cause.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""))
                            + ")"));
        }
        String id = form.path("id").asText();
        if (!form.isObject() || !form.path("id").isTextual() || !ID.matcher(id).matches()) {
            return List.of(new Violation(
                    "",
                    "",
                    "a form has an id of letters without accents, figures, hyphens, underscores and dots; write one"
                            + " into the field “ID” of Camunda Modeler"));
        }
        head(form, id);
        within(form, Map.of());
        return violations;
    }

    private void head(JsonNode form, String id) {
        form.fieldNames().forEachRemaining(setting -> {
            if (!OF_FORM.contains(setting)) {
                add(id, "", "the setting “" + PlainText.shown(setting) + "” is not known here; take it out");
            }
        });
        if (!"default".equals(form.path("type").asText())) {
            add(id, "", "the type of a form is “default”; create it as a form with Camunda Modeler");
        }
        if (!"Camunda Platform".equals(form.path("executionPlatform").asText())
                || !form.path("executionPlatformVersion").asText().startsWith("7.")) {
            add(id, "", "the form is not made for Camunda Platform 7; choose version 7.24 in Camunda Modeler");
        }
        int schema = form.path("schemaVersion").asInt();
        if (!form.path("schemaVersion").isInt() || schema < OLDEST_SCHEMA || schema > NEWEST_SCHEMA) {
            add(
                    id,
                    "",
                    "the task list shows forms of the schema versions " + OLDEST_SCHEMA + " to " + NEWEST_SCHEMA
                            + "; save it with a Camunda Modeler that writes one of them");
        }
    }

    /** @param keys of the fields around, whose values go into the same answers */
    private void within(JsonNode parent, Map<String, String> keys) {
        Map<String, String> taken = new HashMap<>(keys);
        collect(parent, taken);
    }

    private void collect(JsonNode parent, Map<String, String> taken) {
        if (parent.has("components") && !parent.path("components").isArray()) {
            add(name(parent), "", "its components are not a list; save the form with Camunda Modeler");
            return;
        }
        for (JsonNode component : parent.path("components")) {
            components++;
            if (components == MOST_COMPONENTS + 1) {
                add("", "", "the form has more than " + MOST_COMPONENTS + " fields; divide it into several tasks");
            }
            if (components > MOST_COMPONENTS) {
                return;
            }
            component(component);
            boolean named = !component.path("path").asText().isEmpty();
            String key = component.path("key").asText(component.path("path").asText());
            if (!key.isEmpty() && taken.put(key, key) != null) {
                add(component, "two fields have the key “" + PlainText.shown(key) + "”; give one of them another key");
            }
            if (named) {
                within(component, Map.of());
            } else {
                collect(component, taken);
            }
        }
    }

    private void component(JsonNode component) {
        String type = component.path("type").asText();
        Set<String> settings = SHOWN.get(type);
        if (settings == null) {
            add(
                    component,
                    "the task list cannot show a field of the type “" + PlainText.shown(type)
                            + "”; use a text, a choice, a date, a number, a group or a list instead");
            return;
        }
        component.fieldNames().forEachRemaining(setting -> {
            if (!settings.contains(setting) && !OF_EVERY_COMPONENT.contains(setting)) {
                add(component, "the setting “" + PlainText.shown(setting) + "” is not known here; take it out");
            }
        });
        WITHIN.forEach((setting, known) -> component.path(setting).fieldNames().forEachRemaining(inner -> {
            if (!known.contains(inner)) {
                add(
                        component,
                        "the setting “" + PlainText.shown(setting + "." + inner) + "” is not known; take it out");
            }
        }));
        key(component, settings);
        texts(component, component);
        rules(component);
        if (settings.contains("values")) {
            options(component);
        }
    }

    private void key(JsonNode component, Set<String> settings) {
        if (settings.contains("key")
                && !KEY.matcher(component.path("key").asText()).matches()) {
            add(component, "its key is written with letters without accents, figures and underscores; write it so");
        }
        if (settings.contains("key") && component.path("label").asText().isBlank()) {
            add(component, "the field has no label; say in it what is asked");
        }
        if (component.has("path")
                && !KEY.matcher(component.path("path").asText()).matches()) {
            add(component, "its path is written with letters without accents, figures and underscores; write it so");
        }
        if ("dynamiclist".equals(component.path("type").asText()) && !component.has("path")) {
            add(component, "a list has a path under which its rows are kept; write one");
        }
        if (component.path("defaultValue").asText().startsWith("=")) {
            add(component, "a default value is not worked out, people would read the expression; take it out");
        }
        if (Set.of("=true", "= true", "true")
                .contains(component.path("conditional").path("hide").asText().strip())) {
            add(component, "nobody ever sees the field; take the condition out, or the field");
        }
    }

    private void texts(JsonNode component, JsonNode part) {
        part.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isTextual()) {
                String complaint = PlainText.unseen(value.textValue(), true);
                if (complaint != null) {
                    add(component, "“" + PlainText.shown(property.getKey()) + "” " + complaint);
                } else if (value.textValue().length() > LONGEST_TEXT) {
                    add(component, "“" + property.getKey() + "” is longer than " + LONGEST_TEXT + " characters");
                }
            } else if (value.isObject()) {
                texts(component, value);
            } else if (value.isArray() && !property.getKey().equals("components")) {
                value.forEach(element -> texts(component, element));
            }
        });
    }

    private void rules(JsonNode component) {
        JsonNode rules = component.path("validate");
        if (rules.has("required") && !rules.path("required").isBoolean()) {
            add(component, "“required” is either switched on or off; choose one");
        }
        for (String limit : List.of("minLength", "maxLength")) {
            if (rules.has(limit) && !rules.path(limit).isInt()) {
                add(component, "“" + limit + "” is a whole number, because the server checks it too; write one");
            }
        }
        if (rules.has("pattern")) {
            String complaint = complaint(rules.path("pattern").asText());
            if (complaint != null) {
                add(component, complaint);
            }
        }
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

    private void options(JsonNode component) {
        long sources = Set.of("values", "valuesKey", "valuesExpression").stream()
                .filter(component::has)
                .count();
        if (sources != 1) {
            add(component, "its options come from one source; choose one of list, key and expression");
        }
        Map<String, String> values = new HashMap<>();
        for (JsonNode option : component.path("values")) {
            String value = option.path("value").asText();
            if (value.isBlank() || option.path("label").asText().isBlank()) {
                add(component, "an option has no label or no value; write both");
            } else if (values.put(value, value) != null) {
                add(component, "two options have the value “" + PlainText.shown(value) + "”; give one another value");
            }
        }
    }

    private void add(JsonNode component, String rule) {
        add(name(component), component.path("label").asText(), rule);
    }

    private static String name(JsonNode component) {
        return component
                .path("key")
                .asText(component.path("path").asText(component.path("id").asText()));
    }

    private void add(String element, String name, String rule) {
        violations.add(new Violation(PlainText.shown(element), PlainText.shown(name), rule));
    }
}
