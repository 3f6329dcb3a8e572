package gm.sharing.workflow.gate.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gm.sharing.workflow.gate.table.FeelCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a form people can come to see. One that is hidden until another is answered, which is hidden until the first is
 * answered, is never seen; nor is one whose condition always holds. Where a condition also reads what may have any value, its part
 * counts as seen: so does one that reads itself, because the program may give it, and what a row reads of the form around it. Rows
 * begin empty, unless nobody can add any.
 */
public final class EverSeen {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = "this.";

    private final Map<String, JsonNode> fields = new HashMap<>();
    private final List<Part> hidden = new ArrayList<>();
    private final List<JsonNode> within = new ArrayList<>();
    private final String path;

    /** @param path by which the fields go in the form around; empty for the form itself */
    private EverSeen(String path) {
        this.path = path;
    }

    /** A part with a condition, and the keys of what it holds. */
    private record Part(JsonNode component, FeelCell condition, String text, Set<String> keys) {}

    /** The parts of a form that nobody can ever see. */
    public static List<JsonNode> never(JsonNode form) {
        return never(form, "");
    }

    private static List<JsonNode> never(JsonNode parent, String path) {
        EverSeen parts = new EverSeen(path);
        parts.collect(parent);
        List<JsonNode> never = parts.stuck();
        never.addAll(parts.within);
        return never;
    }

    /** The answer that stands in a field before anybody types, as form-js begins it. */
    public static JsonNode begins(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "textfield", "textarea" -> JsonNodeFactory.instance.textNode("");
            case "checkbox" -> JsonNodeFactory.instance.booleanNode(false);
            case "checklist", "taglist", "dynamiclist" -> JsonNodeFactory.instance.arrayNode();
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private Set<String> collect(JsonNode parent) {
        Set<String> keys = new HashSet<>();
        for (JsonNode component : parent.path("components")) {
            Set<String> own = new HashSet<>();
            if (!component.path("path").asText().isEmpty()) {
                own.add(component.path("path").asText());
                if (component.path("allowAddRemove").asBoolean(true)) {
                    within.addAll(never(component, component.path("path").asText()));
                }
            } else if (component.path("components").isArray()) {
                own.addAll(collect(component));
            } else if (component.path("key").isTextual()) {
                own.add(component.path("key").asText());
            }
            own.forEach(key -> fields.putIfAbsent(key, component));
            String condition = component.path("conditional").path("hide").asText();
            if (!condition.isBlank()) {
                String text = condition.strip().replaceFirst("^=", "");
                hidden.add(new Part(component, FeelCell.inForm(text), text, own));
            }
            keys.addAll(own);
        }
        return keys;
    }

    private List<JsonNode> stuck() {
        List<Part> stuck = new ArrayList<>(hidden);
        boolean changed = true;
        while (changed) {
            Set<String> waiting =
                    stuck.stream().flatMap(part -> part.keys().stream()).collect(Collectors.toSet());
            changed = stuck.removeIf(part -> isSeen(part, waiting));
        }
        return stuck.stream().map(Part::component).collect(Collectors.toCollection(ArrayList::new));
    }

    private boolean isSeen(Part part, Set<String> waiting) {
        if (!part.condition().faults().isEmpty()) {
            return true;
        }
        Set<String> read = part.condition().names().stream().map(this::key).collect(Collectors.toSet());
        return !read.stream()
                        .allMatch(key -> waiting.contains(key) && !part.keys().contains(key) && isEmptyAtFirst(key))
                || !holds(part, read, false)
                || !holds(part, read, true);
    }

    private boolean isEmptyAtFirst(String key) {
        JsonNode field = fields.get(key);
        return field != null && !field.has("defaultValue");
    }

    private String key(String name) {
        String here = name.startsWith(HERE) ? name.substring(HERE.length()) : name;
        String inside = here.startsWith(path + ".") ? here.substring(path.length() + 1) : here;
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }

    private boolean holds(Part part, Set<String> read, boolean begun) {
        Map<String, @Nullable Object> values = new HashMap<>();
        read.forEach(key -> {
            JsonNode field = fields.get(key);
            values.put(key, begun && field != null ? JSON.convertValue(begins(field), Object.class) : null);
        });
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put("this", values);
        if (!path.isEmpty()) {
            all.put(path, values);
        }
        var result = FEEL.evaluateExpression(part.text(), all);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
