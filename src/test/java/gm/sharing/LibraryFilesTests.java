package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What we took from a library is what its maker released, and the only one of its kind. */
class LibraryFilesTests {

    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");

    /** Of the packages as npm has them: from {@code dist/}, {@code dist/assets/}, and the licence. */
    private static final Map<String, String> RELEASED = Map.of(
            "accessible-autocomplete-3.0.1/LICENSE.txt",
                    "3fab1ab2cfe4cb6f3bffda6cb74f88bb7663376238536a3cb53d2d18d9320d54",
            "accessible-autocomplete-3.0.1/accessible-autocomplete.min.css",
                    "0802866167e6494b1be3507a7b48896ebc8e99ac570460262cbcd2eb4190a931",
            "accessible-autocomplete-3.0.1/accessible-autocomplete.min.js",
                    "5e8c69591c31f8ede7ce42bcaef62c1db31ca3d411c84a4b72003c3ec7b916fc",
            "bpmn-js-18.31.1/LICENSE", "5788cf8bd61481776cee1c943595525499a1355c045e9244f92e6c8092c06770",
            "bpmn-js-18.31.1/bpmn-js.css", "a1add5dca479c779a54adda507f26796f4d61a5ae15f6cc14a1b017ff65b4015",
            "bpmn-js-18.31.1/bpmn-viewer.production.min.js",
                    "3e86176f1be59ab1d7fb052d4bf458b93af598e7e80f2c7742ad37da98bf4733",
            "bpmn-js-18.31.1/diagram-js.css", "73f990dcd6cd2ed696aa63a3c73822a97f0ea69a221d76ebe6cf24b01111df21");

    @Test
    void areThoseThatWereReleased() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (var files = Files.walk(VENDOR)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                found.put(VENDOR.relativize(file).toString(), digest(Files.readAllBytes(file)));
            }
        }

        assertThat(found).isEqualTo(RELEASED);
    }

    @Test
    void areWhatThePageAsksForAndTheListOfVulnerabilitiesTells() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/templates/form/form.html")))
                .contains("@{/static/vendor/accessible-autocomplete-3.0.1/}");
        assertThat(Files.readString(Path.of("src/main/resources/templates/journey/steps.html")))
                .contains("@{/static/vendor/bpmn-js-18.31.1/}");
        assertThat(Files.readString(Path.of("src/docs/vulnerabilities.md")))
                .contains("accessible-autocomplete 3.0.1", "bpmn-js 18.31.1");
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
