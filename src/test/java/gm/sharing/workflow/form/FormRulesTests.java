package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.Refused.Complaint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** The server asks of an answer what the settings of its field ask in Tasklist, and takes no other for what people only read. */
class FormRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            number | "decimalDigits": 0 | 3.7 | must be a whole number
            number | "decimalDigits": 0 | 3.0 |
            number | "decimalDigits": 2 | 0.125 | must have at most 2 digits behind the point
            number | "decimalDigits": 2 | 0.12 |
            number | "increment": "5" | 3 | must be a multiple of 5, such as 0 or 5
            number | "increment": 5 | -7 | must be a multiple of 5, such as -5 or -10
            number | "increment": "0.1" | 0.3 |
            number | "validate": {"min": 1, "max": 5}, "serializeToString": true | "9" | must be at most 5
            textfield | "validate": {"validationType": "email"} | "nonsense" | must be an email address, such as name@example.org
            textfield | "validate": {"validationType": "email"} | "lead@manchester" |
            textfield | "validate": {"validationType": "phone"} | "0161 234 5678" | must be a phone number with the code of its country, such as +441612345678
            textfield | "validate": {"validationType": "phone"} | "+441612345678" |
            textfield | "validate": {"validationType": "phone"} | "00441612345678" |
            textfield | "validate": {"validationType": "phone"} | "+4401612345678" | must be a phone number with the code of its country, such as +441612345678
            textfield | "validate": {"validationType": "phone"} | "+2101234567890" | must be a phone number with the code of its country, such as +441612345678
            textfield | "validate": {"pattern": "^.{2}$"} | "😀" |
            textfield | "validate": {"pattern": "^.{2}$"} | "😀😀" | is not written as described
            textfield | "validate": {"pattern": "😀"} | "a 😀" |
            datetime | "disallowPassedDates": true | "2026-11-29" | it is in the past
            datetime | "disallowPassedDates": true | "2026-11-30" |
            datetime | "subtype": "date" | "2026-11-29" |
            """)
    void checkEverySettingThatTasklistChecks(String type, String settings, String answer, String rule) {
        JsonNode form = json("{\"components\": [{\"type\": \"%s\", \"key\": \"a\", %s}]}".formatted(type, settings));

        assertThat(broken(form, "{\"a\": %s}".formatted(answer), Map.of()))
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"a": "60 years"} | no
            {"a": "6 years"} | yes
            {"n": 10.0, "n2": "10"} | yes
            {"n": 99} | no
            {} | yes
            {"g": {"a": "Shown"}} | yes
            {"g": {"a": "6 years"}} | no
            {"g": {"a": null}} | no
            {"rows": [{"a": "R2"}, {"a": "6 years"}]} | yes
            {"rows": [{"a": "R9"}]} | no
            {"rows": [{"a": "R1"}, {"a": "R2"}, {"a": "R1"}]} | yes
            {"fixed": [{"b": "x"}, {"b": "y"}]} | yes
            {"fixed": [{"b": "x"}, {"b": "y"}, {"b": "z"}]} | no
            """)
    void takeNothingForWhatIsFixedButWhatWasShown(String answers, String taken) {
        String read = "{\"type\": \"textfield\", \"key\": \"a\", \"readonly\": true, \"defaultValue\": \"6 years\"}";
        JsonNode form = json(
                """
                {"components": [%1$s,
                  {"type": "number", "key": "n", "readonly": true, "defaultValue": 10},
                  {"type": "number", "key": "n2", "readonly": true, "defaultValue": "10", "serializeToString": true},
                  {"type": "group", "path": "g", "components": [%1$s]},
                  {"type": "dynamiclist", "path": "rows", "components": [%1$s]},
                  {"type": "dynamiclist", "path": "fixed", "allowAddRemove": false, "defaultRepetitions": 2,
                   "components": [{"type": "textfield", "key": "b"}]}]}
                """
                        .formatted(read));
        Map<String, JsonNode> shown =
                Map.of("g", json("{\"a\": \" Shown \"}"), "rows", json("[{\"a\": \"R1\"}, {\"a\": \"R2\"}]"));

        assertThat(broken(form, answers, shown).isEmpty()).isEqualTo(taken.equals("yes"));
    }

    /** A process owner changes a form while drafts and answers of before are there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            radio     | "validate": {"required": true} | "old"          | "old"          | yes
            radio     | "validate": {"required": true} | "old"          | null           | yes
            select    | "defaultValue": "b"            | "old"          | null           | yes
            select    | "defaultValue": "b"            | "old"          | "b"            | no
            select    | "defaultValue": "b"            |                | "b"            | yes
            select    | "defaultValue": "b"            | "b"            | "old"          | no
            checklist | "validate": {"required": true} | ["old", "b"]   | ["b"]          | yes
            checklist | "validate": {"required": true} | ["old"]        | []             | yes
            checklist | "validate": {"required": true} | ["old", "b"]   | ["b", "c"]     | no
            textfield | "validate": {"maxLength": 2}   | "long"         | "long"         | yes
            textfield | "validate": {"pattern": "^a$"} | "long"         | "longer"       | no
            """)
    void takeOfWhatIsReadOnlyWhatTheFormShowsNow(
            String type, String settings, String stored, String answer, String taken) {
        JsonNode form = json(
                """
                {"components": [{"type": "%s", "key": "a", "readonly": true, %s,
                  "values": [{"value": "b", "label": "B"}, {"value": "c", "label": "C"}]}]}"""
                        .formatted(type, settings));

        assertThat(broken(form, "{\"a\": %s}".formatted(answer), stored == null ? Map.of() : Map.of("a", json(stored)))
                        .isEmpty())
                .isEqualTo(taken.equals("yes"));
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "201, 1"})
    void takeNoMoreRowsThanAPage(int rows, int complaints) {
        JsonNode form = json("{\"components\": [{\"type\": \"dynamiclist\", \"path\": \"rows\", \"components\": []}]}");

        assertThat(broken(form, "{\"rows\": [" + "{},".repeat(rows - 1) + "{}]}", Map.of()))
                .hasSize(complaints);
    }

    private static List<String> broken(JsonNode form, String answers, Map<String, JsonNode> shown) {
        return FormRules.broken(form, (ObjectNode) json(answers), new HashMap<>(shown), TODAY).stream()
                .map(Complaint::rule)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever answers in Tasklist and on our page is told the same. */
    @Test
    void takeTheAddressesAndNumbersThatTasklistTakes() throws IOException {
        String tasklist = new ClassPathResource("META-INF/resources/webjars/camunda/lib/deps.js")
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(tasklist)
                .contains("=/^" + FieldRule.EMAIL.pattern() + "$/")
                .contains("=/" + FieldRule.PHONE.pattern().replace("\\z", "$/"));
    }
}
