package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Where fields of a form stand: at its top, in a group with a name, or in a row.
 *
 * @param path keys, and behind the key of a list the row's number from 0; empty at the top
 * @param answers to the fields that stand here
 * @param values what expressions can read here: all answers and what the form is shown, and {@code this}, {@code parent} and
 *     {@code i} as Tasklist has them
 */
record Place(List<Object> path, JsonNode answers, Supplier<Map<String, @Nullable Object>> values) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The top of a form. */
    static Place top(ObjectNode answers, Map<String, JsonNode> shown) {
        return new Place(List.of(), answers, SingletonSupplier.of(() -> {
            Map<String, @Nullable Object> values = new HashMap<>();
            shown.forEach((name, value) -> values.put(name, java(value)));
            answers.properties().forEach(answer -> values.put(answer.getKey(), java(answer.getValue())));
            values.put("this", java(answers));
            values.put("i", List.of());
            return values;
        }));
    }

    /** The same place with a group of that name. */
    Place group(String name) {
        return within(List.of(name), answers.path(name), null);
    }

    /** A row of the list of that name. */
    Place row(String list, int number) {
        return within(List.of(list, number), answers.path(list).path(number), number);
    }

    private Place within(List<Object> further, JsonNode there, @Nullable Integer row) {
        List<Object> longer = Stream.concat(path.stream(), further.stream()).toList();
        return new Place(longer, there, SingletonSupplier.of(() -> {
            Map<String, @Nullable Object> inside = new HashMap<>(values.get());
            inside.put("this", there.isObject() ? java(there) : Map.of());
            inside.put("parent", values.get().get("this"));
            if (row != null) {
                inside.put(
                        "i",
                        Stream.concat(((List<?>) inside.getOrDefault("i", List.of())).stream(), Stream.of(row + 1))
                                .toList());
            }
            return inside;
        }));
    }

    /** The path to a field that stands here. */
    List<Object> to(String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }

    JsonNode answer(String key) {
        return answers.isObject() ? answers.path(key) : MissingNode.getInstance();
    }

    /** Whether the field or what it holds is not to be seen. */
    boolean hides(JsonNode field) {
        JsonNode condition = field.path("conditional").path("hide");
        return condition.isTextual()
                && !condition.asText().isBlank()
                && WorkedOutText.of("=" + condition.asText().strip().replaceFirst("^=", ""))
                        .holds(values.get());
    }

    /** A setting that may leave something to be worked out. */
    String words(String text) {
        return text.contains("{{") || text.stripLeading().startsWith("=")
                ? WorkedOutText.of(text).words(values.get())
                : text;
    }

    /** What an expression such as {@code =partnerRows} leads to. */
    JsonNode named(String expression) {
        return JSON.valueToTree(WorkedOutText.of("=" + expression.strip().replaceFirst("^=", ""))
                .value(values.get())
                .orElse(null));
    }

    private static @Nullable Object java(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }

    /** As the address of a field within a page, and without its dots as the id of an element. */
    static String name(List<Object> path) {
        return String.join(".", path.stream().map(String::valueOf).toList());
    }

    static String id(List<Object> path) {
        return String.join("-", path.stream().map(String::valueOf).toList());
    }
}
