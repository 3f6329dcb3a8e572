package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gm.sharing.workflow.form.FormRules;
import gm.sharing.workflow.gate.form.EverSeen;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** Reads from the fields of a page what was answered to a form, and leaves nothing out that was typed. */
record TypedAnswers(MultiValueMap<String, String> typed, ObjectNode before) {

    /** As many as one may have; no page adds more. */
    static final int MOST_ROWS = FormRules.MOST_ROWS;

    private static final Set<String> SEVERAL = Set.of("checklist", "taglist");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,15})?");
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,4}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * All answers, also to questions that are hidden now.
     *
     * @param typed by the names of the fields
     * @param before what stood in the form when its page was made, for what people only read
     */
    static ObjectNode of(JsonNode form, MultiValueMap<String, String> typed, ObjectNode before) {
        return new TypedAnswers(typed, before).within(form, List.of());
    }

    private ObjectNode within(JsonNode parent, List<Object> path) {
        ObjectNode answers = JSON.objectNode();
        read(parent, path, answers);
        return answers;
    }

    private void read(JsonNode parent, List<Object> path, ObjectNode answers) {
        for (JsonNode field : parent.path("components")) {
            String type = field.path("type").asText();
            String nested = field.path("path").asText();
            if (type.equals("dynamiclist")) {
                answers.set(nested, rows(field, with(path, nested)));
            } else if (!nested.isEmpty()) {
                answers.set(nested, within(field, with(path, nested)));
            } else if (field.path("components").isArray()) {
                read(field, path, answers);
            } else if (field.has("key")) {
                String key = field.path("key").asText();
                if (field.path("readonly").asBoolean()) {
                    JsonNode given = before.at("/" + Place.name(with(path, key)).replace('.', '/'));
                    if (!given.isMissingNode()) {
                        answers.set(key, given);
                    }
                } else {
                    answers.set(key, answer(field, type, Place.name(with(path, key))));
                }
            }
        }
    }

    /** The page names the places that its rows had; what was added or removed since counts anew. */
    private ArrayNode rows(JsonNode field, List<Object> path) {
        ArrayNode rows = JSON.arrayNode();
        typed.getOrDefault(Place.name(path), List.of()).stream()
                .filter(place -> PLACE.matcher(place).matches())
                .distinct()
                .limit(MOST_ROWS)
                .forEach(place -> rows.add(within(field, with(path, Integer.valueOf(place)))));
        return rows;
    }

    private JsonNode answer(JsonNode field, String type, String name) {
        if (type.equals("datetime")) {
            String day = new TypedDate(text(name + ".day"), text(name + ".month"), text(name + ".year")).answer();
            return day.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(day);
        }
        if (SEVERAL.contains(type)) {
            ArrayNode chosen = JSON.arrayNode();
            typed.getOrDefault(name, List.of()).stream().distinct().forEach(chosen::add);
            return chosen;
        }
        String text = text(name);
        return switch (type) {
            case "checkbox" -> BooleanNode.valueOf(text.equals("true"));
            case "number" -> number(text.strip()).orElse(EverSeen.begins(field));
            case "radio", "select" -> text.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(text);
            default -> TextNode.valueOf(text);
        };
    }

    private static Optional<JsonNode> number(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                NUMBER.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : TextNode.valueOf(text));
    }

    private String text(String name) {
        return Optional.ofNullable(typed.getFirst(name)).orElse("").replace("\r\n", "\n");
    }

    private static List<Object> with(List<Object> path, Object step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }

    /** Those of the answers whose questions are seen, as they are handed in. */
    static ObjectNode seen(JsonNode form, ObjectNode answers, Map<String, JsonNode> shown) {
        ObjectNode seen = JSON.objectNode();
        seen(form, Place.top(answers, shown), seen);
        return seen;
    }

    private static void seen(JsonNode parent, Place place, ObjectNode seen) {
        for (JsonNode field : parent.path("components")) {
            if (place.hides(field)) {
                continue;
            }
            String nested = field.path("path").asText();
            if (field.path("type").asText().equals("dynamiclist")) {
                ArrayNode rows = seen.putArray(nested);
                for (int row = 0; row < place.answer(nested).size(); row++) {
                    seen(field, place.row(nested, row), rows.addObject());
                }
            } else if (!nested.isEmpty()) {
                seen(field, place.group(nested), seen.withObject("/" + nested));
            } else if (field.path("components").isArray()) {
                seen(field, place, seen);
            } else if (field.has("key")) {
                JsonNode answer = place.answer(field.path("key").asText());
                if (!answer.isMissingNode()) {
                    seen.set(
                            field.path("key").asText(),
                            field.path("type").asText().equals("datetime") ? day(answer) : answer);
                }
            }
        }
    }

    /** What is no day is told so by the form's rule, in words that a page's three fields can be. */
    private static JsonNode day(JsonNode answer) {
        return answer.isTextual() && answer.textValue().contains("|")
                ? TextNode.valueOf(answer.textValue().replace('|', ' '))
                : answer;
    }

    /** The keys of what people only read, beside rows and groups with a name. */
    static Set<String> readOnly(JsonNode form) {
        Set<String> keys = new HashSet<>();
        form.path("components").forEach(field -> {
            if (field.path("readonly").asBoolean()) {
                keys.add(field.path("key").asText());
            } else if (field.path("path").asText().isEmpty()) {
                keys.addAll(readOnly(field));
            }
        });
        return keys;
    }

    /** What a form begins with: what was answered before, what it proposes, and as many empty rows as it says. */
    static ObjectNode begun(JsonNode form, Map<String, JsonNode> shown) {
        ObjectNode given = JSON.objectNode();
        shown.forEach(given::set);
        ObjectNode begun = JSON.objectNode();
        begin(form, given, begun);
        return begun;
    }

    /**
     * A row in which nothing has been answered.
     *
     * @param list the name of its list, such as {@code flows}
     */
    static ObjectNode newRow(JsonNode form, String list) {
        ObjectNode row = JSON.objectNode();
        JsonNode field = form;
        for (String step : list.split("\\.", -1)) {
            field = PLACE.matcher(step).matches() ? field : nested(field, step);
        }
        begin(field, JSON.objectNode(), row);
        return row;
    }

    private static JsonNode nested(JsonNode parent, String path) {
        for (JsonNode field : parent.path("components")) {
            JsonNode found = field.path("path").asText().equals(path)
                    ? field
                    : field.path("path").asText().isEmpty() ? nested(field, path) : JSON.missingNode();
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return JSON.missingNode();
    }

    private static void begin(JsonNode parent, JsonNode given, ObjectNode begun) {
        for (JsonNode field : parent.path("components")) {
            String nested = field.path("path").asText();
            if (field.path("type").asText().equals("dynamiclist")) {
                ArrayNode rows = begun.putArray(nested);
                JsonNode before = given.path(nested);
                int count = before.isArray()
                        ? before.size()
                        : field.path("defaultRepetitions").asInt(1);
                for (int row = 0; row < count; row++) {
                    begin(field, before.path(row), rows.addObject());
                }
            } else if (!nested.isEmpty()) {
                begin(field, given.path(nested), begun.withObject("/" + nested));
            } else if (field.path("components").isArray()) {
                begin(field, given, begun);
            } else if (field.has("key")) {
                String key = field.path("key").asText();
                JsonNode before = given.path(key);
                begun.set(
                        key,
                        before.isMissingNode() || before.isNull()
                                ? field.path("defaultValue").isMissingNode()
                                        ? EverSeen.begins(field)
                                        : field.path("defaultValue")
                                : before);
            }
        }
    }
}
