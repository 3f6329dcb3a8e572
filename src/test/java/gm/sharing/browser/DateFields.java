package gm.sharing.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Every field for a day of every form that we ship, taken together as one form: as they are in their files, with what is
 * around them (groups, rows), but shown at once and none of them required.
 *
 * @param form the parts of all forms, each in a group whose path is the form's id
 * @param fields each with the id of its form
 */
record DateFields(ObjectNode form, List<Field> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param notPassed whether the form takes no day that has passed */
    record Field(String form, String id, String subtype, boolean notPassed) {}

    static DateFields ofAllForms() throws IOException {
        var form = JSON.createObjectNode()
                .put("type", "default")
                .put("id", "every-day")
                .put("schemaVersion", 16)
                .put("executionPlatform", "Camunda Platform")
                .put("executionPlatformVersion", "7.24.0");
        var components = form.putArray("components");
        List<Field> fields = new ArrayList<>();
        for (var file : Shipped.ending(".form")) {
            var name = file.getFileName().toString().replace(".form", "");
            var parts = parts(JSON.readTree(file.toFile()), name, fields);
            if (!parts.isEmpty()) {
                components.add(group(name, parts));
            }
        }
        return new DateFields(form, fields);
    }

    /** How many fields for a date or a time the files hold, however deep. */
    static long inFiles() throws IOException {
        long found = 0;
        for (var file : Shipped.ending(".form")) {
            found += Pattern.compile("\"type\": *\"datetime\"")
                    .matcher(Files.readString(file))
                    .results()
                    .count();
        }
        return found;
    }

    /** With rows of one day each, beside the forms' own. */
    DateFields with(String list, int rows) {
        JsonNode day = JSON.valueToTree(Map.of(
                "type",
                "datetime",
                "subtype",
                "date",
                "id",
                "Day_" + list,
                "key",
                "day",
                "label",
                "Day",
                "dateLabel",
                "Day"));
        form.withArray("components")
                .add(JSON.createObjectNode()
                        .put("type", "dynamiclist")
                        .put("id", "List_" + list)
                        .put("path", list)
                        .put("label", list)
                        .put("isRepeating", true)
                        .put("allowAddRemove", false)
                        .put("disableCollapse", true)
                        .put("defaultRepetitions", rows)
                        .set("components", JSON.createArrayNode().add(day)));
        return this;
    }

    private static ObjectNode group(String name, List<ObjectNode> parts) {
        var group = JSON.createObjectNode()
                .put("type", "group")
                .put("id", "Form_" + name.replace('-', '_'))
                .put("path", name.replace('-', '_'))
                .put("label", name);
        parts.forEach(group.putArray("components")::add);
        return group;
    }

    private static List<ObjectNode> parts(JsonNode parent, String form, List<Field> fields) {
        List<ObjectNode> parts = new ArrayList<>();
        for (var component : parent.path("components")) {
            var part = (ObjectNode) component.deepCopy();
            part.remove(List.of("conditional", "layout", "readonly", "disabled"));
            part.put("id", part.path("id").asText() + "_" + form.replace('-', '_'));
            if (part.path("type").asText().equals("datetime")) {
                part.remove("validate");
                fields.add(new Field(
                        form,
                        part.path("id").asText(),
                        part.path("subtype").asText(),
                        part.path("disallowPassedDates").asBoolean()));
                parts.add(part);
            } else if (part.has("components")) {
                var inner = parts(part, form, fields);
                if (!inner.isEmpty()) {
                    var kept = part.putArray("components");
                    inner.forEach(kept::add);
                    parts.add(part);
                }
            }
        }
        return parts;
    }
}
