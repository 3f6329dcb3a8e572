package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever reads a decision sees when it was made and whether it still holds. */
class DecisionsTests {

    private static final Path FILE = Path.of("src/docs/decisions.md");
    private static final Pattern STATUS =
            Pattern.compile("\\d{1,2} [A-Z][a-z]+ 20\\d\\d, (accepted|superseded by “([^”]+)”)\\..*");

    @Test
    void haveADateAndAStatus() throws IOException {
        List<String> lines = Files.readAllLines(FILE);

        assertThat(IntStream.range(0, lines.size())
                        .filter(line -> lines.get(line).startsWith("## "))
                        .filter(line -> !STATUS.matcher(lines.get(line + 1)).matches())
                        .mapToObj(lines::get))
                .isEmpty();
    }

    @Test
    void nameWhatTookTheirPlace() throws IOException {
        List<String> lines = Files.readAllLines(FILE);

        assertThat(lines.stream()
                        .map(STATUS::matcher)
                        .filter(status -> status.matches() && status.group(2) != null)
                        .map(status -> "## " + status.group(2)))
                .isNotEmpty()
                .isSubsetOf(lines);
    }
}
