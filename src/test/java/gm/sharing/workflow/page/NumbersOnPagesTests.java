package gm.sharing.workflow.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

/** A number is shown as it can be sent, wherever it came from. */
class NumbersOnPagesTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final ObjectNode FORM = json(
            """
            {"components": [
              {"type": "number", "key": "n", "label": "N"},
              {"type": "dynamiclist", "path": "rows", "label": "Row", "components": [
                {"type": "number", "key": "n", "label": "N"}]},
              {"type": "table", "label": "Facts", "dataSource": "=rows", "columns": [{"key": "n", "label": "N"}]},
              {"type": "text", "text": "Half is {{n/2}}."}]}
            """);

    @ParameterizedTest
    @CsvSource({
        "12345678.5,12345678.5,6172839.25",
        "0.00005,0.00005,0.000025",
        "-1.5E7,-15000000,-7500000",
        "3.0,3,1.5",
        "400,400,200"
    })
    void standAsTheyCanBeSentInFieldsRowsTablesTextsAndToBeChecked(String kept, String shown, String half) {
        ObjectNode answers = json("{\"n\": %1$s, \"rows\": [{\"n\": %1$s}]}".formatted(kept));

        List<Part> parts = PartsOfForm.of(FORM, answers, Map.of(), Map.of());

        assertThat(((Part.Question) parts.get(0)).value()).isEqualTo(shown);
        Part.Rows rows = (Part.Rows) parts.get(1);
        assertThat(((Part.Question) rows.rows().get(0).parts().get(0)).value()).isEqualTo(shown);
        assertThat(((Part.Facts) parts.get(2)).rows()).containsExactly(List.of(shown));
        assertThat(((Part.Reading) parts.get(3)).html()).contains("Half is " + half + ".");
        assertThat(CheckedAnswers.of(parts, "").sections().get(0).lines().get(0).said())
                .containsExactly(shown);
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("n", shown);
        assertThat(TypedAnswers.of(FORM, sent, JsonNodeFactory.instance.objectNode())
                        .path("n")
                        .isNumber())
                .isTrue();
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
