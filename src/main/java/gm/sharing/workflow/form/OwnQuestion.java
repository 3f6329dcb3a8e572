package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.question.AnswerKind;
import gm.sharing.question.InDocument;
import gm.sharing.question.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A question of a deployed form that no rule reads, so that its answer is kept as the form declares it.
 *
 * @param position its place among all fields of the form, from 1
 */
record OwnQuestion(DeployedForm form, JsonNode field, AnswerKind kind, int position) {

    /**
     * The questions of a form, in its order.
     *
     * @param recorded the keys of those that the program reads itself
     */
    static List<OwnQuestion> of(DeployedForm form, Set<String> recorded) {
        List<OwnQuestion> questions = new ArrayList<>();
        int position = 0;
        for (JsonNode field : fields(form.definition().form()).toList()) {
            position++;
            if (!recorded.contains(key(field))) {
                questions.add(new OwnQuestion(form, field, FieldType.of(field).orElseThrow(), position));
            }
        }
        return questions;
    }

    /** The fields at this level, also those in groups that only hold them together. */
    private static Stream<JsonNode> fields(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(field -> FieldType.of(field).isPresent() ? Stream.of(field) : fields(field));
    }

    static String key(JsonNode field) {
        return field.path("key").asText(field.path("path").asText());
    }

    String key() {
        return key(field);
    }

    /** The fields of a row or a group, by key. */
    static Map<String, JsonNode> within(JsonNode field) {
        return fields(field)
                .collect(Collectors.toMap(
                        OwnQuestion::key, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    /** Whether the form had all the fields that the rows or the group have; always for everything else. */
    boolean knows(JsonNode answer) {
        Set<String> known = within(field).keySet();
        return switch (kind) {
            case ROWS -> StreamSupport.stream(answer.spliterator(), false).allMatch(row -> isKnown(row, known));
            case GROUP -> isKnown(answer, known);
            default -> true;
        };
    }

    private static boolean isKnown(JsonNode fields, Set<String> known) {
        return fields.properties().stream().allMatch(field -> known.contains(field.getKey()));
    }

    /**
     * As it is kept with the answer.
     *
     * @param step what the form is called where it says nothing itself
     */
    Question question(String step) {
        JsonNode properties = field.path("properties");
        String label = field.path("label").asText();
        return new Question(
                form.id(),
                form.definition().title().orElse(step),
                key(),
                label,
                properties.path("heading").asText(label),
                kind,
                position,
                form.version(),
                InDocument.of(properties.path("document").asText()).orElse(InDocument.NONE),
                properties.path("part").asText(),
                properties.path("section").asText());
    }
}
