package gm.sharing.wording;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.agreement.AgreementStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** What lawyers own stands in files: all that is shipped is used, and what an owner writes instead is checked at start. */
class WordingFilesTests {

    private static final Path FILES = Path.of("src/main/resources/wording");

    private static final Pattern NUMBERED = Pattern.compile("(?i)\\b(part \\d+|annex [a-z])\\b(?! \\()");

    /** Of an Act of Parliament, not of a document. */
    private static final Pattern ACT = Pattern.compile("(?i)Act \\d{4}, part \\d|Part 3|Part 4");

    /** A call of words, by the names that they have. */
    private static final Pattern TEXT = Pattern.compile("(?s)([A-Z_]+|words|clauses|within|Words\\.in.+)\\.text");

    @AfterEach
    void asShipped() {
        Words.replace(Map.of());
    }

    /** Classes of one package share their texts. */
    @Test
    void everyTextIsUsedAndEveryFileIsRead() {
        Map<String, Set<String>> packages =
                JavaTexts.ALL.stream().collect(groupingBy(JavaTexts::room, mapping(JavaTexts::text, toSet())));
        Map<String, List<String>> keysOfConstants = keysOfConstants();
        List<String> unused = new ArrayList<>();
        for (String name : names()) {
            List<Set<String>> readers = packages.values().stream()
                    .filter(texts -> texts.contains(name))
                    .toList();
            assertThat(!readers.isEmpty() || keysOfConstants.containsKey(name))
                    .as(name + " is read")
                    .isTrue();
            Set<String> ofConstants = Set.copyOf(keysOfConstants.getOrDefault(name, List.of()));
            Words.shipped(name).texts().keySet().stream()
                    .filter(key -> !ofConstants.contains(key))
                    .filter(key -> readers.stream().noneMatch(texts -> texts.contains(key)))
                    .forEach(key -> unused.add(name + ": " + key));
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void everyTextThatTheProgramAsksForIsThere() {
        Map<String, Set<String>> packages =
                JavaTexts.ALL.stream().collect(groupingBy(JavaTexts::room, mapping(JavaTexts::text, toSet())));
        Set<String> known = Set.copyOf(names());
        List<String> missing = JavaTexts.ALL.stream()
                .filter(text ->
                        TEXT.matcher(text.called()).matches() && text.text().matches("[a-z0-9-]+"))
                .filter(text -> packages.get(text.room()).stream().anyMatch(known::contains))
                .filter(text -> packages.get(text.room()).stream()
                        .filter(known::contains)
                        .noneMatch(name -> Words.shipped(name).texts().containsKey(text.text())))
                .map(text -> text.file() + ": " + text.text())
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void everyConstantThatPeopleReadHasWordsOfItsOwnFeature() {
        List<Worded> constants = constants();
        assertThat(constants).hasSizeGreaterThan(100);
        assertThat(constants).allSatisfy(constant -> assertThat(constant.label())
                .as(constant.key())
                .isNotBlank()
                .doesNotContain("\n", "{"));
        keysOfConstants().forEach((file, keys) -> assertThat(keys).as(file).doesNotHaveDuplicates());
    }

    @Test
    void anOwnerRenamesAStateAndTheProgramGoesByItsCode(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("agreement"));
        Files.writeString(folder.resolve("agreement/names.md"), "## agreement-status.in-force\nValid\n");

        Words.replace(WordingFolder.read(folder));

        assertThat(AgreementStatus.IN_FORCE.label()).isEqualTo("Valid");
        assertThat(AgreementStatus.of("in-force")).contains(AgreementStatus.IN_FORCE);
        assertThat(AgreementStatus.ENDED.label()).isEqualTo("Ended");
    }

    @Test
    void noTextHasTwoBracesThatAreNoValue() throws IOException {
        for (String name : names()) {
            Words.shipped(name).texts().forEach((key, text) -> {
                assertThat(WordingFile.values(text))
                        .as(name + ": " + key)
                        .allMatch(value -> value.matches("[a-z-]+(:[a-z-]+)?"));
                assertThat(text.replaceAll("\\{[^{}]*}", ""))
                        .as(name + ": " + key)
                        .doesNotContain("{", "}");
            });
        }
    }

    @Test
    void noNumberOfAPartOrAnnexIsWrittenInJavaOrInAText() {
        Stream<String> inJava = JavaTexts.ALL.stream()
                .filter(text -> !text.forOperators() && !text.file().startsWith("workflow/gate/"))
                .map(JavaTexts::text);
        Stream<String> inFiles = names().stream().flatMap(name -> Words.shipped(name).texts().values().stream());

        assertThat(Stream.concat(inJava, inFiles)
                        .filter(text -> NUMBERED.matcher(ACT.matcher(text).replaceAll(""))
                                .find()))
                .isEmpty();
    }

    @Test
    void anOwnerReplacesATextWithoutANewProgram(@TempDir Path folder) throws IOException {
        write(folder, "## complaints\nWrite to us.\r\n\r\n## leads\nLed by {leader}, see part {part:care}.\n");

        Words.replace(WordingFolder.read(folder));
        var clauses = Words.in("agreement/clauses").within(reference -> reference.equals("part:care") ? "9" : "?");

        assertThat(clauses.text("complaints")).isEqualTo("Write to us.");
        assertThat(clauses.text("leads", Map.of("leader", "{part:care} $1")))
                .isEqualTo("Led by {part:care} $1, see part 9.");
        assertThat(clauses.text("retention", Map.of("period", "2 years"))).isEqualTo("Kept for 2 years.");
    }

    @Test
    void refusesToStartWithATextThatItCouldNotFillInAndSaysAllThatIsWrong(@TempDir Path folder) throws IOException {
        write(folder, "## complaint\nWrite.\n\n## leads\nLed by {lead} since ${T(java.lang.Runtime)}.\n");
        Files.writeString(folder.resolve("agreement/claims.md"), "## a\nText\n");

        assertThatThrownBy(() -> WordingFolder.read(folder))
                .hasMessageContaining("sharing.wording")
                .hasMessageContaining("agreement/clauses: there is no text “complaint”")
                .hasMessageContaining("“leads” has no value {lead}. It has: ")
                .hasMessageContaining("{T(java.lang.Runtime)}")
                .hasMessageContaining("There is no file of wording agreement/claims");
    }

    @Test
    void refusesATextThatStandsTwiceOrIsEmpty(@TempDir Path folder) throws IOException {
        write(folder, "## complaints\nOne.\n\n## complaints\nTwo.\n");
        assertThatThrownBy(() -> WordingFolder.read(folder)).hasMessageContaining("twice");

        write(folder, "## complaints\n\n## leads\nLed by {leader}.\n");
        assertThatThrownBy(() -> WordingFolder.read(folder)).hasMessageContaining("has no text");
    }

    /** By the file that their enums name. */
    private static Map<String, List<String>> keysOfConstants() {
        return constants().stream()
                .collect(groupingBy(
                        constant -> constant.getDeclaringClass()
                                .getAnnotation(WordsIn.class)
                                .value(),
                        mapping(Worded::key, toList())));
    }

    private static List<Worded> constants() {
        var enums = new ClassPathScanningCandidateComponentProvider(false);
        enums.addIncludeFilter(new AssignableTypeFilter(Worded.class));
        return enums.findCandidateComponents("gm.sharing").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(Worded.class::cast)
                .toList();
    }

    private static void write(Path folder, String text) throws IOException {
        Files.createDirectories(folder.resolve("agreement"));
        Files.writeString(folder.resolve("agreement/clauses.md"), text);
    }

    private static List<String> names() {
        try (Stream<Path> files = Files.walk(FILES)) {
            return files.map(FILES::relativize)
                    .map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".md"))
                    .map(file -> file.substring(0, file.length() - 3))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
