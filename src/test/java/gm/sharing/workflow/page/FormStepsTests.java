package gm.sharing.workflow.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.Shipped;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Long forms are cut into steps by their groups, and every question stands in one of them. */
class FormStepsTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void areMadeOfTheFormsThatAskEverybodyMuchInSeveralGroups() {
        assertThat(Shipped.ending(".form").stream()
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .filter(name -> FormSteps.of(json(Shipped.text(name))).isPresent()))
                .containsExactlyInAnyOrder("agree-arrangements.form", "answer-screening.form", "dpia-advise.form");
    }

    @Test
    void areThoseOfTheGroupsAndOneForWhatStandsBetween() {
        FormSteps steps = FormSteps.of(form(
                        """
                {"type": "text", "text": "# Intro"},
                %s,
                {"type": "text", "text": "Between"},
                %s,
                {"type": "textfield", "key": "loose", "label": "Loose"},
                {"type": "textfield", "key": "also", "label": "Also loose"},
                %s,
                {"type": "text", "text": "Last words"}"""
                                .formatted(group("A", 3), group("B", 3), group("C", 3))))
                .orElseThrow();

        assertThat(steps.intro().toString()).contains("# Intro").doesNotContain("Between");
        assertThat(steps.all())
                .extracting(step -> step.title().path("label").asText())
                .containsExactly("A", "B", "Loose", "C");
        assertThat(steps.all().get(1).form().toString()).contains("Between");
        assertThat(steps.all().get(2).names()).containsExactlyInAnyOrder("loose", "also");
        assertThat(steps.all().get(3).form().toString()).contains("Last words");
        assertThat(steps.asking("b1"))
                .hasValueSatisfying(step -> assertThat(step.number()).isEqualTo(2));
    }

    @Test
    void areNotMadeOfFewQuestionsOrOfWhatIsAskedUnderConditions() {
        assertThat(FormSteps.of(form(Stream.of("A", "B", "C")
                        .map(name -> group(name, 2))
                        .reduce((one, more) -> one + "," + more)
                        .orElseThrow())))
                .isEmpty();
        assertThat(FormSteps.of(form(Stream.of("A", "B", "C")
                        .map(name -> group(name, 5)
                                .replace(
                                        "\"label\": \"" + name + "\"",
                                        "\"label\": \"" + name + "\", \"conditional\": {\"hide\": \"=a0 = null\"}"))
                        .reduce((one, more) -> one + "," + more)
                        .orElseThrow())))
                .isEmpty();
    }

    private static String group(String label, int questions) {
        List<String> fields = IntStream.range(0, questions)
                .mapToObj(number -> "{\"type\": \"textfield\", \"key\": \"%s%d\"}"
                        .formatted(label.toLowerCase(java.util.Locale.UK), number))
                .toList();
        return "{\"type\": \"group\", \"label\": \"%s\", \"components\": [%s]}"
                .formatted(label, String.join(",", fields));
    }

    private static JsonNode form(String components) {
        return json("{\"components\": [" + components + "]}");
    }

    private static JsonNode json(String form) {
        try {
            return JSON.readTree(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
