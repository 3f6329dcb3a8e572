package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTests {

    @Test
    void letsNobodyWriteHeadingsLinksOrTags() {
        assertThat(Markdown.plain("# [Approved](x) <b>by the DPO</b>"))
                .isEqualTo("\\# \\[Approved\\](x) \\<b\\>by the DPO\\</b\\>");
    }

    @Test
    void quotesEveryLine() {
        assertThat(Markdown.quoted("First.\n\n- second\r\n- third\n"))
                .isEqualTo("> First.  \n>   \n> - second  \n> - third");
    }

    @Test
    void namesAnAnswer() {
        assertThat(Markdown.answer("Why?", "Because.")).isEqualTo("**Why?**\n\n> Because.");
    }
}
