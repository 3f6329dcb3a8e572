package gm.sharing;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A type that a maintainer cannot hold in their head is split by what it answers for. */
class LengthOfTypesTests {

    private static final Path MAIN = Path.of("src/main/java");

    private static final int LINES = 300;

    /** Still to be split; whatever is no longer too long does not belong here. */
    private static final Set<String> TO_BE_SPLIT = Set.of("gm/sharing/dpia/Dpia.java", "gm/sharing/dpia/Dpias.java");

    @Test
    void noTypeOfTheProgramIsLongerThanItsReadersCanFollow() throws IOException {
        Map<String, Long> lengths = lengths();

        assertThat(lengths).as("files that were read").hasSizeGreaterThan(TO_BE_SPLIT.size());
        lengths.values().removeIf(length -> length <= LINES);
        assertThat(lengths.keySet())
                .as("files of more than %d lines: %s", LINES, lengths)
                .containsExactlyInAnyOrderElementsOf(TO_BE_SPLIT);
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
