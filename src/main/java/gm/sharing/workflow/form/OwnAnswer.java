package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gm.sharing.Dates;
import gm.sharing.Texts;
import gm.sharing.question.AnswerKind;
import gm.sharing.question.AnswerTable;
import gm.sharing.question.Given;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What was answered to a question that no rule reads: brought into the type of its field, looked at as far as the form's own
 * rules cannot, and written as it is kept.
 *
 * @param shown the values that the form was given, for options
 */
record OwnAnswer(OwnQuestion question, JsonNode answer, Function<String, JsonNode> shown) {

    /** Of a text, where the form says nothing else. */
    private static final int MOST_DIGITS = 15;

    /** As the type of the field has it: browsers and programs write numbers and truths as texts, too. */
    static JsonNode typed(JsonNode field, JsonNode answer) {
        AnswerKind kind = FieldType.of(field).orElse(AnswerKind.TEXT);
        Map<String, JsonNode> within = OwnQuestion.within(field);
        if (kind == AnswerKind.ROWS && answer.isArray()) {
            var rows = JsonNodeFactory.instance.arrayNode();
            answer.forEach(row -> rows.add(fields(within, row)));
            return rows;
        }
        if (kind == AnswerKind.GROUP) {
            return fields(within, answer);
        }
        if (kind == AnswerKind.NUMBER && answer.isTextual()) {
            return number(answer.textValue())
                    .<JsonNode>map(DecimalNode::valueOf)
                    .orElse(answer);
        }
        if (kind == AnswerKind.TRUTH && answer.isTextual() && answer.textValue().matches("true|false")) {
            return BooleanNode.valueOf(answer.textValue().equals("true"));
        }
        return kind == AnswerKind.CHOICE && (answer.isNumber() || answer.isBoolean())
                ? TextNode.valueOf(answer.asText())
                : answer;
    }

