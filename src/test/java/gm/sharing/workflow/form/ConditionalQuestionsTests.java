package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A required question of a process owner's own that is hidden by a condition is demanded of those who see it, and of nobody else. */
class ConditionalQuestionsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MISSING = "What has to change? Must be filled in.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    =fit != "no"                             | {"fit": "no"}                    | true
                    =fit != "no"                             | {"fit": "yes"}                   | false
                    =fit != "no"                             | {}                               | false
                    =not(fit = "no")                         | {"fit": "no", "why": "Because."} | false
                    =this.fit != "no"                        | {"fit": "no"}                    | true
                    =not(list contains(kinds, "paper"))      | {"kinds": ["paper", "film"]}     | true
                    =not(list contains(kinds, "paper"))      | {"kinds": ["film"]}              | false
                    =count(kinds) = 0                        | {"kinds": ["film"]}              | true
                    =count(kinds) = 0                        | {}                               | false
                    =number < 5                              | {"number": 7}                    | true
                    =number < 5                              | {"number": 3}                    | false
                    =number < 5                              | {}                               | false
                    =note = "" or note = null                | {"note": "Something"}            | true
                    =note = "" or note = null                | {}                               | false
                    =note = ""                               | {}                               | false
                    =note = null                             | {}                               | false
                    =not(sure)                               | {"sure": true}                   | true
                    =not(sure)                               | {}                               | false
                    =urgency = "normal"                      | {}                               | false
                    =urgency = "urgent"                      | {}                               | true
                    =fit                                     | {"fit": "no"}                    | false
                    =for x in kinds return x                 | {"kinds": ["film"]}              | false
                    """)
    void areDemandedOfThoseWhoSeeThem(String hideIf, String answers, boolean demanded) throws IOException {
        String question =
                """
                {"type": "textarea", "key": "why", "label": "What has to change?", "validate": {"required": true},
                 "conditional": {"hide": %s}}"""
                        .formatted(JSON.writeValueAsString(hideIf));

        assertThat(complaints(question, answers)).isEqualTo(demanded ? List.of(MISSING) : List.of());
        assertThat(complaints(group(question, ""), answers))
                .as("in a group that holds them together")
                .isEqualTo(demanded ? List.of(MISSING) : List.of());
    }

    @Test
    void areHiddenByTheGroupAround() throws IOException {
        String question =
                """
                {"type": "textarea", "key": "why", "label": "What has to change?", "validate": {"required": true}}""";
        String group = group(question, """
                , "conditional": {"hide": "=fit != \\"no\\""}""");

        assertThat(complaints(group, "{\"fit\": \"yes\"}")).isEmpty();
        assertThat(complaints(group, "{\"fit\": \"no\"}")).containsExactly(MISSING);
    }

    @Test
    void areLeftToTheProgramWhereItReadsThemItself() throws IOException {
        String question =
                """
                {"type": "textarea", "key": "read", "label": "What has to change?", "validate": {"required": true},
                 "conditional": {"hide": "=fit != \\"no\\""}}""";

        assertThat(complaints(question, "{\"fit\": \"no\"}")).isEmpty();
    }

    private static String group(String question, String more) {
        return "{\"type\": \"group\", \"components\": [" + question + "]" + more + "}";
    }

    private static List<String> complaints(String question, String answers) throws IOException {
        JsonNode form = JSON.readTree(
                """
                {"components": [
                  {"type": "radio", "key": "fit", "label": "Fit?", "values": [
                    {"label": "Yes", "value": "yes"}, {"label": "No", "value": "no"}]},
                  {"type": "taglist", "key": "kinds", "label": "Kinds", "values": [
                    {"label": "Paper", "value": "paper"}, {"label": "Film", "value": "film"}]},
                  {"type": "number", "key": "number", "label": "How many?"},
                  {"type": "textfield", "key": "note", "label": "Note"},
                  {"type": "checkbox", "key": "sure", "label": "Sure?"},
                  %s]}"""
                        .formatted(question));
        return new FormDefinition(form)
                        .complaints(
                                (ObjectNode) JSON.readTree(answers),
                                name -> name.equals("urgency") ? new TextNode("normal") : JSON.nullNode(),
                                LocalDate.EPOCH,
                                path -> false,
                                Set.of("why")::contains,
                                Set.of("why")::contains)
                        .stream()
                        .map(Labelled::sentence)
                        .toList();
    }
}
