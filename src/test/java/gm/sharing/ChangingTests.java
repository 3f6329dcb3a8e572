package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code src/docs/changing.md} sends people to is there. */
class ChangingTests {

    private static final Pattern NAME = Pattern.compile("`([^`\\s]+)`");
    private static final Pattern FILE = Pattern.compile("[\\w./-]+\\.(java|dmn|bpmn|form|html|txt|md|xml)");
    private static final Pattern FILE_WITH_FIELDS =
            Pattern.compile("\\./(src/main|forms|processes)/.*\\.(java|form|bpmn|dmn|md|sql|html)");
    private static final Pattern TYPES = Pattern.compile("@?[A-Z][a-z]+(?:[A-Z][a-z]+)+");

    @Test
    void namesFilesAndTestsThatExist() throws IOException {
        Set<String> files = files();
        Set<String> named = NAME.matcher(Files.readString(Path.of("src/docs/changing.md")))
                .results()
                .map(name -> name.group(1))
                .map(name -> TYPES.matcher(name).matches() ? name.replace("@", "") + ".java" : name)
                .filter(name -> FILE.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(40).allSatisfy(name -> assertThat(files)
                .anyMatch(file -> file.endsWith("/" + name)));
    }

    /** By the partner's words on what differs for it: form, record, rule, column, words, what lead and signatory are shown. */
    @Test
    void aFieldOfAPartnersReviewStandsInSevenFiles() throws IOException {
        var field = Pattern.compile("\\b(adaptation|dpia_position_words)\\b");
        Set<String> naming = new TreeSet<>();
        for (String file : files()) {
            if (!file.startsWith("./src/test/")
                    && FILE_WITH_FIELDS.matcher(file).matches()
                    && field.matcher(Files.readString(Path.of(file))).find()) {
                // The column is made once; later migrations moved its table.
                naming.add(file.replaceFirst("migration/V.*", "migration"));
            }
        }

        System.out.println("A field of a partner's review stands in " + naming.size() + " files");
        assertThat(naming).contains("./forms/sign-off/review-agreement.form").hasSizeBetween(5, 7);
    }

    /** Program, forms and models know no organisation's table by name. */
    @Test
    void theStandingConditionsOfAnOrganisationStandInOneFile() throws IOException {
        Set<String> naming = new TreeSet<>();
        for (String file : files()) {
            if (FILE_WITH_FIELDS.matcher(file).matches()
                    && Files.readString(Path.of(file)).contains("standing-conditions-nhsgm")) {
                naming.add(file);
            }
        }

        assertThat(naming).containsExactly("./processes/sign-off/standing-conditions-nhsgm.dmn");
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> found = Stream.concat(
                Stream.of(Path.of("./pom.xml")),
                Stream.concat(
                        Files.walk(Path.of("src")),
                        Stream.concat(Files.walk(Path.of("processes")), Files.walk(Path.of("forms")))))) {
            return found.map(file -> "./" + file.toString().replace('\\', '/')).collect(Collectors.toSet());
        }
    }
}
