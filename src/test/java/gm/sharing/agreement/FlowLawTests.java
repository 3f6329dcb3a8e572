package gm.sharing.agreement;

import static gm.sharing.Changed.changed;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.agreement.FlowLaw.PartyLaw;
import gm.sharing.code.ShippedCodes;
import gm.sharing.document.CanonicalContent;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Flow;
import gm.sharing.project.Law;
import gm.sharing.project.PartyBasis.End;
import gm.sharing.project.PartyBasis.Regime;
import gm.sharing.project.ProjectFixture;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlowLawTests {

    private static final Law LAW = new Law(ShippedCodes.all());
    private static final OrganisationCode POLICE = new OrganisationCode("gmp");
    private static final OrganisationCode LANDLORD = new OrganisationCode("landlord");
    private static final OrganisationCode HOST = new OrganisationCode("host");

    @Test
    void namesTheBasisOfEachEnd() {
        var flow = flow(BOLTON, LANDLORD, "6(1)(e)", "6(1)(ea)-crime", List.of(), null);

        assertThat(law(flow).parties())
                .extracting(
                        PartyLaw::organisation, PartyLaw::end, PartyLaw::regime, PartyLaw::basis, PartyLaw::basisCode)
                .containsExactly(
                        tuple("bolton", End.SHARES, Regime.UK_GDPR, "6(1)(e) Public task", "6(1)(e)"),
                        tuple(
                                "landlord",
                                End.RECEIVES,
                                Regime.UK_GDPR,
                                "6(1)(ea) Recognised legitimate interests: detecting, investigating or preventing crime",
                                "6(1)(ea)-crime"));
    }

    @Test
    void namesThoseUnderPart3AndTheirCondition() {
        var flow = flow(POLICE, BOLTON, null, "6(1)(e)", List.of(POLICE), "sch8-4");

        assertThat(law(flow).parties())
                .extracting(PartyLaw::regime, PartyLaw::basis, PartyLaw::conditions, PartyLaw::conditionCodes)
                .containsExactly(
                        tuple(
                                Regime.PART_3,
                                "",
                                List.of("Schedule 8: safeguarding of children and of individuals at risk"),
                                List.of("sch8-4")),
                        tuple(
                                Regime.UK_GDPR,
                                "6(1)(e) Public task",
                                List.of(
                                        "9(2)(g) Substantial public interest",
                                        "Part 2: safeguarding of children and of individuals at risk"),
                                List.of("9(2)(g)", "sch1-part2-18")));
    }

    @Test
    void namesNoBasisOfAProcessor() {
        var flow = flow(BOLTON, HOST, "6(1)(e)", null, List.of(), null);

        assertThat(law(flow).parties())
                .extracting(PartyLaw::organisation, PartyLaw::regime, PartyLaw::basis)
                .contains(tuple("host", Regime.PROCESSOR, ""));
        assertThat(draft(flow).lawfulBases().get(0).text())
                .contains("UK GDPR, Article 6: 6(1)(e) Public task: bolton\n")
                .contains("on a controller’s instructions: host");
    }

    @Test
    void namesThePowersInWordsAndByTheirCodes() {
        var flow = changed(
                ProjectFixture.flow(BOLTON, BURY),
                "powers",
                List.of("ca2004-10", "other"),
                "power",
                "Education Act 1996, section 13");
        var words =
                "Children Act 2004, section 10 (co-operation to improve well-being)\nEducation Act 1996, section 13";

        assertThat(law(flow).power()).isEqualTo(words);
        assertThat(law(flow).powerCodes()).containsExactly("ca2004-10");
        assertThat(draft(flow).lawfulBases().get(0).answer("legal-power")).contains(words);
        assertThat(draft(flow).powers()).hasSize(2);
    }

    /** What a running project said before powers had codes: its next version is digested from the same words. */
    @Test
    void addsNothingToAPowerThatWasTypedBefore() {
        var flow = changed(
                ProjectFixture.flow(BOLTON, BURY), "powers", List.of(), "power", "Children Act 2004,\n\nsection 11");

        assertThat(law(flow).power()).isEqualTo("Children Act 2004,\n\nsection 11");
        assertThat(law(flow).powerCodes()).isEmpty();
        assertThat(draft(flow).powers()).containsExactly("Children Act 2004,");
    }

    @Test
    void tellsFlowsOfTheSamePartiesApart() {
        var law = new FlowDraft(
                        List.of(
                                ProjectFixture.flow(BOLTON, BURY),
                                ProjectFixture.flow(BURY, BOLTON),
                                ProjectFixture.flow(BOLTON, BURY)),
                        OrganisationCode::value,
                        any -> false,
                        LAW)
                .law();

        assertThat(law).extracting(FlowLaw::flow).containsExactly("bolton>bury#1", "bury>bolton#1", "bolton>bury#2");
    }

    @Test
    void isReadBackAndMissingInContentOfBefore() {
        var content = DraftFixture.draft().content("1.0");
        var json = CanonicalContent.of(content).json();

        assertThat(CanonicalContent.read(json, AgreementContent.class).law())
                .isEqualTo(content.law())
                .hasSize(2);
        assertThat(json).contains("\"regime\":\"uk-gdpr\"");
        var before = json.replaceAll(",\"(?:basisCode|conditionCodes|powerCodes)\":(?:\"[^\"]*\"|\\[[^]]*])", "")
                .replaceAll("\"(?:basisCode|conditionCodes|powerCodes)\":(?:\"[^\"]*\"|\\[[^]]*]),", "");
        assertThat(before).doesNotContain("basisCode", "powerCodes");
        assertThat(CanonicalContent.of(CanonicalContent.read(before, AgreementContent.class)))
                .as("what was digested stays as it was")
                .isEqualTo(new CanonicalContent(before));
        assertThat(CanonicalContent.read(
                                "{\"reference\":\"SJ-2026-0001\",\"version\":\"1.0\",\"title\":\"Old\",\"summary\":[],\"chapters\":[]}",
                                AgreementContent.class)
                        .law())
                .isEmpty();
    }

    private static FlowLaw law(Flow flow) {
        return draft(flow).law().get(0);
    }

    private static FlowDraft draft(Flow flow) {
        Predicate<OrganisationCode> processor = HOST::equals;
        return new FlowDraft(List.of(flow), OrganisationCode::value, processor, LAW);
    }

    private static Flow flow(
            OrganisationCode from,
            OrganisationCode to,
            @Nullable String article6,
            @Nullable String recipientsArticle6,
            List<OrganisationCode> underPart3,
            @Nullable String schedule8) {
        return changed(
                ProjectFixture.flow(from, to),
                "article6",
                article6,
                "recipientsArticle6",
                recipientsArticle6,
                "article9",
                "9(2)(g)",
                "schedule1",
                "sch1-part2-18",
                "lawEnforcement",
                !underPart3.isEmpty(),
                "underPart3",
                underPart3,
                "schedule8",
                schedule8);
    }
}
