package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Our models pass the gate also after Camunda Modeler has saved them, which the libraries that it is made of do here. */
@Tag("one-database")
@DemoApplication
class SavedByModelerIntegrationTests {

    private static final Path HERE = Path.of("target/modeler");

    @Autowired
    Gate gate;

    @Test
    void everyFileStillPassesTheGate() throws IOException, InterruptedException {
        Path saved = Files.createDirectories(HERE.resolve("saved"));
        for (var file : List.of("package.json", "save.js")) {
            Files.copy(
                    Path.of("src/test/resources/modeler", file),
                    HERE.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        assumeTrue(
                run("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"),
                "npm is not there, or has no way to its packages");
        Path models = Files.createDirectories(saved.resolveSibling("models"));
        for (Path model : Shipped.all()) {
            if (!model.toString().endsWith(".form")) {
                Files.copy(model, models.resolve(model.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(run(
                        "node",
                        "save.js",
                        models.toAbsolutePath().toString(),
                        saved.toAbsolutePath().toString()))
                .as(Files.readString(HERE.resolve("log")))
                .isTrue();
        saveForms(saved);

        List<ModelFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(saved)) {
            for (Path path : paths.sorted().toList()) {
                files.add(new ModelFile(path.getFileName().toString(), Files.readAllBytes(path)));
            }
        }
        assertThat(gate.findings(files, Surroundings.NONE)).isEmpty();
        assertThat(files).hasSizeGreaterThan(50);
    }

    /** A newer editor writes a newer schema, the program that wrote it, and nothing else. */
    private static void saveForms(Path saved) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (Path form : Shipped.ending(".form")) {
            ObjectNode content = (ObjectNode) json.readTree(form.toFile());
            content.put("schemaVersion", 19);
            content.putObject("exporter").put("name", "Camunda Modeler").put("version", "5.50.1");
            json.writeValue(saved.resolve(form.getFileName()).toFile(), content);
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(HERE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(HERE.resolve("log").toFile())
                    .start();
            return process.waitFor(3, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
