package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import gm.sharing.wording.Words;
import gm.sharing.workflow.gate.form.EverSeen;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What people cannot change in a form: the answers that they only read, how many rows there are of a list that is fixed, and that
 * some days are not to come any more. Pages and Tasklist send answers that are only read back as they were shown; only a program
 * could send others.
 *
 * @param shown the values that the form was given
 * @param alone the keys of answers for which nobody else has rules
 * @param today the day on which the answers are given
 */
record AsShown(FormDefinition form, Function<String, JsonNode> shown, Predicate<String> alone, LocalDate today) {

    private static final Words WORDS = Words.in("form/rules");

    /** What is wrong with an answer, in words that follow the question. */
    Optional<String> broken(JsonNode field, List<Object> path, JsonNode answer) {
        if (answer.isMissingNode() || !isAlone(path)) {
            return Optional.empty();
        }
        if (!field.path("readonly").asBoolean()) {
            return FieldRule.passed(field, answer, today) ? Optional.of(WORDS.text("passed")) : Optional.empty();
        }
        List<JsonNode> before = at(path);
        boolean inRow = path.stream().anyMatch(Integer.class::isInstance);
        JsonNode first =
                field.path("defaultValue").isMissingNode() ? EverSeen.begins(field) : field.path("defaultValue");
        boolean mayBeFirst = before.isEmpty() || inRow;
        Stream<JsonNode> right = Stream.concat(
                before.stream().flatMap(one -> Stream.of(one, offered(field, one))),
                mayBeFirst ? Stream.of(first) : Stream.of());
        return right.anyMatch(one -> isSame(field, path, one, answer))
                ? Optional.empty()
                : Optional.of(WORDS.text("read-only"));
    }

    /**
     * Whether nothing else is asked of the answer: people send what they only read as the form shows it, whatever the form has
     * asked since of those who answer.
     */
    boolean settles(JsonNode field, List<Object> path, JsonNode answer) {
        return field.path("readonly").asBoolean() && !answer.isMissingNode() && isAlone(path);
    }

    /** Tasklist shows and sends of choices what can be chosen. */
    private JsonNode offered(JsonNode field, JsonNode before) {
        Map<String, String> options = field.has("values") ? FieldRule.options(field, shown) : null;
        if (options == null) {
            return before;
        }
        if (!before.isArray()) {
            return options.containsKey(before.asText()) ? before : NullNode.getInstance();
        }
        ArrayNode offered = JsonNodeFactory.instance.arrayNode();
        before.forEach(one -> {
            if (options.containsKey(one.asText())) {
                offered.add(one);
            }
        });
        return offered;
    }

    /** The same of the number of a list's rows. */
    Optional<String> rows(JsonNode list, List<Object> path, JsonNode rows) {
        if (rows.size() > FormRules.MOST_ROWS) {
            return Optional.of(WORDS.text("rows-most"));
        }
        return !isAlone(path) || list.path("allowAddRemove").asBoolean(true) || rows.size() <= before(list, path)
                ? Optional.empty()
                : Optional.of(WORDS.text("rows-fixed"));
    }

    private boolean isAlone(List<Object> path) {
        return alone.test(path.get(0).toString());
    }

    private int before(JsonNode list, List<Object> path) {
        return at(path).stream()
                .filter(JsonNode::isArray)
                .mapToInt(JsonNode::size)
                .max()
                .orElse(list.path("defaultRepetitions").asInt(1));
    }

    /** What was shown there, in any row: people add and remove rows, so that others have their places. */
    private List<JsonNode> at(List<Object> path) {
        Stream<JsonNode> found = Stream.of(shown.apply(path.get(0).toString()));
        for (Object step : path.subList(1, path.size())) {
            found = step instanceof Integer
                    ? found.flatMap(rows -> StreamSupport.stream(rows.spliterator(), false))
                    : found.map(row -> row.path(step.toString()));
        }
        return found.filter(one -> !one.isMissingNode() && !one.isNull()).toList();
    }

    private boolean isSame(JsonNode field, List<Object> path, JsonNode before, JsonNode answer) {
        JsonNode was = typed(field, path, before);
        JsonNode is = typed(field, path, answer);
        if (was.isNumber() && is.isNumber()) {
            return was.decimalValue().compareTo(is.decimalValue()) == 0;
        }
        boolean empty = isEmpty(was);
        if (empty && isEmpty(is)) {
            return true;
        }
        return was.isValueNode() ? is.isValueNode() && was.asText().equals(is.asText()) : was.equals(is);
    }

    private JsonNode typed(JsonNode field, List<Object> path, JsonNode answer) {
        return OwnAnswer.typed(field, FormBinding.clean(answer, form, path, new HashSet<>()));
    }

    private static boolean isEmpty(JsonNode answer) {
        return answer.isNull()
                || answer instanceof MissingNode
                || (answer.isArray() && answer.isEmpty())
                || (answer.isBoolean() && !answer.booleanValue());
    }
}
