package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program knows messages and elements of models from one place only, and names of before from another. */
class UsedByProgramTests {

    private static final Pattern SENDING =
            Pattern.compile("(?:createMessageCorrelation|correlateMessage)\\(\\s*([^)]*)");
    private static final Pattern ELEMENT = Pattern.compile(
            "\"(?:Task|Service|Send|Rule|Call|Timer|Wait|Event|Gateway|Join|SubProcess|Start|End)_\\w+\"");

    @Test
    void sendsNoMessageThatIsNotDeclared() {
        List<String> sent = matches(SENDING).map(match -> match.group(1)).toList();

        assertThat(sent)
                .isNotEmpty()
                .allMatch(message -> message.matches("(ProgramMessage\\.[A-Z_]+|message)\\.text\\("));
    }

    @Test
    void sendsEveryMessageThatIsDeclared() {
        Set<String> named = Set.copyOf(matches(Pattern.compile("ProgramMessage\\.([A-Z_]+)"))
                .map(match -> match.group(1))
                .toList());

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProgramMessage.values())
                        .map(ProgramMessage::name)
                        .toList());
    }

    @Test
    void namesNoElementThatIsNotDeclared() {
        assertThat(matches(ELEMENT)).isEmpty();
    }

    private static Stream<MatchResult> matches(Pattern pattern) {
        return sources().flatMap(source -> pattern.matcher(source).results());
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getFileName().toString().startsWith("Program"))
                    .filter(file -> !file.endsWith("FormerTaskIds.java"))
                    .map(UsedByProgramTests::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
