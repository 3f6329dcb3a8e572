package gm.sharing.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The list of the fields that the task list shows, and of the settings that each of them may have. */
final class FieldSettings {

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

    private FieldSettings() {}

    private static Set<String> choice(String... more) {
        Set<String> settings = new HashSet<>(Set.of(more));
        settings.addAll(
                Set.of("key", "validate", "defaultValue", "readonly", "values", "valuesKey", "valuesExpression"));
        return Set.copyOf(settings);
    }

    /** Whether there is a field of that type. */
    static boolean isShown(String type) {
        return SHOWN.containsKey(type);
    }

    /** Whether fields of that type have the setting, beside those that all have. */
    static boolean has(String type, String setting) {
        return SHOWN.getOrDefault(type, Set.of()).contains(setting);
    }

    /** The settings of a field that are not on the list. */
    static List<String> unknown(JsonNode field) {
        Set<String> settings = SHOWN.getOrDefault(field.path("type").asText(), Set.of());
        List<String> unknown = new ArrayList<>();
        field.fieldNames().forEachRemaining(setting -> {
            if (!settings.contains(setting) && !OF_EVERY_COMPONENT.contains(setting)) {
                unknown.add(setting);
            }
        });
        WITHIN.forEach((setting, known) -> field.path(setting).fieldNames().forEachRemaining(inner -> {
            if (!known.contains(inner)) {
                unknown.add(setting + "." + inner);
            }
        }));
        return unknown;
    }
}
