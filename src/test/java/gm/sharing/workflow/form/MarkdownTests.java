package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTests {

    @Test
    void letsNobodyWriteHeadingsLinksOrTags() {
        assertThat(Markdown.plain("# [Approved](x) <b>by the DPO</b>"))
                .isEqualTo("\\# \\[Approved\\](x) \\<b\\>by the DPO\\</b\\>");
    }

    @Test
    void quotesEveryLine() {
        assertThat(Markdown.quoted("First.\n\n- second\r\n- third\n"))
                .isEqualTo("> First.  \n>   \n> \\- second  \n> \\- third");
    }

    @Test
    void namesAnAnswer() {
        assertThat(Markdown.answer("Why?", "Because.")).isEqualTo("**Why?**\n\n> Because.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "https://www.example.org/a_b?x=1&y=2#p → https\\://www\\.example.org/a\\_b?x=1\\&y=2\\#p",
                "write to dpo@bolton.gov.uk → write to dpo\\@bolton.gov.uk",
                "--- → \\---",
                "=== → \\===",
                "1. first → 1. first",
                "+ more → \\+ more",
                "10.5 per cent → 10.5 per cent",
                "Early help: needs → Early help: needs"
            })
    void makesNothingOfAddressesAndLineStarts(String words, String written) {
        assertThat(Markdown.plain(words)).isEqualTo(written);
    }

    @Test
    void makesNoListOfNumberedLines() {
        assertThat(Markdown.plain("Twice:\n1. first\n 2) second\n10.5 per cent"))
                .isEqualTo("Twice:\n1\\. first\n 2\\) second\n10.5 per cent");
    }

    /** Of Java's {@code \b} each mark looks at all that stand before it. */
    @Test
    void isDoneAtOnceWithAnyNumberOfMarks() {
        var marks = "a" + "\u0301".repeat(200_000);

        assertThat(assertTimeout(Duration.ofSeconds(5), () -> Markdown.plain(marks)))
                .isEqualTo(marks);
    }

    @Test
    void makesNoCodeOfIndentedLines() {
        assertThat(Markdown.plain("a\n    b")).isEqualTo("a\n\u00a0\u00a0\u00a0\u00a0b");
    }
}
