package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.workflow.form.Markdown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
 * @param inTexts the same for texts in Markdown, to which what people typed does nothing
 */
record Place(
        List<Object> path,
        JsonNode answers,
        Supplier<Map<String, @Nullable Object>> values,
        Supplier<Map<String, @Nullable Object>> inTexts) {

    /**
     * What the names and ids of the page's own elements begin with. No key of a question begins so, and none has a hyphen in it:
     * a question may be called “steps” or “form”.
     */
    static final char OF_PAGE = '_';

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The top of a form. */
    static Place top(ObjectNode answers, Map<String, JsonNode> shown) {
        return new Place(
                List.of(),
                answers,
                top(answers, shown, UnaryOperator.identity()),
                top(answers, shown, Markdown::plain));
    }

    private static Supplier<Map<String, @Nullable Object>> top(
            ObjectNode answers, Map<String, JsonNode> shown, UnaryOperator<String> typed) {
        return SingletonSupplier.of(() -> {
            Map<String, @Nullable Object> values = new HashMap<>();
            shown.forEach((name, value) -> values.put(name, java(value, UnaryOperator.identity())));
            answers.properties().forEach(answer -> values.put(answer.getKey(), java(answer.getValue(), typed)));
            values.put("this", java(answers, typed));
            values.put("i", List.of());
            return values;
        });
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
        return new Place(
                Stream.concat(path.stream(), further.stream()).toList(),
                there,
                within(values, there, row, UnaryOperator.identity()),
                within(inTexts, there, row, Markdown::plain));
    }

    private static Supplier<Map<String, @Nullable Object>> within(
            Supplier<Map<String, @Nullable Object>> around,
            JsonNode there,
            @Nullable Integer row,
            UnaryOperator<String> typed) {
        return SingletonSupplier.of(() -> {
            Map<String, @Nullable Object> inside = new HashMap<>(around.get());
            inside.put("this", there.isObject() ? java(there, typed) : Map.of());
            inside.put("parent", around.get().get("this"));
            if (row != null) {
                inside.put(
                        "i",
                        Stream.concat(((List<?>) inside.getOrDefault("i", List.of())).stream(), Stream.of(row + 1))
                                .toList());
            }
            return inside;
        });
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
        return words(text, values);
    }

    /** The same of a text in Markdown. */
    String markdown(String text) {
        return words(text, inTexts);
    }

    private static String words(String text, Supplier<Map<String, @Nullable Object>> values) {
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

    private static @Nullable Object java(JsonNode value, UnaryOperator<String> text) {
        if (value.isTextual()) {
            return text.apply(value.textValue());
        }
        if (value.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            value.forEach(one -> list.add(java(one, text)));
            return list;
        }
        if (value.isObject()) {
            Map<String, @Nullable Object> fields = new HashMap<>();
            value.properties().forEach(field -> fields.put(field.getKey(), java(field.getValue(), text)));
            return fields;
        }
        return JSON.convertValue(value, Object.class);
    }

    /** Whether what came with a page is no answer, but the page's own. */
    static boolean isOfPage(String field) {
        return !field.isEmpty() && field.charAt(0) == OF_PAGE;
    }

    /** As the address of a field within a page, and without its dots as the id of an element. */
    static String name(List<Object> path) {
        return String.join(".", path.stream().map(String::valueOf).toList());
    }

    static String id(List<Object> path) {
        String id = String.join("-", path.stream().map(String::valueOf).toList());
        // All pages lead to it.
        return id.equals("main") ? "-main" : id;
    }
}
