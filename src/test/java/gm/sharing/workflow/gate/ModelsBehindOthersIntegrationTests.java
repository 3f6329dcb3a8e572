package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a process hands on is handed on again: whoever deploys one breaks none behind those that it calls or asks. */
@Tag("one-database")
@DemoApplication
class ModelsBehindOthersIntegrationTests {

    private static final Path MODELS = Path.of("src/test/resources");

    @Autowired
    Gate gate;

    /** The first calls one in force for each of a list, and that hands each to another, which tells them. */
    @ParameterizedTest
    @CsvSource({"several, tell-one.bpmn", "organisations, "})
    void areLookedAtWhereverWhatIsHandedOnArrives(String question, String broken) {
        String each = read("reasonable-models/tell-each.bpmn");
        ModelFile first = file(
                "tell-first.bpmn",
                each.replace("tell-each", "tell-first")
                        .replace("tell-one", "tell-each")
                        .replaceAll(
                                "(?s)<bpmn:multiInstanceLoopCharacteristics.*?</bpmn:multiInstanceLoopCharacteristics>",
                                "")
                        .replaceAll("(?s)<camunda:properties>.*?</camunda:properties>", "")
                        .replace(
                                "source=\"partner\" target=\"partner\"",
                                "sourceExpression=\"${answers.of(execution, 'people', '" + question
                                        + "')}\" target=\"partners\""));
        List<ModelFile> inForce = inForce(
                file("people.form", read("recipients/people.form")),
                file("tell-each.bpmn", each.replace("\"partner\"", "\"who\"")),
                file(
                        "tell-one.bpmn",
                        read("reasonable-models/tell-one.bpmn")
                                .replace("${partner}", "${who}")
                                .replace("{partner} takes", "Somebody takes")));
        assertThat(gate.findings(inForce, Surroundings.NONE)).isEmpty();

        List<Finding> findings = gate.findings(List.of(first), around(inForce));

        if (broken == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).extracting(Finding::file).containsExactly(broken);
        }
    }

    @Test
    void areLookedAtInLittleTime() {
        List<ModelFile> inForce = inForce();
        ModelFile table = file("dpia-risk.dmn", Shipped.text("dpia-risk.dmn"));
        gate.findings(List.of(table), around(inForce));
        long begun = System.nanoTime();

        assertThat(gate.findings(List.of(table), around(inForce()))).isEmpty();

        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.println("Gate: all that a table may reach looked at in " + millis + " ms");
        assertThat(millis).isLessThan(10_000);
    }

    private static Surroundings around(List<ModelFile> files) {
        return new Surroundings() {
            @Override
            public Optional<ModelFile> find(ModelFile.Kind kind, String key) {
                return all(kind).filter(file -> file.keys().contains(key)).findFirst();
            }

            @Override
            public Stream<ModelFile> all(ModelFile.Kind kind) {
                return files.stream().filter(file -> file.kind() == kind);
            }
        };
    }

    private static List<ModelFile> inForce(ModelFile... own) {
        List<ModelFile> files = new ArrayList<>(List.of(own));
        Shipped.all().stream()
                .map(path -> path.getFileName().toString())
                .map(name -> file(name, Shipped.text(name)))
                .forEach(files::add);
        return files;
    }

    private static String read(String name) {
        try {
            return Files.readString(MODELS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFile file(String name, String text) {
        return new ModelFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
