package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What we took from a library is what its maker released, and the only one of its kind. */
class LibraryFilesTests {

    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");

    /** Of the package accessible-autocomplete as npm has it: {@code dist/} and {@code LICENSE.txt}. */
    private static final Map<String, String> RELEASED = Map.of(
            "accessible-autocomplete-3.0.1/LICENSE.txt",
                    "3fab1ab2cfe4cb6f3bffda6cb74f88bb7663376238536a3cb53d2d18d9320d54",
            "accessible-autocomplete-3.0.1/accessible-autocomplete.min.css",
                    "0802866167e6494b1be3507a7b48896ebc8e99ac570460262cbcd2eb4190a931",
            "accessible-autocomplete-3.0.1/accessible-autocomplete.min.js",
                    "5e8c69591c31f8ede7ce42bcaef62c1db31ca3d411c84a4b72003c3ec7b916fc");

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
        for (var page : List.of("form.html", "step.html")) {
            assertThat(Files.readString(Path.of("src/main/resources/templates/form/" + page)))
                    .contains("@{/static/vendor/accessible-autocomplete-3.0.1/}");
        }
        assertThat(Files.readString(Path.of("src/docs/vulnerabilities.md"))).contains("accessible-autocomplete 3.0.1");
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
