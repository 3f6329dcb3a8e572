package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Owners of texts write words and links, and nothing that a browser runs. */
class SafeMarkdownTests {

    @Test
    void showsHtmlAsItIsWritten() {
        assertThat(SafeMarkdown.html("<script>alert(1)</script> and <b onclick=\"x\">bold</b>"))
                .doesNotContain("<script", "<b ")
                .contains("&lt;script&gt;", "&lt;b ");
    }

    @Test
    void leadsNowhereButToAddresses() {
        assertThat(SafeMarkdown.html("[here](javascript:alert) [there](https://example.org/a)"))
                .doesNotContain("javascript")
                .contains("href=\"https://example.org/a\"");
    }

    @Test
    void makesALinkOfAnAddressAndLeavesWhatFollows() {
        assertThat(SafeMarkdown.html("Help: https://example.org/a/b, and (https://example.org/c)."))
                .contains("href=\"https://example.org/a/b\"", "</a>, and (");
        assertThat(SafeMarkdown.html("[the law](https://example.org/d)"))
                .containsOnlyOnce("https://example.org/d")
                .contains(">the law</a>");
    }

    @Test
    void keepsTheReferenceOfAProjectInOneLine() {
        assertThat(SafeMarkdown.html(
                        "[SJ-2026-0001](/projects/SJ-2026-0001) & **SJ-2026-123456**, https://a.org/SJ-2026-0002"))
                .contains(
                        "><span class=\"sj-unbroken\">SJ-2026-0001</span></a> &amp; ",
                        "<strong><span class=\"sj-unbroken\">SJ-2026-123456</span></strong>",
                        ">https://a.org/SJ-2026-0002</a>");
    }

    @Test
    void putsAllHeadingsAtTheLevelOfThePage() {
        assertThat(SafeMarkdown.html("# One\n\n#### Four", 3))
                .contains("<h3 class=\"govuk-heading-m\">One</h3>", "<h3 class=\"govuk-heading-m\">Four</h3>");
    }

    @Test
    void showsTablesThatTurnIntoCardsOnATelephone() {
        assertThat(SafeMarkdown.html("| Organisation | Role |\n|---|---|\n| Bolton \\| Council | <table> |"))
                .contains(
                        "<div class=\"sj-wide\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table class=\"govuk-table sj-cards\" role=\"table\">",
                        "<th class=\"govuk-table__header\" role=\"columnheader\">Organisation</th>",
                        "data-label=\"Organisation\">Bolton | Council</td>",
                        "data-label=\"Role\">",
                        "&lt;table&gt;");
    }
}
