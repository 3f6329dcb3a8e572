package gm.sharing.workflow.gate.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models of this project are sound, and to know it takes less than a second. */
class ShippedSoundnessTests {

    private static final long A_SECOND = 1_000_000_000L;

    @ParameterizedTest
    @MethodSource("models")
    void shippedModelsAreSound(Path path) throws IOException {
        ModelFile file = file(path);
        file.bpmn();
        long start = System.nanoTime();

        var violations = new Soundness().violations(file, Surroundings.NONE);

        long took = System.nanoTime() - start;
        System.out.printf("soundness of %-28s %5d markings %6.1f ms%n", file.name(), markings(file), took / 1e6);
        assertThat(violations).isEmpty();
        assertThat(took).isLessThan(A_SECOND);
    }

    /** As many as the paths from the start have, in the process and its sub-processes. */
    private static int markings(ModelFile file) {
        return file.bpmn().getModelElementsByType(Process.class).stream()
                .map(ScopeReader::read)
                .mapToInt(ShippedSoundnessTests::markings)
                .sum();
    }

    private static int markings(Scope scope) {
        int own = Search.of(new Paths(scope, new Effort()).main(true).game()).size();
        return own
                + scope.inner().stream()
                        .mapToInt(ShippedSoundnessTests::markings)
                        .sum();
    }

    private static List<Path> models() throws IOException {
        return Shipped.ending(".bpmn");
    }

    private static ModelFile file(Path path) throws IOException {
        return new ModelFile(path.getFileName().toString(), Files.readAllBytes(path));
    }
}
