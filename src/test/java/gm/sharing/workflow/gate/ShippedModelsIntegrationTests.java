package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The models, tables and forms of this project pass the gate that process owners' pass. */
@DemoApplication
@Tag("one-database")
class ShippedModelsIntegrationTests {

    @Autowired
    private Gate gate;

    @TestFactory
    Stream<DynamicTest> everyFilePassesTheGate() throws IOException {
        List<ModelFile> files = files();
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.name(), () -> assertThat(gate.violations(file, files, Surroundings.NONE))
                                .isEmpty()));
    }

    /** The effort is bounded in the rules; the time, generously, so that a busy machine does not make it fail. */
    @Test
    void looksAtTheLargestModelInLittleTime() throws IOException {
        List<ModelFile> files = files();
        ModelFile largest = files.stream()
                .max(Comparator.comparing(file -> file.bytes().length))
                .orElseThrow();
        gate.violations(largest, files, Surroundings.NONE);
        List<ModelFile> again = files();
        long begun = System.nanoTime();

        assertThat(gate.violations(largest, again, Surroundings.NONE)).isEmpty();

        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.println("Gate: " + largest.name() + " looked at in " + millis + " ms");
        assertThat(millis).isLessThan(10_000);
    }

    private static List<ModelFile> files() {
        return Shipped.all().stream().map(ShippedModelsIntegrationTests::file).toList();
    }

    private static ModelFile file(Path path) {
        try {
            return new ModelFile(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
