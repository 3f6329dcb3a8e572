package gm.sharing.workflow.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gm.sharing.Shipped;
import gm.sharing.workflow.gate.table.FeelCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever asks the lead instead of deciding hands in the question and nothing else, whatever the form shows them. */
class QuestionsInsteadOfADecisionTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> forms() {
        return Shipped.ending(".form").stream().filter(form -> read(form).findValues("values").stream()
                .anyMatch(values -> values.findValuesAsText("value").contains("ask")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void showOnlyTheQuestionWhereSomebodyAsks(Path file) {
        JsonNode form = read(file);
        Map<String, JsonNode> shown = new HashMap<>();
        form.findValuesAsText("hide").stream()
                .flatMap(condition -> FeelCell.inForm(condition.replaceFirst("^=", "")).names().stream())
                .forEach(name -> shown.put(name, TextNode.valueOf("shown")));
        ObjectNode answers = TypedAnswers.begun(form, Map.of());
        answers.put("decision", "ask");
        answers.put("question", "Which system is meant?");
        shown.keySet()
                .removeAll(answers.properties().stream().map(Map.Entry::getKey).toList());

        assertThat(TypedAnswers.seen(form, answers, shown).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("decision", "question");
    }

    private static JsonNode read(Path form) {
        try {
            return JSON.readTree(form.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
