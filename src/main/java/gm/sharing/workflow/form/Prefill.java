package gm.sharing.workflow.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fills a form with answers that were given before. */
@Component
public class Prefill {

    private final ObjectMapper json;

    Prefill(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The answers by field, as the form takes them: codes for choices, {@code true} and {@code false} as texts, because
     * radio buttons know texts only. What was not answered is left out.
     */
    public Map<String, Object> with(Record answers) {
        return json.convertValue(
                shown(json.valueToTree(answers)), new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private static JsonNode shown(JsonNode value) {
        if (value.isBoolean()) {
            return JsonNodeFactory.instance.textNode(value.asText());
        }
        if (value instanceof ArrayNode list) {
            var result = JsonNodeFactory.instance.arrayNode();
            list.forEach(element -> result.add(shown(element)));
            return result;
        }
        if (value instanceof ObjectNode row) {
            var result = JsonNodeFactory.instance.objectNode();
            row.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> result.set(field.getKey(), shown(field.getValue())));
            return result;
        }
        return value;
    }
}
