package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whoever runs the application can tell from it alone what it is made of. */
class BillOfMaterialsPackagedTests {

    private static final String BILL = "META-INF/sbom/application.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    @Test
    void namesEveryLibraryOfTheJarInItsVersion() throws IOException {
        try (JarFile jar = new JarFile("target/sharing-journeys.jar")) {
            JsonNode bill = new ObjectMapper().readTree(jar.getInputStream(jar.getEntry(BILL)));
            Set<String> named = StreamSupport.stream(bill.path("components").spliterator(), false)
                    .flatMap(BillOfMaterialsPackagedTests::namesInTheJar)
                    .collect(Collectors.toSet());

            assertThat(jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                            .map(name -> name.substring(LIBRARIES.length(), name.length() - ".jar".length()))
                            // Two libraries come in a variant, whose name stands behind the version; the tools are
                            // Boot's.
                            .map(name -> name.replaceFirst("-(classes|scala-shaded)$", ""))
                            .filter(name -> !name.startsWith("spring-boot-jarmode-tools")))
                    .isNotEmpty()
                    .allMatch(named::contains);
        }
    }

    /** Where two libraries have one name, the name of their group stands before it. */
    private static Stream<String> namesInTheJar(JsonNode component) {
        String name = component.path("name").asText() + "-"
                + component.path("version").asText();
        return Stream.of(name, component.path("group").asText() + "-" + name);
    }

    @Test
    void liesInTheImageToo() throws IOException {
        assertThat(Files.readString(Path.of("docker", "Dockerfile"))).contains(BILL);
    }
}
