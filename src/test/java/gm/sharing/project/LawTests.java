package gm.sharing.project;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.code.ShippedCodes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables of the law say, and what they understand of the time before there were codes. */
class LawTests {

    private static final Law LAW = new Law(ShippedCodes.all());

    /** As a form of the release before offers them, which may be open in somebody's browser. */
    @Test
    void understandsTheWordsThatStoodForCodesBefore() {
        Flow flow = ProjectFixture.flow(BOLTON, BURY)
                .with(
                        "Read in the provider’s system",
                        "Weekly",
                        "6(1)(ea) Recognised legitimate interests: request of a body with a public task",
                        "6(1)(e) Public task",
                        "9(2)(g) Substantial public interest",
                        "Part 2: safeguarding of children and of individuals at risk",
                        "Schedule 8: legal claims",
                        "Overriding public interest",
                        "Not applied: overriding public interest");

        Flow current = LAW.current(flow);

        assertThat(current)
                .isEqualTo(flow.with(
                        "read-at-source",
                        "weekly",
                        "6(1)(ea)-request",
                        "6(1)(e)",
                        "9(2)(g)",
                        "sch1-part2-18",
                        "sch8-6",
                        "public-interest",
                        "public-interest"));
        assertThat(LAW.current(current)).isEqualTo(current);
        assertThat(LAW.unknown(current)).isEmpty();
        assertThat(LAW.unknown(flow.with("Pigeon", "weekly", null, "", null, null, "Pigeon", null, "sch8-6")))
                .containsExactly(
                        Map.entry("method", "Pigeon"), Map.entry("schedule8", "Pigeon"), Map.entry("optOut", "sch8-6"));
    }

    @Test
    void saysWhatPeopleRead() {
        FlowWords words = LAW.words(ProjectFixture.flow(BOLTON, BURY)
                .with("email", "weekly", "6(1)(e)", null, "9(2)(h)", "sch1-part1-2", "none", null, "Owner’s words"));

        assertThat(words)
                .isEqualTo(new FlowWords(
                        "Secure email",
                        "Weekly",
                        "6(1)(e) Public task",
                        "",
                        "9(2)(h) Health or social care",
                        "Part 1: health or social care purposes",
                        "No sensitive processing",
                        "",
                        "Owner’s words"));
    }

    /** Section 10 of the Data Protection Act 2018 and paragraphs 5, 10(3), 13 and 27 of its Schedule 1. */
    @ParameterizedTest
    @CsvSource({
        "sch1-part1-1, always",
        "sch1-part1-2, never",
        "sch1-part2-6, always",
        "sch1-part2-10, unless-to-law-enforcement",
        "sch1-part2-13, never",
        "sch1-part2-18, always",
        "sch1-part2-27, never",
        "sch1-part2-28, always",
        "sch1-part3-29, never"
    })
    void saysWhichConditionsNeedAPolicyDocument(String condition, String need) {
        assertThat(LAW.schedule1().find(condition).orElseThrow().text(Law.POLICY_DOCUMENT))
                .isEqualTo(need);
    }

    @Test
    void namesTheArticleWithWhichEachConditionOfSchedule1Goes() {
        List<String> conditions = LAW.specialCategories().rows().stream()
                .filter(row -> row.is(Law.NEEDS_SCHEDULE_1))
                .map(row -> row.code())
                .toList();

        assertThat(LAW.schedule1().rows())
                .extracting(row -> row.text(Law.ARTICLE_9))
                .filteredOn(article -> !article.isEmpty())
                .hasSameElementsAs(conditions);
    }
}
