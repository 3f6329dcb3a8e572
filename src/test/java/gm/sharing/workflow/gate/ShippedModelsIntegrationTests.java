package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The models, tables and forms of this project pass the gate that process owners' pass. */
@DemoApplication
class ShippedModelsIntegrationTests {

    @Autowired
    private Gate gate;

    @TestFactory
    Stream<DynamicTest> everyFilePassesTheGate() throws IOException {
        List<ModelFile> files =
                Stream.concat(files("processes"), files("forms")).toList();
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.name(), () -> assertThat(gate.violations(file, files, Surroundings.NONE))
                                .isEmpty()));
    }

    private static Stream<ModelFile> files(String folder) throws IOException {
        try (Stream<Path> paths = Files.list(Path.of(folder))) {
            return paths.sorted().map(ShippedModelsIntegrationTests::file).toList().stream();
        }
    }

    private static ModelFile file(Path path) {
        try {
            return new ModelFile(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
