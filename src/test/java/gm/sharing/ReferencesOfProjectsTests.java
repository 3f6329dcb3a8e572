package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reference such as SJ-2026-0001 is one word to those who read it: no page breaks it in two lines. */
class ReferencesOfProjectsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG = Pattern.compile("<(?!title\\b)\\w(?:\"[^\"]*\"|[^\">])*>");
    private static final Pattern PRINTS = Pattern.compile("th:text=\"[^\"]*reference\\b");

    @Test
    void stayInOneLineWhereverAPagePrintsThem() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html"))
                            .flatMap(file -> broken(read(file)).map(tag -> TEMPLATES.relativize(file) + ": " + tag)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span class=\"sj-quiet\" th:text=\"${project.reference()}\">",
                "<span\n    th:text=\"|${project.reference()}, ${project.title()}|\">",
                "<a th:href=\"@{/projects/{it}(it=${reference})}\" th:text=\"${reference}\">"
            })
    void areFoundWhereTheyMayBreak(String tag) {
        assertThat(broken(tag)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span class=\"sj-unbroken\" th:text=\"|(${line.reference()})|\">",
                "<a th:href=\"@{/projects/{it}(it=${line.reference()})}\" th:text=\"${line.title()}\">",
                "<title th:text=\"|${reference} – Sharing Journeys|\">"
            })
    void areLeftAloneElsewhere(String tag) {
        assertThat(broken(tag)).isEmpty();
    }

    private static Stream<String> broken(String template) {
        return TAG.matcher(template)
                .results()
                .map(MatchResult::group)
                .filter(tag -> PRINTS.matcher(tag).find())
                .filter(tag -> !tag.contains("sj-unbroken"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
