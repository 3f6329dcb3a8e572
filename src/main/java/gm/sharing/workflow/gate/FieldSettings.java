package gm.sharing.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Settings that have a few words to choose from; form-js takes every other for none of them. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "/subtype", List.of("date", "time", "datetime"),
            "/timeSerializingFormat", List.of("utc_offset", "utc_normalized", "no_timezone"),
            "/verticalAlignment", List.of("start", "center", "end"),
            "/action", List.of("submit", "reset"),
            "/validate/validationType", List.of("custom", "email", "phone", ""));

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

    /** What there is to choose from, by the name of each setting that says something else. */
    static Map<String, String> unknownWords(JsonNode field) {
        return WORDS.entrySet().stream()
                .filter(entry -> {
                    JsonNode word = field.at(entry.getKey());
                    return !word.isMissingNode()
                            && !word.isNull()
                            && !entry.getValue().contains(word.asText());
                })
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1),
                        entry -> entry.getValue().stream()
                                .filter(word -> !word.isEmpty())
                                .collect(Collectors.joining(", "))));
    }
}
