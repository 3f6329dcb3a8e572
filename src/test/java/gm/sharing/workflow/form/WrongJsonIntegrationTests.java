package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.DemoApplication;
import gm.sharing.Refused;
import gm.sharing.Visitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever JSON a program sends in place of an answer, it is told which question does not take it. */
@DemoApplication
class WrongJsonIntegrationTests {

    /** By the type of the field, JSON that none of them gives. */
    private static final Map<String, List<String>> WRONG = Map.of(
            "textfield", List.of("7", "true", "[\"a\"]", "{\"a\":1}", "[[[[{}]]]]"),
            "textarea", List.of("7.5", "false", "[]", "{}"),
            "number", List.of("\"many\"", "true", "[1]", "{\"a\":1}"),
            "checkbox", List.of("\"perhaps\"", "7", "[true]", "{}"),
            "datetime", List.of("7", "true", "\"2026-02-30\"", "\"soon\"", "[\"2026-02-03\"]", "{}"),
            "select", List.of("\"none of them\"", "{\"a\":1}", "[\"a\"]", "[]"),
            "radio", List.of("\"none of them\"", "{}", "[{}]"),
            "checklist", List.of("\"a\"", "7", "true", "{\"a\":1}", "[{}]", "[[]]", "[\"none of them\"]"),
            "dynamiclist", List.of("\"a\"", "7", "{\"a\":1}", "[1]", "[null]", "[[]]", "[\"a\"]"),
            "group", List.of("\"a\"", "7", "true", "[]", "[{}]"));

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    FormHandlers handlers;

    @Autowired
    FormBinding binding;

    @Autowired
    DeployedForms forms;

    /** A field within rows or a group is tried there. */
    private record Place(String form, JsonNode field, Function<JsonNode, Map<String, Object>> around) {}

    @Test
    void isRefusedByTheNameOfTheQuestionInEveryFieldOfEveryForm() {
        List<String> taken = new ArrayList<>();
        int[] tried = new int[1];
        engine.getCommandExecutorTxRequired().execute(context -> {
            for (String form : handlers.forms()) {
                places(form).forEach(place -> WRONG.getOrDefault(
                                place.field().path("type").asText(), List.of())
                        .forEach(wrong -> {
                            tried[0]++;
                            complain(place, wrong).ifPresent(taken::add);
                        }));
            }
            return null;
        });

        System.out.println(tried[0] + " wrong answers were tried");
        assertThat(tried[0]).isGreaterThan(1000);
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    {"type": "Json", "value": "{"}
                    {"type": "Json", "value": "[1, 2"}
                    {"type": "Json", "value": "{\\"a\\": {\\"b\\": [{}]}}"}
                    {"type": "Json", "value": "DEEP"}
                    {"type": "Object", "value": "rO0ABXQAAWE=", "valueInfo": {"objectTypeName": "java.lang.String", "serializationDataFormat": "application/x-java-serialized-object"}}
                    {"type": "Bytes", "value": "YQ=="}
                    {"type": "Xml", "value": "<a/>"}
                    {"type": "Long", "value": 7}
                    {"type": "Boolean", "value": true}
                    {"value": {"a": 1}}
                    {"value": [1]}
                    {"value": 7}
                    7
                    "text"
                    """)
    void isNoFaultOfTheServiceHoweverItIsSent(String value) {
        String answer = value.strip().replace("DEEP", "[".repeat(5_000) + "]".repeat(5_000));

        var told = Visitor.program(port, "lead.manchester")
                .sendText(
                        "POST",
                        "/engine-rest/process-definition/key/sharing-project/submit-form",
                        "{\"variables\": {\"title\": " + answer + "}}");

        assertThat(told.statusCode()).as(told.body()).isEqualTo(400);
        assertThat(told.body()).doesNotContain("Exception:", "java.lang");
    }

    @Test
    void isNotReadWhenMoreFollowsBehindIt() {
        var told = Visitor.program(port, "lead.manchester")
                .sendText(
                        "POST",
                        "/engine-rest/process-definition/key/sharing-project/submit-form",
                        "{\"variables\": {\"title\": {\"type\": \"Json\", \"value\": \"[] trailing\"}}}");

        assertThat(told.statusCode()).isEqualTo(400);
        assertThat(told.body()).contains("cannot be read");
    }

    /** What was said to somebody who sent it, when that names another question or none; a fault of ours is said as it is. */
    private Optional<String> complain(Place place, String wrong) {
        String said;
        try {
            Map<String, Object> answers = place.around().apply(JSON.readTree(wrong));
            var type = handlers.answers(place.form()).orElseThrow();
            binding.bind(
                    new Asked(place.form(), "step", handlers.recorded(place.form()), Instant.now(), false),
                    type,
                    answers,
                    name -> List.of(Map.of("label", "A", "value", "a")));
            said = "was taken";
        } catch (Refused refused) {
            said = refused.getMessage();
        } catch (Exception fault) {
            said = fault.toString();
        }
        String label = place.field().path("label").asText();
        return said != null && said.contains(label)
                ? Optional.empty()
                : Optional.of(place.form() + ", " + label + ", " + wrong + ": " + said);
    }

    private Stream<Place> places(String form) {
        return places(form, forms.latest(form).definition().form(), answer -> answer);
    }

    private static Stream<Place> places(
            String form, JsonNode parent, Function<Map<String, Object>, Map<String, Object>> around) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(field -> {
                    String key = OwnQuestion.key(field);
                    if (key.isEmpty()) {
                        return places(form, field, around);
                    }
                    Function<Map<String, Object>, Map<String, Object>> within =
                            field.path("type").asText().equals("dynamiclist")
                                    ? inner -> around.apply(Map.of(key, List.of(inner)))
                                    : inner -> around.apply(Map.of(key, inner));
                    return Stream.concat(
                            Stream.of(new Place(
                                    form,
                                    field,
                                    answer ->
                                            around.apply(new HashMap<>(Collections.singletonMap(key, plain(answer)))))),
                            field.has("components") ? places(form, field, within) : Stream.empty());
                })
                .filter(place -> Set.copyOf(WRONG.keySet())
                        .contains(place.field().path("type").asText()));
    }

    private static Object plain(JsonNode answer) {
        return JSON.convertValue(answer, Object.class);
    }
}
