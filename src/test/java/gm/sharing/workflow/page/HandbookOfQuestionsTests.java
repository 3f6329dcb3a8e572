package gm.sharing.workflow.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.workflow.page.Part.Question;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the handbook says more of a question than its form does, the form leads to its place there. */
class HandbookOfQuestionsTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void leadsFromAQuestionOnWhichAnotherDependsAndFromOneWithATermOfTheGlossary() {
        assertThat(
                        explained(
                                """
                {"type": "radio", "key": "urgency", "label": "How soon?"},
                {"type": "textfield", "key": "why", "label": "Why?", "conditional": {"hide": "=urgency != \\"why\\""}},
                {"type": "textfield", "key": "who", "label": "Who are the controllers?"},
                {"type": "textfield", "key": "advice", "label": "Advice", "description": "Ask your DPO."},
                {"type": "textfield", "key": "control", "label": "Control the partnership"}"""))
                .containsExactly("question-urgency", "question-who", "question-advice");
    }

    @Test
    void leadsFromEveryRowOfAListToTheOnePlace() {
        assertThat(
                        explained(
                                """
                {"type": "group", "path": "mark", "components": [
                  {"type": "dynamiclist", "path": "flows", "label": "Flows", "defaultRepetitions": 2, "components": [
                    {"type": "radio", "key": "kind", "label": "Kind"},
                    {"type": "textfield", "key": "more", "label": "More", "conditional": {"hide": "=this.kind = null"}}]}]}"""))
                .containsExactly("question-mark-flows-kind", "question-mark-flows-kind");
    }

    private static List<String> explained(String components) {
        JsonNode form = form("{\"components\": [" + components + "]}");
        return PartsOfForm.of(form, TypedAnswers.begun(form, Map.of()), Map.of(), Map.of()).stream()
                .flatMap(HandbookOfQuestionsTests::questions)
                .filter(Question::explained)
                .map(Question::anchor)
                .toList();
    }

    private static Stream<Question> questions(Part part) {
        if (part instanceof Question question) {
            return Stream.of(question);
        }
        return part instanceof Part.Group group
                ? group.parts().stream().flatMap(HandbookOfQuestionsTests::questions)
                : part instanceof Part.Rows rows
                        ? rows.rows().stream()
                                .flatMap(row -> row.parts().stream())
                                .flatMap(HandbookOfQuestionsTests::questions)
                        : Stream.empty();
    }

    private static JsonNode form(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
