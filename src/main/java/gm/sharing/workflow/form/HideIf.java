package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.workflow.gate.form.EverSeen;
import gm.sharing.workflow.gate.table.FeelCell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Whether people see a field that has conditions, worked out again on the server. A field that nobody answered has no value in the
 * browser while it is hidden, and an empty one while it is seen; what is not the same with both counts as hidden, so that nobody is
 * asked for an answer that they could not give.
 *
 * @param answers by the keys of the form's fields
 * @param shown the values that the form was given
 */
record HideIf(JsonNode form, ObjectNode answers, Function<String, JsonNode> shown) {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The row or group in which a field stands; at the top, the form. */
    private static final String HERE = "this";

    /** Whether one of the conditions may hide what it is about. */
    boolean mayHide(List<String> conditions) {
        return conditions.stream()
                .map(condition -> condition.strip().replaceFirst("^=", ""))
                .anyMatch(condition -> mayHold(condition, false) || mayHold(condition, true));
    }

    private boolean mayHold(String condition, boolean seen) {
        FeelCell read = FeelCell.inForm(condition);
        if (!read.faults().isEmpty()) {
            return true;
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        Map<String, @Nullable Object> here = new HashMap<>();
        read.names().stream().map(name -> List.of(name.split("\\."))).forEach(parts -> {
            if (!parts.get(0).equals(HERE)) {
                values.put(parts.get(0), value(parts.get(0), seen));
            } else if (parts.size() > 1) {
                here.put(parts.get(1), value(parts.get(1), seen));
            }
        });
        values.put(HERE, here);
        var result = FEEL.evaluateExpression(condition, values);
        return !result.isSuccess() || !Boolean.FALSE.equals(result.result());
    }

    private @Nullable Object value(String name, boolean seen) {
        JsonNode given = answers.path(name);
        if (given.isMissingNode() || given.isNull()) {
            JsonNode field = fields(form)
                    .filter(one -> OwnQuestion.key(one).equals(name))
                    .findFirst()
                    .orElse(null);
            return java(field == null ? shown.apply(name) : seen ? EverSeen.begins(field) : NullNode.getInstance());
        }
        return java(given);
    }

    private static @Nullable Object java(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }

    private static Stream<JsonNode> fields(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(field -> OwnQuestion.key(field).isEmpty() ? fields(field) : Stream.of(field));
    }
}
