package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.workflow.gate.form.EverSeen;
import java.util.ArrayList;
import java.util.List;

/**
 * What people only read in the rows of a draft. People add and remove rows, so each keeps what it had as long as the form shows
 * that; what the form has shown once and shows no more is what a new row begins with.
 */
final class ReadInRows {

    private ReadInRows() {}

    /**
     * The rows with what is read as the form shows it now.
     *
     * @param list the field
     * @param shown the rows that the form is given
     */
    static JsonNode now(JsonNode list, JsonNode rows, JsonNode shown) {
        if (!rows.isArray()) {
            return rows;
        }
        List<JsonNode> given = new ArrayList<>();
        shown.forEach(given::add);
        ArrayNode now = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> {
            if (row.isObject()) {
                ObjectNode copy = row.deepCopy();
                read(list, copy, given);
                now.add(copy);
            } else {
                now.add(row);
            }
        });
        return now;
    }

    private static void read(JsonNode parent, ObjectNode row, List<JsonNode> shown) {
        for (JsonNode field : parent.path("components")) {
            String nested = field.path("path").asText();
            if (!nested.isEmpty()) {
                within(field, nested, row, shown);
            } else if (field.path("components").isArray()) {
                read(field, row, shown);
            } else if (field.path("readonly").asBoolean()) {
                String key = field.path("key").asText();
                if (shown.stream().noneMatch(one -> one.path(key).equals(row.path(key)))) {
                    row.set(
                            key,
                            field.path("defaultValue").isMissingNode()
                                    ? EverSeen.begins(field)
                                    : field.path("defaultValue"));
                }
            }
        }
    }

    private static void within(JsonNode field, String nested, ObjectNode row, List<JsonNode> shown) {
        List<JsonNode> deeper = shown.stream().map(one -> one.path(nested)).toList();
        if (row.path(nested) instanceof ObjectNode group) {
            read(field, group, deeper);
        } else if (row.path(nested).isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            deeper.forEach(list -> list.forEach(all::add));
            row.set(nested, now(field, row.path(nested), all));
        }
    }
}
