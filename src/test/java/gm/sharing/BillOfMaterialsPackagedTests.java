package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whoever runs the application can tell from it alone what it is made of. */
class BillOfMaterialsPackagedTests {

    private static final String BILL = "META-INF/sbom/application.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String JAR = "target/sharing-journeys.jar";
    private static final Path VULNERABILITIES = Path.of("src", "docs", "vulnerabilities.md");
    private static final Pattern VERSION_ROW =
            Pattern.compile("^\\| `([^`|:]+:[^`|:]+)` \\| ([^|]+) \\|", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)(?:\\.(\\w+))?`");

    @Test
    void namesEveryLibraryOfTheJarInItsVersion() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            Set<String> named = components(jar)
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
    void hasTheVersionsForWhichVulnerabilitiesWereLookedUp() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            Set<String> shipped = components(jar)
                    .map(component -> component.path("group").asText() + ":"
                            + component.path("name").asText() + " "
                            + component.path("version").asText())
                    .collect(Collectors.toSet());

            assertThat(VERSION_ROW.matcher(vulnerabilities()).results().map(row -> row.group(1) + " " + row.group(2)))
                    .as("components and versions of %s", VULNERABILITIES)
                    .hasSizeGreaterThan(30)
                    .doesNotHaveDuplicates()
                    .allMatch(shipped::contains, "are in the bill: look again, then change the row");
        }
    }

    @Test
    void namesTestsThatThereAreForVulnerabilitiesThatAreClosed() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            Map<String, Path> tests = files.filter(file -> file.toString().endsWith("Tests.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), Function.identity()));

            assertThat(TEST.matcher(vulnerabilities()).results())
                    .as("tests named in %s", VULNERABILITIES)
                    .isNotEmpty()
                    .allSatisfy(named -> {
                        assertThat(tests).containsKey(named.group(1));
                        if (named.group(2) != null) {
                            assertThat(tests.get(named.group(1))).content().contains(" " + named.group(2) + "(");
                        }
                    });
        }
    }

    private static String vulnerabilities() throws IOException {
        return Files.readString(VULNERABILITIES);
    }

    private static Stream<JsonNode> components(JarFile jar) throws IOException {
        JsonNode bill = new ObjectMapper().readTree(jar.getInputStream(jar.getEntry(BILL)));
        return StreamSupport.stream(bill.path("components").spliterator(), false);
    }

    @Test
    void liesInTheImageToo() throws IOException {
        assertThat(Files.readString(Path.of("docker", "Dockerfile"))).contains(BILL);
    }
}
