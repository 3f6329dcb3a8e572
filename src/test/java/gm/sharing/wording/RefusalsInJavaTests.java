package gm.sharing.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A refusal names its field by the key; how people know the field is written in the form alone. */
class RefusalsInJavaTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void noRefusalRepeatsTheLabelOfAFieldOrAnOption() {
        Set<String> fields = new TreeSet<>();
        Set<String> options = new TreeSet<>();
        forms().forEach(form -> collect(form, fields, options));

        assertThat(JavaTexts.ALL.stream()
                        .filter(JavaTexts::refusal)
                        .flatMap(text ->
                                repeated(text.text(), fields, options)
                                        .map(label -> text.file() + ": " + label)
                                        .stream()))
                .isEmpty();
    }

    @Test
    void findsLabelsThatARefusalRepeats() {
        Set<String> fields = Set.of("Last day of the sharing", "How often", "Security");
        Set<String> options = Set.of("No: revise it first", "Yes");

        for (String refusal : List.of(
                "it is after Last day of the sharing.",
                "How often: choose one.",
                "say more in “Security”.",
                "Answer “No: revise it first”.")) {
            assertThat(repeated(refusal, fields, options)).as(refusal).isPresent();
        }
        for (String refusal :
                List.of("say how often it is sent.", "it is after the last day of the sharing.", "Yes is no answer.")) {
            assertThat(repeated(refusal, fields, options)).as(refusal).isEmpty();
        }
    }

    /**
     * Where a law has the same words a sentence has them without the capital. One or two words may stand in it by chance: they
     * are repeated where they are quoted, or stand before a colon.
     */
    private static Optional<String> repeated(String refusal, Set<String> fields, Set<String> options) {
        Optional<String> field = fields.stream()
                .filter(label -> label.split(" ").length > 2 && holds(refusal, label)
                        || quotes(refusal, label)
                        || refusal.startsWith(label + ":"))
                .findFirst();
        return field.isPresent()
                ? field
                : options.stream().filter(label -> quotes(refusal, label)).findFirst();
    }

    private static boolean holds(String refusal, String label) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(label.replaceFirst("\\?$", "")) + "(?!\\w)")
                .matcher(refusal)
                .find();
    }

    private static boolean quotes(String refusal, String label) {
        return refusal.contains("“" + label + "”");
    }

    private static void collect(JsonNode parent, Set<String> fields, Set<String> options) {
        for (JsonNode component : parent.path("components")) {
            fields.add(component.path("label").asText("?").strip());
            component
                    .path("values")
                    .forEach(option -> options.add(option.path("label").asText().strip()));
            collect(component, fields, options);
        }
    }

    private static List<JsonNode> forms() {
        return Shipped.ending(".form").stream()
                .map(file -> {
                    try {
                        return JSON.readTree(file.toFile());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
