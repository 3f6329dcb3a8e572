package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.workflow.page.FormDrafts.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What somebody typed into a form that does not ask for it any more, so that they can copy it from its page. */
final class FormerAnswers {

    /** As codes of choices, numbers and days are written. */
    private static final Pattern NO_WORDS = Pattern.compile("[a-z0-9().:|-]*");

    private FormerAnswers() {}

    /** Those of a draft whose questions a process owner has taken out of the form since. */
    static ObjectNode of(Opened form, @Nullable Kept kept) {
        ObjectNode former = JsonNodeFactory.instance.objectNode();
        if (kept != null) {
            ObjectNode asked = form.begun();
            apart(form, kept.answers()).properties().stream()
                    .filter(answer -> !asked.has(answer.getKey()))
                    .forEach(answer -> former.set(answer.getKey(), answer.getValue()));
        }
        return former;
    }

    /**
     * A draft in which answers that their questions cannot show any more, because a process owner gave those another type or, in
     * rows, took them out, stand beside them under names that no question has.
     */
    static ObjectNode apart(Opened form, ObjectNode draft) {
        ObjectNode apart = JsonNodeFactory.instance.objectNode();
        draft.properties().forEach(answer -> {
            JsonNode field = field(form.form(), answer.getKey());
            boolean shows = field.isMissingNode() || shows(field, answer.getValue(), form.shown());
            apart.set(shows ? answer.getKey() : answer.getKey() + ".", answer.getValue());
        });
        ObjectNode former = JsonNodeFactory.instance.objectNode();
        apart.properties()
                .forEach(answer -> answer.setValue(
                        within(field(form.form(), answer.getKey()), answer.getValue(), form.shown(), (name, words) -> {
                            String free = answer.getKey() + "." + name + ".";
                            while (apart.has(free) || former.has(free)) {
                                free += ".";
                            }
                            former.set(free, words);
                        })));
        apart.setAll(former);
        return apart;
    }

    /** The rows of a list, or the answers of a group, without what their questions cannot show. */
    private static JsonNode within(
            JsonNode field, JsonNode answer, Map<String, JsonNode> shown, BiConsumer<String, JsonNode> former) {
        if (field.path("type").asText().equals("dynamiclist") && answer.isArray()) {
            ArrayNode rows = JsonNodeFactory.instance.arrayNode();
            for (int row = 0; row < answer.size(); row++) {
                String before = row + ".";
                rows.add(fields(field, answer.get(row), shown, (name, words) -> former.accept(before + name, words)));
            }
            return rows;
        }
        return field.path("type").asText().equals("group") ? fields(field, answer, shown, former) : answer;
    }

    private static JsonNode fields(
            JsonNode parent, JsonNode answers, Map<String, JsonNode> shown, BiConsumer<String, JsonNode> former) {
        if (!answers.isObject()) {
            return answers;
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        answers.properties().forEach(answer -> {
            String key = answer.getKey();
            JsonNode field = field(parent, key);
            if (field.isMissingNode() || !shows(field, answer.getValue(), shown)) {
                former.accept(key, answer.getValue());
            } else {
                fields.set(
                        key,
                        within(
                                field,
                                answer.getValue(),
                                shown,
                                (name, words) -> former.accept(key + "." + name, words)));
            }
        });
        return fields;
    }

    private static boolean shows(JsonNode field, JsonNode answer, Map<String, JsonNode> shown) {
        return answer.isNull()
                || switch (field.path("type").asText()) {
                    case "checklist", "taglist" ->
                        answer.isArray() && (answer.isEmpty() || answer.get(0).isValueNode());
                    case "dynamiclist" ->
                        answer.isArray() && (answer.isEmpty() || answer.get(0).isObject());
                    case "group" -> answer.isObject();
                    case "radio", "select" -> answer.isValueNode() && isOffered(field, answer, shown);
                    case "checkbox" -> answer.isBoolean();
                    default -> answer.isValueNode();
                };
    }

    private static boolean isOffered(JsonNode field, JsonNode answer, Map<String, JsonNode> shown) {
        return !areWords(answer.asText())
                || PartsOfForm.options(field, shown).findValuesAsText("value").contains(answer.asText());
    }

    /** The field with a key or a path at this level; missing when there is none. */
    static JsonNode field(JsonNode parent, String key) {
        for (JsonNode field : parent.path("components")) {
            String name = field.path("key").asText(field.path("path").asText());
            JsonNode found = name.equals(key) ? field : name.isEmpty() ? field(field, key) : MissingNode.getInstance();
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }

    /** All words that came with a page, whatever its form was. */
    static ObjectNode of(MultiValueMap<String, String> typed) {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        typed.forEach((name, values) -> values.stream()
                .filter(value -> !Place.isOfPage(name) && areWords(value))
                .forEach(value -> words.withArray("/" + name.replace('/', '.').replace('~', '.'))
                        .add(value)));
        return words;
    }

    /** The texts among answers. */
    static List<String> words(JsonNode answers) {
        List<String> words = new ArrayList<>();
        answers.forEach(answer -> {
            if (answer.isTextual() && areWords(answer.asText())) {
                words.add(answer.asText());
            }
            words.addAll(words(answer));
        });
        return words;
    }

    private static boolean areWords(String text) {
        return !NO_WORDS.matcher(text.strip()).matches();
    }
}
