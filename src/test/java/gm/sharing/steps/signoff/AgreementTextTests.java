package gm.sharing.steps.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.agreement.AgreementContent;
import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.Section;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.form.Option;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An agreement in the Markdown of a form. */
class AgreementTextTests {

    private static final String OUTCOME = "#### B.1 Outcome\n\n";

    private static final List<Fact> SUMMARY =
            List.of(new Fact("led-by", "Led by", "Bolton"), new Fact("ends", "Ends", "No end date"));

    @Test
    void writesTheSummary() {
        assertThat(AgreementText.summary(content())).isEqualTo("**Led by:** Bolton\n\n**Ends:** No end date");
    }

    @Test
    void leadsFromANameInTheSummaryToWhereTheHandbookExplainsIt() {
        var content = new AgreementContent(
                new ProjectReference("SJ-2026-0001"),
                "1.0",
                "Title",
                List.of(new Fact("lawful-basis", "Lawful basis", "6(1)(e) Public task")),
                List.of(),
                List.of(),
                null);

        assertThat(AgreementText.summary(content))
                .isEqualTo("**[Lawful basis](/handbook/glossary#lawful-basis):** 6(1)(e) Public task");
    }

    @Test
    void writesChaptersSectionsAndWords() {
        var text = AgreementText.substance(content(chapter("Why", section("purpose", "Purpose", prose("To help.")))));

        assertThat(text).isEqualTo("### 1. Why\n\n#### 1.1 Purpose\n\nTo help.");
    }

    @Test
    void showsTheDpiaByItself() {
        var content = content(
                chapter("Why", section("purpose", "Purpose", prose("To help."))),
                chapter("DPIA", section("dpia", "Outcome", prose("Approved."))));

        assertThat(AgreementText.dpia(content)).isEqualTo(OUTCOME + "Approved.");
        assertThat(AgreementText.substance(content))
                .as("no number of the document is missing")
                .contains("### 2. DPIA\n\nB.1 Outcome: it stands above")
                .doesNotContain("Approved.");
    }

    @Test
    void keepsParagraphsLinesAndLists() {
        assertThat(written("One\ntwo\n\n• three\n- four")).isEqualTo("One  \ntwo  \n  \n- three  \n- four");
    }

    @Test
    void letsNothingActAsMarkdown() {
        assertThat(written("# a\n1. b\n---\n===\n+ c\n    d <b>e</b> *f* [g](h)"))
                .isEqualTo("\\# a  \n1\\. b  \n\\---  \n\\===  \n\\+ c  \nd \\<b\\>e\\</b\\> \\*f\\* \\[g\\](h)");
    }

    @Test
    void writesFactsInALineEachUnlessTheyAreListsOrHaveLines() {
        var facts = new Block.Facts(List.of(
                new Fact("from", "From", "Bolton"),
                new Fact("what", "What", "a\nb"),
                new Fact("risks", "Risks", "- one")));

        assertThat(AgreementText.dpia(content(chapter("DPIA", section("dpia", "Outcome", facts)))))
                .isEqualTo(OUTCOME + "**From:** Bolton\n\n**What**\n\na  \nb\n\n**Risks**\n\n- one");
    }

    @Test
    void writesATabularChapterAsOneTable() {
        var parties = new Chapter(
                "part",
                "Parties",
                true,
                List.of(
                        section("partner", "Bolton", new Block.Facts(List.of(new Fact("role", "Role", "Controller")))),
                        section("partner", "Bury", new Block.Facts(List.of(new Fact("part", "Part", "Gets | all"))))));

        assertThat(AgreementText.substance(content(parties)))
                .isEqualTo(
                        """
                        ### 1. Parties

                        | Organisation | Role | Part |
                        | --- | --- | --- |
                        | Bolton | Controller |  |
                        | Bury |  | Gets \\| all |
                        """);
    }

    @Test
    void writesATabularChapterWithManyColumnsAsLists() {
        var contacts = new Chapter(
                "part",
                "Contacts",
                true,
                List.of(section(
                        "partner-details",
                        "Bolton",
                        new Block.Facts(List.of(
                                new Fact("assurance", "Assurance", "Standards met"),
                                new Fact("registration", "Registration", "Z1"),
                                new Fact("officer", "Officer", "dpo@bolton.example"),
                                new Fact("team", "Team", "a\nb"))))));

        assertThat(AgreementText.substance(content(contacts)))
                .isEqualTo(
                        """
                        ### 1. Contacts

                        **Bolton**

                        - Assurance: Standards met
                        - Registration: Z1
                        - Officer: dpo\\@bolton.example
                        - Team: a b""");
    }

    @Test
    void numbersSectionsAsTheDocumentDoesAndKnowsThemByTheirKeysInComments() {
        var content = content(
                chapter("Why", section("purpose", "Purpose", prose("To help."))),
                chapter("Flows", section("flow", "From Bolton", prose("Names."))),
                new Chapter("parties", "Parties", true, List.of(section("partner", "Bolton"))));

        assertThat(AgreementText.substance(content)).contains("### 2. Flows\n\n#### A.1 From Bolton");
        assertThat(SectionOptions.of(content))
                .extracting(Option::label, Option::value)
                .containsExactly(
                        tuple("The agreement as a whole", "agreement"),
                        tuple("1.1 Purpose", "purpose"),
                        tuple("A.1 From Bolton", "flow"),
                        tuple("3. Parties", "part:parties"));
    }

    @Test
    void writesAGridAsATable() {
        var grid = new Block.Grid("Items", List.of("Item", "Kind"), List.of(List.of("Name\nand date", "Personal")));

        assertThat(AgreementText.dpia(content(chapter("DPIA", section("dpia", "Outcome", grid)))))
                .isEqualTo(OUTCOME + "| Item | Kind |\n| --- | --- |\n| Name and date | Personal |\n");
    }

    private static String written(String words) {
        return AgreementText.dpia(content(chapter("DPIA", section("dpia", "Outcome", prose(words)))))
                .substring(OUTCOME.length());
    }

    private static AgreementContent content(Chapter... chapters) {
        return new AgreementContent(
                new ProjectReference("SJ-2026-0001"), "1.0", "Title", SUMMARY, List.of(chapters), List.of(), null);
    }

    private static Chapter chapter(String title, Section... sections) {
        return new Chapter("part", title, false, List.of(sections));
    }

    private static Section section(String key, String title, Block... blocks) {
        return new Section(key, "", title, List.of(blocks), new TreeSet<>());
    }

    private static Block prose(String words) {
        return new Block.Prose(words);
    }
}
