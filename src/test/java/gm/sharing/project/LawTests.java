package gm.sharing.project;

import static gm.sharing.Changed.changed;
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
                .with(new FlowCodes(
                        "Read in the provider’s system",
                        "Weekly",
                        "6(1)(ea) Recognised legitimate interests: request of a body with a public task",
                        "6(1)(e) Public task",
                        "9(2)(g) Substantial public interest",
                        "Part 2: safeguarding of children and of individuals at risk",
                        "Schedule 8: legal claims",
                        "Overriding public interest",
                        "Not applied: overriding public interest"));

        Flow current = LAW.current(flow);

        assertThat(current)
                .isEqualTo(flow.with(new FlowCodes(
                        "read-at-source",
                        "weekly",
                        "6(1)(ea)-request",
                        "6(1)(e)",
                        "9(2)(g)",
                        "sch1-part2-18",
                        "sch8-6",
                        "public-interest",
                        "public-interest")));
        assertThat(LAW.current(current)).isEqualTo(current);
        assertThat(LAW.unknown(current)).isEmpty();
        assertThat(LAW.unknown(
                        flow.with(new FlowCodes("Pigeon", "weekly", null, "", null, null, "Pigeon", null, "sch8-6"))))
                .containsExactly(
                        Map.entry("method", "Pigeon"), Map.entry("schedule8", "Pigeon"), Map.entry("optOut", "sch8-6"));
    }

    @Test
    void saysWhatPeopleRead() {
        FlowWords words = LAW.words(ProjectFixture.flow(BOLTON, BURY)
                .with(new FlowCodes(
                        "email", "weekly", "6(1)(e)", null, "9(2)(h)", "sch1-part1-2", "none", null, "Owner’s words")));

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

    @Test
    void saysEachPowerByItsLabelAndThenWhatWasSaidInWords() {
        Flow flow = ProjectFixture.flow(BOLTON, BURY);

        assertThat(LAW.powersInWords(changed(flow, "powers", List.of("care2014-45", "cda1998-115"))))
                .containsExactly(
                        "Care Act 2014, section 45 (information for a safeguarding adults board)",
                        "Crime and Disorder Act 1998, section 115 (disclosure of information)");
        assertThat(LAW.powersInWords(changed(
                        flow, "powers", List.of("ca2004-10", "other"), "power", "Education Act 1996, section 13")))
                .containsExactly(
                        "Children Act 2004, section 10 (co-operation to improve well-being)",
                        "Education Act 1996, section 13");
        assertThat(LAW.unknown(changed(flow, "powers", List.of("ca2004-10", "repealed"))))
                .containsExactly(Map.entry("powers", "repealed"));
    }

    /** As a project of before says it, or a form that was open when powers came to have codes. */
    @Test
    void takesWordsAloneForAnotherPower() {
        Flow before =
                changed(ProjectFixture.flow(BOLTON, BURY), "powers", null, "power", "Children Act 2004, section 11");

        assertThat(before.powers()).containsExactly(Law.OTHER_POWER);
        assertThat(LAW.powersInWords(before)).containsExactly("Children Act 2004, section 11");
        assertThat(LAW.unknown(before)).isEmpty();
    }

    /** Where a row was not read at its source it says so by an empty cell. */
    @Test
    void saysOfEachPowerWhoMayRelyOnItAndWhereItStands() {
        assertThat(LAW.powers().rows()).allSatisfy(power -> {
            assertThat(power.text("who")).isNotEmpty();
            assertThat(power.text("source"))
                    .matches(
                            "|https://www\\.legislation\\.gov\\.uk/uk(pga|si)/\\S+/(section|schedule|regulation)/\\w+");
            assertThat(power.text("checked")).matches("|20\\d\\d-\\d\\d-\\d\\d");
        });
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
