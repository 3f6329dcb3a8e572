package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code src/docs/asvs.md} says something of each requirement, counts right and names tests that exist. */
class AsvsTests {

    private static final List<String> STATUSES = List.of("met", "partly", "not applicable", "open");

    private static final Pattern LINE =
            Pattern.compile("^\\| (\\d+)(\\.\\d+\\.\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern COUNT = Pattern.compile(
            "^\\| (?:V(\\d+) [^|]+|all) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$", Pattern.MULTILINE);
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Tests)(?:#(\\w+))?`");

    private final String document = Files.readString(Path.of("src", "docs", "asvs.md"));

    private final List<Requirement> requirements = LINE.matcher(document)
            .results()
            .map(line -> new Requirement(
                    line.group(1), line.group(1) + line.group(2), line.group(3), line.group(4), line.group(5)))
            .toList();

    AsvsTests() throws IOException {}

    @Test
    void saysSomethingOfEachRequirementOnceAndInOrder() throws IOException {
        assertThat(requirements)
                .extracting(Requirement::number)
                .containsExactlyElementsOf(
                        Files.readAllLines(Path.of("src", "test", "resources", "asvs-5.0-level-2.txt")));
        assertThat(document.lines().filter(line -> line.matches("\\| *V?\\d+\\.\\d+\\.\\d+.*")))
                .as("lines of requirements that can be read")
                .hasSameSizeAs(requirements);
    }

    @Test
    void saysHowItStandsInOneOfFourWords() {
        assertThat(requirements).allSatisfy(requirement -> {
            assertThat(requirement.status()).as(requirement.number()).isIn(STATUSES);
            assertThat(requirement.asked().split(" ")).as(requirement.number()).hasSizeBetween(2, 9);
            assertThat(requirement.why()).as(requirement.number()).isNotBlank();
        });
    }

    /** A requirement counts as met by a test, or the line admits that there is none. */
    @Test
    void namesTheTestOrSaysThatThereIsNone() {
        assertThat(requirements)
                .filteredOn(requirement -> requirement.status().equals("met"))
                .allSatisfy(requirement -> assertThat(
                                NAMED_TEST.matcher(requirement.why()).find()
                                        || requirement.why().contains("no test of ours")
                                        || requirement.why().contains(".md"))
                        .as(requirement.number() + ": " + requirement.why())
                        .isTrue());
        assertThat(requirements)
                .filteredOn(requirement -> requirement.status().equals("partly"))
                .allSatisfy(requirement ->
                        assertThat(requirement.why()).as(requirement.number()).contains("missing: "));
    }

    @Test
    void namesTestsThatExist() throws IOException {
        Map<String, Path> tests;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            tests = files.filter(file -> file.toString().endsWith("Tests.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), Function.identity()));
        }
        List<String> gone = new ArrayList<>();
        for (MatchResult named : NAMED_TEST.matcher(document).results().toList()) {
            Path file = tests.get(named.group(1));
            if (file == null
                    || named.group(2) != null && !Files.readString(file).contains(" void " + named.group(2) + "(")) {
                gone.add(named.group());
            }
        }

        assertThat(gone).isEmpty();
    }

    @Test
    void countsRight() {
        var counted = COUNT.matcher(document).results().toList();

        assertThat(counted).hasSize(18).allSatisfy(row -> {
            for (int status = 0; status < STATUSES.size(); status++) {
                assertThat(row.group(status + 2))
                        .as(row.group())
                        .isEqualTo(Long.toString(count(row.group(1), STATUSES.get(status))));
            }
        });
    }

    private long count(@Nullable String chapter, String status) {
        return requirements.stream()
                .filter(requirement -> chapter == null || requirement.chapter().equals(chapter))
                .filter(requirement -> requirement.status().equals(status))
                .count();
    }

    private record Requirement(String chapter, String number, String asked, String status, String why) {}
}
