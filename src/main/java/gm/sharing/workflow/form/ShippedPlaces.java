package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the answers to a form of the application stand in documents, for a form that an owner changed before its questions
 * said so: a question without properties has those with which it was shipped.
 */
final class ShippedPlaces {

    private static final String PROPERTIES = "properties";

    private ShippedPlaces() {}

    /** The same form, completed. */
    static JsonNode into(JsonNode form, JsonNode shipped) {
        Map<String, JsonNode> places = new HashMap<>();
        collect(shipped, places);
        complete(form, places);
        return form;
    }

    private static void collect(JsonNode parent, Map<String, JsonNode> places) {
        for (JsonNode field : parent.path("components")) {
            if (field.has(PROPERTIES)) {
                places.put(OwnQuestion.key(field), field.path(PROPERTIES));
            }
            collect(field, places);
        }
    }

    /** Fields of rows and of groups have no place of their own. */
    private static void complete(JsonNode parent, Map<String, JsonNode> places) {
        for (JsonNode field : parent.path("components")) {
            JsonNode place = places.get(OwnQuestion.key(field));
            if (place != null && !field.has(PROPERTIES) && field instanceof ObjectNode question) {
                question.set(PROPERTIES, place.deepCopy());
            }
            if (field.path("path").asText().isEmpty()) {
                complete(field, places);
            }
        }
    }
}
