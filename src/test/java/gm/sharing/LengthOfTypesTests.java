package gm.sharing;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A type that a maintainer cannot hold in their head is split by what it answers for. */
class LengthOfTypesTests {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    private static final int LINES = 300;
    private static final int LINES_OF_TESTS = 400;

    @Test
    void noTypeOfTheProgramIsLongerThanItsReadersCanFollow() throws IOException {
        assertShort(MAIN, 500, LINES);
    }

    /** Tests are split by model and feature, so that whoever changes one finds its tests by name. */
    @Test
    void noTestsAreLongerThanWhatOneLooksFor() throws IOException {
        assertShort(TESTS, 200, LINES_OF_TESTS);
    }

    private static void assertShort(Path folder, int files, int lines) throws IOException {
        Map<String, Long> lengths = lengths(folder);

        assertThat(lengths).as("files that were read").hasSizeGreaterThan(files);
        lengths.values().removeIf(length -> length <= lines);
        assertThat(lengths).as("files of more than %d lines", lines).isEmpty();
    }

    private static Map<String, Long> lengths(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(toMap(
                            file -> folder.relativize(file).toString().replace('\\', '/'),
                            LengthOfTypesTests::lines,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
