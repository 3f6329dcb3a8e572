package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is decided by words that people read: process owners reword them. */
class CodesNotWordsTests {

    private static final String READ = "(?:name|title|label|heading|words|question|answer|section)";

    /** A text that stands in a list or begins in some way, and what people read compared with anything. */
    private static final Pattern COMPARED =
            Pattern.compile("\\.(?:startsWith|endsWith)\\(\"(?:\\\\.|[^\"\\\\A-Za-z])*[A-Za-z]"
                    + "|\\.startsWith\\([A-Z_]+\\)"
                    + "|\\b(?:fact|point|section|chapter|change|option|placed)(?:\\.\\w+\\(\\))*\\." + READ
                    + "\\(\\)\\.equals\\("
                    + "|\\.equals\\(\\w+(?:\\.\\w+\\(\\))*\\.(?:title|label|heading|words)\\(\\)\\)"
                    + "|\\.(?:title|label|heading|words)\\(\\)\\.(?:equals|startsWith|endsWith|contains)\\(");

    /** They compare names of programs, addresses and protocols; contents of before have no keys to be compared by. */
    private static final List<String> ELSEWHERE = List.of(
            "document/FieldComparison",
            "LibraryStyles",
            "fault/",
            "notification/FlowedText",
            "security/",
            "wording/",
            "workflow/access/",
            "workflow/fault/",
            "workflow/gate/",
            "workflow/model/");

    @Test
    void decideWhatIsDone() throws IOException {
        Path root = Path.of("src/main/java/gm/sharing");
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> ELSEWHERE.stream()
                                    .noneMatch(root.relativize(file).toString()::startsWith))
                            .flatMap(CodesNotWordsTests::comparisons))
                    .as("give it a key or a code, and compare that")
                    .isEmpty();
        }
    }

    private static Stream<String> comparisons(Path file) {
        try {
            return Files.readString(file)
                    .lines()
                    .filter(CodesNotWordsTests::compares)
                    .map(line -> file + ": " + line.strip());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static boolean compares(String line) {
        return COMPARED.matcher(line).find();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (condition.startsWith(\"Part 2:\")) {",
                "return kind.startsWith(IMPLIED);",
                ".filter(fact -> fact.name().equals(NAME))",
                "if (change.chapter().title().equals(title)) {",
                "return chosen.equals(option.label());",
            })
    void isAskedOfEveryLine(String line) {
        assertThat(compares(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return flow.schedule8().equals(Law.NOT_SENSITIVE);",
                "var sentence = reason.endsWith(\".\") ? reason : reason + \".\";",
                "return text.endsWith(\"\\n\") ? text : text + end;",
                "return row.code().equals(code);",
            })
    void allowsCodesAndSigns(String line) {
        assertThat(compares(line)).isFalse();
    }
}
