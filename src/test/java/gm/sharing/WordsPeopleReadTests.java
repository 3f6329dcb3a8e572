package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms, models, tables, pages, notices and refusals speak the field's English: one word for one thing. */
class WordsPeopleReadTests {

    /** Words that the product does not use, and what it says instead. */
    private static final Map<Pattern, String> BETTER = new LinkedHashMap<>();

    static {
        instead("mend(s|ed|ing)?", "correct, put right, fix, revise");
        instead("(see|sees|seeing|seen|saw) to (it|this|that|a|an|the|by)\\b|seen to by", "is responsible for");
        instead("(stand|stands|standing|stood) still", "the period is suspended, the clock is stopped");
        instead("(take|takes|taking|taken|took) ((it|this|them|the request) on|on\\b(?! (a|the) position))", "accept");
        instead("(go|goes|going|went|gone) on without", "go ahead without, continue without");
        instead("on the strength of", "under");
        instead("plans? of protection", "child protection plan");
        instead("rules? of sign-off", "sign-off rule");
        instead("registers? of measures", "measures register");
        instead("pages? of the project", "project page");
        instead("records? of the project", "project’s record");
        instead(
                "the (answer|decision|clock|reasons?|advice|signature|review)s? of (the|a|your) (data protection"
                        + " officer|(information )?board|partner|lead|(ethics )?panel|commissioner|signatory"
                        + "|organisation)s?\\b(?! of)",
                "the lead’s answer");
        instead("data sharing agreements?", "information sharing agreement");
        instead("anew", "again");
        instead("meanwhile", "in the meantime");
        instead("borne", "acceptable");
        instead("beware", "warning");
        instead("an own", "its own");
        instead("by word of mouth", "discussed in a meeting");
        instead("agreements? tells? of", "used under this agreement");
        instead("come to no harm", "promised");
        instead("what became of", "outcome");
        instead("put off", "delayed");
        instead("ask(s|ed)?( it)? as well", "also ask");
        instead(
                "(?<!there )(is|are|was|were) no (form|day|moment|expression|step|valid|legal|digest|deputy|email|address)",
                "is not a");
        instead("(?<!secure |messaging or )e-mail(s|ed)?", "email");
    }

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);
    private static final Pattern LABEL =
            Pattern.compile("\"(text|label|description|dateLabel)\": \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern SHOWN =
            Pattern.compile("\\b(name|label|value)=\"([^\"]*)\"|>([^<]+)<", Pattern.DOTALL);

    /** An apostrophe as typewriters had it; people read ’. */
    private static final Pattern STRAIGHT =
            Pattern.compile("(?<=[\\p{L}\\d})])'(?=\\p{L})|(?<=\\p{L}s)'(?=[\\s.,;:)]|$)");

    /** What is worked out, quoted as code, or stands in a tag is written for programs. */
    private static final Pattern FOR_PROGRAMS = Pattern.compile(
            "\\$\\{.*?}|\\{\\{.*?}}|`[^`]*`|<!--.*?-->|<[a-z/!](?:\"[^\"]*\"|[^\">])*>|https?://\\S+|(?<![\\p{L}\\d})])'[\\w-]+'",
            Pattern.DOTALL);

    /** Words of the engine, and a name by which it knows a filter that stands in databases. */
    private static final Pattern NOT_OURS = Pattern.compile("nobody's|doesn't exist|My organisation's tasks");

    /** Codes that only look like words of a sentence. */
    private static final Set<String> CODES = Set.of("mend");

    private static final Pattern TECHNICAL =
            Pattern.compile("(?i)\\b(deploy\\w*|BPMN|DMN|JSON|Camunda|digest|decision table|table that|own table)\\b");

    private static final List<String> OWNERS_AND_VERIFIERS = List.of(
            "agreement/frame.md",
            "agreement/signature.md",
            "document/check.md",
            "dpia/document.md",
            "form/gate.md",
            "form/models.md",
            "insight/about.md",
            "sign-off/standing.md");

    private static void instead(String words, String better) {
        BETTER.put(Pattern.compile("(?<![\\w-])(" + words + ")(?![\\w-])", Pattern.CASE_INSENSITIVE), better);
    }

    @Test
    void formsSpeakTheFieldsEnglish() {
        assertThat(found("forms", ".form", text -> all(LABEL, text, 2))).isEmpty();
    }

    /** Those who answer forms cannot look into models and tables. */
    @Test
    void formsAskNobodyToKnowWhatIsDeployed() {
        assertThat(technical("forms", ".form", text -> all(LABEL, text, 2))).isEmpty();
    }

    /** Where process owners are told, and where a document is verified, the words are theirs. */
    @Test
    void wordingNamesNoTechnicalThingsToOthers() {
        assertThat(technical("src/main/resources/wording", ".md", List::of))
                .extracting(found -> found.replaceAll(":.*", "").replaceAll(".*/wording/", ""))
                .isSubsetOf(OWNERS_AND_VERIFIERS);
    }

    private static List<String> technical(String root, String ending, Function<String, List<String>> shown) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> shown.apply(read(file)).stream()
                            .flatMap(text -> TECHNICAL.matcher(text).results())
                            .map(word -> file + ": " + word.group()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void modelsAndTablesSpeakTheFieldsEnglish() {
        assertThat(found("processes", ".bpmn", text -> all(SHOWN, text, 2, 3))).isEmpty();
        assertThat(found("processes", ".dmn", text -> all(SHOWN, text, 2, 3))).isEmpty();
        assertThat(found(".camunda/element-templates", ".json", text -> all(LABEL, text, 2)))
                .isEmpty();
    }

    @Test
    void pagesSpeakTheFieldsEnglish() {
        assertThat(found("src/main/resources/templates", ".html", List::of)).isEmpty();
        assertThat(found("src/main/resources/about", ".md", List::of)).isEmpty();
        assertThat(found("src/main/resources/wording", ".md", List::of)).isEmpty();
        assertThat(found("src/main/resources", ".properties", List::of)).isEmpty();
    }

    @Test
    void documentsNoticesAndRefusalsSpeakTheFieldsEnglish() {
        assertThat(found("src/main/java", ".java", WordsPeopleReadTests::literals))
                .isEmpty();
    }

    @Test
    void apostrophesAreThoseOfPrint() {
        assertThat(straight("forms", ".form", text -> all(LABEL, text, 2))).isEmpty();
        assertThat(straight("processes", ".bpmn", text -> all(SHOWN, text, 2, 3)))
                .isEmpty();
        assertThat(straight("processes", ".dmn", text -> all(SHOWN, text, 2, 3)))
                .isEmpty();
        assertThat(straight(".camunda/element-templates", ".json", text -> all(LABEL, text, 2)))
                .isEmpty();
        assertThat(straight("src/main/resources/templates", ".html", List::of)).isEmpty();
        assertThat(straight("src/main/resources/wording", ".md", List::of)).isEmpty();
        assertThat(straight("src/main/resources/about", ".md", List::of)).isEmpty();
        assertThat(straight("src/main/resources", ".properties", List::of)).isEmpty();
        assertThat(straight("src/main/java", ".java", WordsPeopleReadTests::literals))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the Board's delay", "{partner}'s decision", "the partners' reviews", "over years'"})
    void findsStraightApostrophes(String text) {
        assertThat(straight(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the Board’s delay",
                "${decision == 'request-changes' ? 'asks for changes' : 'refuses'}",
                "<p th:text=\"${one} ? 'tasks' : 'task'\">It is ours</p>",
                "the condition `state == 'overdue'`",
                "where state = 'open' and whose"
            })
    void leavesExpressionsAlone(String text) {
        assertThat(straight(text)).isEmpty();
    }

    private static List<String> straight(String root, String ending, Function<String, List<String>> shown) {
        return lines(root, ending, shown, WordsPeopleReadTests::straight);
    }

    private static List<String> straight(String text) {
        String words = NOT_OURS.matcher(FOR_PROGRAMS
                        .matcher(text.replaceAll("&(#39|apos);", "'"))
                        .replaceAll(" "))
                .replaceAll(" ");
        return STRAIGHT.matcher(words)
                .results()
                .map(match ->
                        words.substring(Math.max(0, match.start() - 40), Math.min(words.length(), match.end() + 20)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Say what has to be mended                       | mended
                    Who sees to the measure?                        | sees to the
                    The clock stands still until then               | stands still
                    whether the request is taken on                 | taken on
                    The project goes on without Bury Council        | goes on without
                    the decision of the Information Board is overdue | the decision of the Information Board
                    Approve the rule of sign-off                    | rule of sign-off
                    """)
    void findsWordsThatTheProductDoesNotUse(String text, String word) {
        assertThat(unwanted(text)).singleElement().asString().startsWith("“" + word + "”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We recommend that you read the amended draft",
                "The Board took a position on it",
                "against the advice of the data protection officer of Bolton Council",
                "The lead’s answer, the sign-off rule and the measures register",
                "Secure e-mail"
            })
    void leavesGoodEnglishAlone(String text) {
        assertThat(unwanted(text)).isEmpty();
    }

    private static List<String> found(String root, String ending, Function<String, List<String>> shown) {
        return lines(root, ending, shown, WordsPeopleReadTests::unwanted);
    }

    private static List<String> lines(
            String root, String ending, Function<String, List<String>> shown, Function<String, List<String>> look) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .flatMap(file -> shown.apply(read(file)).stream()
                            .filter(text -> !CODES.contains(text))
                            .flatMap(text -> look.apply(text).stream())
                            .map(word -> file + ": " + word))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> unwanted(String text) {
        String line = text.replaceAll("\\s+", " ");
        List<String> found = new ArrayList<>();
        BETTER.forEach((pattern, better) -> pattern.matcher(line)
                .results()
                .map(match -> "“%s” in “…%s…”; the product says “%s”"
                        .formatted(
                                match.group(),
                                line.substring(
                                        Math.max(0, match.start() - 40), Math.min(line.length(), match.end() + 40)),
                                better))
                .forEach(found::add));
        return found;
    }

    private static List<String> literals(String source) {
        return all(
                LITERAL, JOINT.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll(""), 1, 2);
    }

    private static List<String> all(Pattern pattern, String text, int... groups) {
        return pattern.matcher(text)
                .results()
                .flatMap(match -> Stream.of(groups(match, groups)))
                .toList();
    }

    private static String[] groups(MatchResult match, int... groups) {
        return Arrays.stream(groups)
                .mapToObj(match::group)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
