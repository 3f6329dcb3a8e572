package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form needs a second factor for the answers that it names, wherever they stand, and for no others. */
class AnswersWithASecondFactorTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FORM =
            """
            {"components": [
              {"type": "radio", "key": "decision", "properties": {"secondFactor": "sign, refuse"}},
              {"type": "textarea", "key": "note"},
              {"type": "checklist", "key": "kinds"},
              {"type": "group", "components": [
                {"type": "checklist", "key": "powers", "properties": {"secondFactor": "pay"}}]},
              {"type": "dynamiclist", "path": "rows", "components": [
                {"type": "select", "key": "choice", "properties": {"secondFactor": "strong"}}]}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    {"decision": "sign"}                             | true
                    {"decision": "refuse", "note": "No."}            | true
                    {"decision": "ask"}                              | false
                    {"decision": null}                               | false
                    {"note": ""}                                     | false
                    {"note": "sign"}                                 | false
                    {"kinds": ["paper", "film"]}                     | false
                    {"kinds": []}                                    | false
                    {"powers": ["see", "pay"]}                       | true
                    {"powers": ["see"]}                              | false
                    {"rows": [{"choice": "weak"}, {"choice": "strong"}]} | true
                    {"rows": [{"choice": "weak"}, {"choice": ""}]}   | false
                    {"rows": []}                                     | false
                    {}                                               | false
                    """)
    void areThoseThatItNames(String answers, boolean needed) throws IOException {
        assertThat(new FormDefinition(JSON.readTree(FORM)).needsSecondFactor((ObjectNode) JSON.readTree(answers)))
                .isEqualTo(needed);
    }
}