    private static JsonNode fields(Map<String, JsonNode> within, JsonNode answers) {
        if (!answers.isObject()) {
            return answers;
        }
        var typed = JsonNodeFactory.instance.objectNode();
        answers.properties()
                .forEach(one -> typed.set(
                        one.getKey(),
                        within.containsKey(one.getKey())
                                ? typed(within.get(one.getKey()), one.getValue())
                                : one.getValue()));
        return typed;
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?[0-9]{1,15}([.][0-9]{1,15})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /**
     * What is wrong with it, beside what the rules of the newest version say.
     *
     * @param newest the newest version of the form
     * @param data all answers
     */
    List<Labelled> complaints(DeployedForm newest, ObjectNode data, LocalDate today) {
        FormDefinition asked = question.form().definition();
        List<Labelled> complaints = new ArrayList<>();
        if (!question.knows(answer)) {
            complaints.add(asked.labelled(List.of(question.key()), "has an answer that the form does not ask for"));
        }
        check(
                question.field(),
                answer,
                List.of(question.key()),
                (path, rule) -> complaints.add(asked.labelled(path, rule)));
        if (question.form().version() != newest.version()) {
            complaints.addAll(alone().complaints(data, shown, today, path -> true, key -> false, key -> true));
        }
        return complaints;
    }

    private static void check(
            JsonNode field, JsonNode answer, List<Object> path, BiConsumer<List<Object>, String> complaints) {
        AnswerKind kind = FieldType.of(field).orElse(AnswerKind.TEXT);
        if (answer.isNull() || answer.isMissingNode()) {
            return;
        }
        if (!FieldType.fits(kind, answer)) {
            complaints.accept(path, FieldType.rule(kind));
            return;
        }
        Map<String, JsonNode> within = OwnQuestion.within(field);
        switch (kind) {
            case TEXT -> {
                if (!field.path("validate").has("maxLength")
                        && answer.textValue().length() > Texts.LONG) {
                    complaints.accept(path, "is too long: at most " + Texts.LONG + " characters");
                }
            }
            case NUMBER -> {
                BigDecimal number = answer.decimalValue();
                if (number.precision() > 2 * MOST_DIGITS
                        || number.scale() > MOST_DIGITS
                        || number.precision() - number.scale() > MOST_DIGITS) {
                    complaints.accept(path, "must be a number of at most " + MOST_DIGITS + " digits");
                }
            }
            case CHOICES -> {
                if (!StreamSupport.stream(answer.spliterator(), false).allMatch(JsonNode::isTextual)) {
                    complaints.accept(path, FieldType.rule(AnswerKind.CHOICE));
                }
            }
            case ROWS -> {
                for (int row = 0; row < answer.size(); row++) {
                    check(within, answer.get(row), FormDefinition.with(path, row), complaints);
                }
            }
            case GROUP -> check(within, answer, path, complaints);
            default -> {}
        }
    }

    private static void check(
            Map<String, JsonNode> within,
            JsonNode answers,
            List<Object> path,
            BiConsumer<List<Object>, String> complaints) {
        if (!answers.isObject()) {
            complaints.accept(path, FieldType.rule(AnswerKind.GROUP));
            return;
        }
        within.forEach((key, field) -> check(field, answers.path(key), FormDefinition.with(path, key), complaints));
    }

    /**
     * As it is kept; to be called when nothing was wrong.
     *
     * @param step what the form is called where it says nothing itself
     */
    Given given(String step) {
        var asked = question.question(step);
        if (isOpen()) {
            return Given.of(asked, null);
        }
        return switch (question.kind()) {
            case TEXT, DATE, CHOICE ->
                new Given(
                        asked,
                        answer.textValue(),
                        question.kind() == AnswerKind.CHOICE ? chosen(question.field(), answer) : List.of(),
                        null);
            case NUMBER ->
                Given.of(asked, answer.decimalValue().stripTrailingZeros().toPlainString());
            case TRUTH -> Given.of(asked, answer.asText());
            case CHOICES -> new Given(asked, answer.toString(), chosen(question.field(), answer), null);
            case ROWS -> new Given(asked, answer.toString(), List.of(), table(stream(answer)));
            case GROUP -> new Given(asked, answer.toString(), List.of(), table(Stream.of(answer)));
        };
    }

    private boolean isOpen() {
        return answer.isNull()
                || answer.isMissingNode()
                || (answer.isContainerNode() && answer.isEmpty())
                || (question.kind() == AnswerKind.GROUP && stream(answer).allMatch(JsonNode::isNull));
    }

    private AnswerTable table(Stream<JsonNode> rows) {
        Map<String, JsonNode> columns = OwnQuestion.within(question.field());
        return new AnswerTable(
                List.copyOf(columns.keySet()),
                columns.values().stream()
                        .map(field -> field.path("label").asText())
                        .toList(),
                rows.map(row -> columns.entrySet().stream()
                                .map(column -> inWords(column.getValue(), row.path(column.getKey())))
                                .toList())
                        .toList());
    }

    private String inWords(JsonNode field, JsonNode cell) {
        if (cell.isNull() || cell.isMissingNode()) {
            return "";
        }
        return switch (FieldType.of(field).orElse(AnswerKind.TEXT)) {
            case NUMBER -> cell.decimalValue().stripTrailingZeros().toPlainString();
            case TRUTH -> cell.booleanValue() ? "Yes" : "No";
            case DATE -> Dates.day(LocalDate.parse(cell.textValue()));
            case CHOICE, CHOICES -> String.join(", ", chosen(field, cell));
            default -> cell.asText();
        };
    }

    private List<String> chosen(JsonNode field, JsonNode values) {
        Map<String, String> options = FieldRule.options(field, shown);
        return (values.isArray() ? stream(values) : Stream.of(values))
                .map(JsonNode::asText)
                .map(value -> options == null ? value : options.getOrDefault(value, value))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** A form whose only question it is, for answers from a version that is no longer the newest. */
    private FormDefinition alone() {
        var form = JsonNodeFactory.instance.objectNode();
        form.putArray("components").add(question.field());
        return new FormDefinition(form);
    }
}
