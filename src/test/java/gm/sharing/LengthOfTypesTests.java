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

    private static final int LINES = 300;

    @Test
    void noTypeOfTheProgramIsLongerThanItsReadersCanFollow() throws IOException {
        Map<String, Long> lengths = lengths();

        assertThat(lengths).as("files that were read").hasSizeGreaterThan(500);
        lengths.values().removeIf(length -> length <= LINES);
        assertThat(lengths).as("files of more than %d lines", LINES).isEmpty();
    }

    private static Map<String, Long> lengths() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(toMap(
                            file -> MAIN.relativize(file).toString().replace('\\', '/'),
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
