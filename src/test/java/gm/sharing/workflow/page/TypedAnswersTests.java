package gm.sharing.workflow.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

/** What stands in the fields of a page is what is handed in, seen or not, read only or not. */
class TypedAnswersTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final JsonNode FORM = json(
            """
            {"components": [
              {"type": "radio", "key": "decision", "values": [{"label": "Yes", "value": "yes"}]},
              {"type": "textarea", "key": "why", "conditional": {"hide": "=decision != \\"yes\\""}},
              {"type": "textfield", "key": "source", "readonly": true},
              {"type": "number", "key": "count", "defaultValue": "3"},
              {"type": "checkbox", "key": "sure"},
              {"type": "datetime", "key": "due"},
              {"type": "group", "path": "mark", "components": [
                {"type": "textfield", "key": "note", "conditional": {"hide": "=decision = null"}}]},
              {"type": "dynamiclist", "path": "rows", "defaultRepetitions": 2, "components": [
                {"type": "textfield", "key": "number", "readonly": true},
                {"type": "taglist", "key": "kinds"},
                {"type": "textfield", "key": "more", "conditional": {"hide": "=not(list contains(this.kinds, \\"b\\"))"}}]}]}
            """);

    @Test
    void leavesOutWhatIsHiddenByTheAnswersThatStandInTheForm() {
        ObjectNode answers = typed(
                "{\"rows\": [{\"number\": \"R1\"}, {\"number\": \"R2\"}]}",
                "why",
                "Typed before",
                "mark.note",
                "A note",
                "rows",
                "0",
                "rows",
                "1",
                "rows.0.kinds",
                "a",
                "rows.1.kinds",
                "a",
                "rows.1.kinds",
                "b",
                "rows.0.more",
                "hidden",
                "rows.1.more",
                "seen");

        ObjectNode seen = TypedAnswers.seen(FORM, answers, Map.of());

        assertThat(answers.path("why").asText()).isEqualTo("Typed before");
        assertThat(seen.has("why")).isFalse();
        assertThat(seen.path("decision").isNull()).isTrue();
        assertThat(seen.path("mark")).isEmpty();
        assertThat(seen.path("rows"))
                .isEqualTo(
                        json(
                                """
                [{"number": "R1", "kinds": ["a"]}, {"number": "R2", "kinds": ["a", "b"], "more": "seen"}]"""));
    }

    @Test
    void takesWhatIsReadOnlyFromTheServerAndNeverFromThePage() {
        ObjectNode answers = typed("{\"source\": \"Table 3\"}", "source", "Forged", "rows", "0", "rows.0.number", "R9");

        assertThat(answers.path("source").asText()).isEqualTo("Table 3");
        assertThat(answers.path("rows").path(0).has("number")).isFalse();
    }

    @Test
    void keepsTheRowsInTheOrderOfThePageAndNumbersThemAnew() {
        ObjectNode answers = typed(
                "{\"rows\": [{\"number\": \"R1\"}, {\"number\": \"R2\"}, {\"number\": \"R3\"}]}",
                "rows",
                "2",
                "rows",
                "0",
                "rows",
                "no place",
                "rows.2.kinds",
                "c");

        assertThat(answers.path("rows"))
                .isEqualTo(
                        json(
                                """
                [{"number": "R3", "kinds": ["c"], "more": ""}, {"number": "R1", "kinds": [], "more": ""}]"""));
    }

    @ParameterizedTest
    @CsvSource({"12,12", "-1.5,-1.5", "a dozen,\"a dozen\"", "1e9,\"1e9\"", "' 7 ',7"})
    void readsNumbersAndLeavesWhatIsNoneToTheRulesOfTheForm(String written, String expected) {
        assertThat(typed("{}", "count", written).path("count")).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"4,1,2027,2027-01-04", "31,2,2027,2027-02-31", "4,Jan,2027,4|Jan|2027", "4,1,27,4|1|27"})
    void makesADayOfThreeNumbersAndKeepsWhatIsNone(String day, String month, String year, String expected) {
        ObjectNode answers = typed("{}", "due.day", day, "due.month", month, "due.year", year);

        assertThat(answers.path("due").asText()).isEqualTo(expected);
        assertThat(TypedDate.of(expected).words()).isEqualTo(String.join(" ", day, month, year));
    }

    @Test
    void beginsWithWhatWasAnsweredBeforeThenWhatTheFormProposesThenNothing() {
        ObjectNode begun =
                TypedAnswers.begun(FORM, Map.of("decision", json("\"yes\""), "mark", json("{\"note\": \"n\"}")));

        assertThat(begun.path("decision").asText()).isEqualTo("yes");
        assertThat(begun.path("mark").path("note").asText()).isEqualTo("n");
        assertThat(begun.path("count").asText()).isEqualTo("3");
        assertThat(begun.path("sure").isBoolean()).isTrue();
        assertThat(begun.path("rows")).hasSize(2);
        assertThat(TypedAnswers.newRow(FORM, "rows").path("kinds").isArray()).isTrue();
    }

    @Test
    void showsADraftWithWhatTheFormReadsAndAsksNow() {
        var opened = new Opened(
                "/tasks/1",
                "Say",
                "",
                FORM,
                Map.of("source", json("\"Table 4\"")),
                "process",
                "Task_Say",
                null,
                null,
                false);

        ObjectNode standing = opened.standing((ObjectNode) json("{\"source\": \"Table 3\", \"why\": \"Typed\"}"));

        assertThat(standing.path("source").asText()).isEqualTo("Table 4");
        assertThat(standing.path("why").asText()).isEqualTo("Typed");
        assertThat(standing.has("count")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"rows": "Words of then"} | Words of then
            {"why": [{"name": "A row of then"}]} | A row of then
            {"decision": "Words of then"} | Words of then
            {"count": {"note": "A group of then"}} | A group of then
            {"decision": "yes", "why": "Typed", "rows": [{"more": "Typed"}], "count": "a dozen"} |
            """)
    void keepsWordsBesideAQuestionThatHasGotAnotherType(String draft, String former) {
        var opened = new Opened("/tasks/1", "Say", "", FORM, Map.of(), "process", "Task_Say", null, null, false);
        var kept = new FormDrafts.Kept((ObjectNode) json(draft), null, 1, Instant.EPOCH, Set.of(), false, null, null);

        ObjectNode standing = opened.standing(kept.answers());

        assertThat(FormerAnswers.words(FormerAnswers.of(opened, kept)))
                .isEqualTo(former == null ? List.of() : List.of(former));
        if (former != null) {
            String key = json(draft).fieldNames().next();
            assertThat(standing.path(key)).isEqualTo(opened.begun().path(key));
            standing.put(key, "Typed since");
            var later = new FormDrafts.Kept(standing, null, 2, Instant.EPOCH, Set.of(), false, null, null);
            assertThat(FormerAnswers.words(FormerAnswers.of(opened, later))).contains(former);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"rows": [{"kinds": "Words of then", "more": "Still asked"}]} | Words of then
            {"rows": [{"kinds": []}, {"gone": "Words of then", "more": "Still asked"}]} | Words of then
            {"mark": {"note": [{"a": "Words of then"}]}} | Words of then
            {"rows": [{"kinds": "One of then"}, {"kinds": "Two of then"}]} | One of then,Two of then
            """)
    void keepsWordsBesideAQuestionWithinARowThatHasGotAnotherType(String draft, String former) {
        var opened = new Opened("/tasks/1", "Say", "", FORM, Map.of(), "process", "Task_Say", null, null, false);
        ObjectNode answers = (ObjectNode) json(draft);
        for (int time = 0; time < 3; time++) {
            var kept = new FormDrafts.Kept(answers, null, time, Instant.EPOCH, Set.of(), false, null, null);

            assertThat(FormerAnswers.words(FormerAnswers.of(opened, kept))).containsExactly(former.split(","));
            ObjectNode standing = opened.standing(answers);
            assertThat(FormerAnswers.words(standing.path("rows")))
                    .isEqualTo(draft.contains("Still asked") ? List.of("Still asked") : List.of());
            answers = standing;
        }
    }

    @Test
    void showsInRowsOfADraftWhatTheFormReadsNow() {
        var opened = new Opened(
                "/tasks/1",
                "Say",
                "",
                FORM,
                Map.of("rows", json("[{\"number\": \"1\"}, {\"number\": \"2\"}]")),
                "process",
                "Task_Say",
                null,
                null,
                false);

        JsonNode rows = opened.standing(
                        (ObjectNode)
                                json(
                                        "{\"rows\": [{\"number\": \"2\", \"kinds\": [\"b\"]}, {\"number\": \"7\", \"kinds\": []}, {\"kinds\": []}]}"))
                .path("rows");

        assertThat(rows.findValuesAsText("number")).containsExactly("2", "", "");
        assertThat(rows.at("/0/kinds/0").asText()).isEqualTo("b");
    }

    private static ObjectNode typed(String before, String... fields) {
        var typed = new LinkedMultiValueMap<String, String>();
        for (int field = 0; field < fields.length; field += 2) {
            typed.add(fields[field], fields[field + 1]);
        }
        return TypedAnswers.of(FORM, typed, (ObjectNode) json(before));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
