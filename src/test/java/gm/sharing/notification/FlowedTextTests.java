package gm.sharing.notification;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;

/** Lines of e-mails that every mail program can show, and that newer ones put together again as they were written. */
class FlowedTextTests {

    private static final Pattern TEXT =
            Pattern.compile("<camunda:inputParameter name=\"text\">([^<]*)</camunda:inputParameter>");
    private static final Pattern WORD = Pattern.compile("\\$?\\{[^}]*}");

    private static final String ADDRESS =
            "https://sharing.gm.example/tasks/0641230b-eb57-11f1-a0a9-02fc00000001?from=" + "a-long-way/".repeat(20);

    /** What may stand for a word of a notice. */
    private static final List<String> NAMES = List.of(
            "Bury",
            "Greater Manchester Integrated Care Partnership, on behalf of its ten localities and their trusts",
            "Rhaglen diogelu – 保護児童 یہ معاہدہ 😀 " + "x".repeat(300),
            ADDRESS);

    static Stream<String> texts() {
        return Shipped.ending(".bpmn").stream()
                .flatMap(FlowedTextTests::textsIn)
                .flatMap(text -> NAMES.stream()
                        .map(name -> WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(name))))
                .map(text -> new Notice("about", "", "Subject", text, null).text());
    }

    private static Stream<String> textsIn(Path file) {
        try {
            return TEXT.matcher(Files.readString(file)).results().map(found -> HtmlUtils.htmlUnescape(found.group(1)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void areThoseOfEveryNotice() throws IOException {
        assertThat(texts()).hasSizeGreaterThan(180);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void areShortAndBreakNoWord(String text) {
        var lines = FlowedText.of(text).lines().toList();

        assertThat(lines).allSatisfy(line -> assertThat(
                        line.length() <= 73 || !line.strip().contains(" "))
                .as(line)
                .isTrue());
        assertThat(String.join("\n", lines).split("\\s+")).containsExactly(text.split("\\s+"));
        assertThat(putTogether(lines)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void bringBackWhatWasWritten(String text) {
        assertThat(putTogether(FlowedText.of(text).lines().toList())).isEqualTo(text);
    }

    static Stream<String> odd() {
        return Stream.of(
                "",
                "> quoted",
                "From the lead",
                " in by one",
                "one\n\n\ntwo",
                "a ".repeat(200).strip(),
                "x".repeat(1500),
                ("y".repeat(72) + " ").repeat(3).strip(),
                "See " + ADDRESS + " and " + ADDRESS,
                "Bury: " + "word ".repeat(30) + "From here > on",
                "-- ");
    }

    /** As RFC 3676 has mail programs do it, with DelSp=no. */
    private static String putTogether(List<String> lines) {
        var text = new StringBuilder();
        for (var line : lines) {
            var bare = line.startsWith(" ") ? line.substring(1) : line;
            text.append(bare);
            if (!bare.endsWith(" ") || bare.equals("-- ")) {
                text.append('\n');
            }
        }
        return text.isEmpty() ? "" : text.substring(0, text.length() - 1);
    }
}
