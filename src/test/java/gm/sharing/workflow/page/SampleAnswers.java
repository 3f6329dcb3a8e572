package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.code.ShippedCodes;
import gm.sharing.workflow.gate.form.NamesOfForms;
import gm.sharing.workflow.gate.table.CodeRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a form could be shown, and answers that somebody could give to it: the same each time for one form and one seed. */
final class SampleAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TEXTS = List.of(
            "<b>Not bold</b> & \"quoted\" 'too'",
            "Zoë Müller, ß, 😀",
            "  with spaces around  ",
            "0",
            "-1.50",
            "{{project}} =1 + 1",
            "null",
            "",
            "a|b");

    private static final List<String> LINES = List.of("first line\nsecond line  ", "- a\n- b\n\n\n* c", "one\ttab\n");

    private static final List<String> NUMBERS = List.of("0", "-3", "12", "007", "");

    private static final List<String> DAYS = List.of("2026-12-01", "2027-02-28", "2028-02-29", "");

    private final JsonNode form;
    private final Random random;
    private final Map<String, JsonNode> shown;

    /** @param full whether the form is shown something under each name that it reads, or as good as nothing */
    SampleAnswers(JsonNode form, long seed, boolean full) {
        this.form = form;
        this.random = new Random(form.path("id").asText().hashCode() + seed);
        this.shown = shown(full);
    }

    Map<String, JsonNode> shown() {
        return shown;
    }

    private Map<String, JsonNode> shown(boolean full) {
        Map<String, JsonNode> values = new HashMap<>();
        for (String name : NamesOfForms.shownIn(form)) {
            values.put(name, JSON.valueToTree(full ? "Shown as " + name + ", with **marks** & <b>more</b>" : ""));
        }
        form.findParents("dataSource")
                .forEach(table -> values.put(name(table.path("dataSource").asText()), rows(table, full)));
        form.findParents("valuesKey")
                .forEach(field -> values.put(
                        field.path("valuesKey").asText(),
                        options(field.path("valuesKey").asText())));
        form.findValuesAsText("hide").stream()
                .filter(hide -> hide.contains("= true"))
                .forEach(hide ->
                        values.put(hide.replaceAll("[^A-Za-z0-9]*(\\w+) !?= true.*", "$1"), JSON.valueToTree(full)));
        return values;
    }

    private static String name(String expression) {
        return expression.replaceFirst("^=\\s*", "");
    }

    private static JsonNode rows(JsonNode table, boolean full) {
        ArrayNode rows = JSON.createArrayNode();
        for (int row = 0; full && row < 2; row++) {
            ObjectNode cells = rows.addObject();
            table.path("columns").findValuesAsText("key").forEach(column -> cells.put(column, column + " of a row"));
        }
        return rows;
    }

    /** The codes of the table of that name, or three that nobody knows. */
    private static JsonNode options(String name) {
        ArrayNode options = JSON.createArrayNode();
        ShippedCodes.all().find(CodeRows.table(name)).ifPresent(table -> table.rows()
                .forEach(row -> {
                    Map<String, Object> option = new HashMap<>(row.properties());
                    option.put("label", row.label());
                    option.put("value", row.code());
                    options.addPOJO(option);
                }));
        for (int number = 1; options.size() < 3; number++) {
            options.addObject().put("label", name + " & <i>" + number + "</i>").put("value", "option-" + number);
        }
        return JSON.valueToTree(options);
    }

    /** An answer to each question, whether it will be seen or not. */
    ObjectNode answers(int rows) {
        ObjectNode answers = JSON.createObjectNode();
        answer(form, answers, rows);
        return answers;
    }

    private void answer(JsonNode parent, ObjectNode answers, int rows) {
        for (JsonNode field : parent.path("components")) {
            String path = field.path("path").asText();
            if (field.path("type").asText().equals("dynamiclist")) {
                ArrayNode list = answers.putArray(path);
                for (int row = 0; row < rows; row++) {
                    answer(field, list.addObject(), rows);
                }
            } else if (!path.isEmpty()) {
                answer(field, answers.putObject(path), rows);
            } else if (field.path("components").isArray()) {
                answer(field, answers, rows);
            } else if (field.has("key") && !field.path("readonly").asBoolean()) {
                answers.set(field.path("key").asText(), answer(field));
            }
        }
    }

    private JsonNode answer(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "textarea" -> JSON.valueToTree(oneOf(random.nextBoolean() ? TEXTS : LINES));
            case "number" -> JSON.valueToTree(oneOf(NUMBERS));
            case "datetime" -> JSON.valueToTree(oneOf(DAYS));
            case "checkbox" -> JSON.valueToTree(random.nextBoolean());
            case "radio", "select" -> JSON.valueToTree(oneOf(values(field)));
            case "checklist", "taglist" -> {
                List<String> some = new ArrayList<>(values(field));
                some.removeIf(any -> random.nextInt(3) == 0);
                yield JSON.valueToTree(some.subList(0, Math.min(some.size(), 4)));
            }
            default -> JSON.valueToTree(oneOf(TEXTS));
        };
    }

    private List<String> values(JsonNode field) {
        JsonNode options =
                field.has("valuesKey") ? shown.get(field.path("valuesKey").asText()) : field.path("values");
        return options.findValuesAsText("value");
    }

    private String oneOf(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The same form opened again after it was answered before: all questions come filled in. */
    SampleAnswers answeredBefore() {
        ObjectNode before = answers(2);
        form.findParents("decimalDigits")
                .forEach(number -> before.findParents(number.path("key").asText())
                        .forEach(answers ->
                                ((ObjectNode) answers).put(number.path("key").asText(), 4)));
        before.properties().forEach(answer -> shown.put(answer.getKey(), answer.getValue()));
        return this;
    }
}
