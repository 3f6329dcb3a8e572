package gm.sharing.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.agreement.FlowLaw.PartyLaw;
import gm.sharing.agreement.OwnFlows.Row;
import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.Section;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.PartyBasis.End;
import gm.sharing.project.PartyBasis.Regime;
import gm.sharing.project.ProjectReference;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an officer reads first: what the own organisation receives and gives. */
class OwnFlowsTests {

    private static final PartyLaw BOLTON_SHARES =
            party("bolton", End.SHARES, Regime.UK_GDPR, "6(1)(e) Public task", "9(2)(h) Health or social care");
    private static final PartyLaw BURY_RECEIVES = party(
            "bury", End.RECEIVES, Regime.UK_GDPR, "6(1)(c) Legal obligation", "9(2)(g) Substantial public interest");
    private static final PartyLaw GMP_RECEIVES = party("gmp", End.RECEIVES, Regime.PART_3, "", "Schedule 8: justice");
    private static final PartyLaw HOST_RECEIVES = party("host", End.RECEIVES, Regime.PROCESSOR, "");

    private final AgreementContent content = content(
            List.of(
                    flow("bolton>bury+gmp#1", "Arrears", "Bolton Council", "Bury Council and GMP"),
                    flow("bolton>host#1", "Backups", "Bolton Council", "Host Ltd")),
            List.of(
                    law(
                            "bolton>bury+gmp#1",
                            "Housing Act 1996\nCare Act 2014",
                            BOLTON_SHARES,
                            BURY_RECEIVES,
                            GMP_RECEIVES),
                    law("bolton>host#1", "Housing Act 1996", BOLTON_SHARES, HOST_RECEIVES)));

    @Test
    void sayWhatAnOrganisationReceivesOnItsOwnBasis() {
        assertThat(of("bury").receives())
                .containsExactly(new Row(
                        "Arrears",
                        "Bolton Council",
                        "Portal; Weekly",
                        "6(1)(c) Legal obligation; 9(2)(g) Substantial public interest",
                        "Housing Act 1996; Care Act 2014"));
        assertThat(of("bury").gives()).isEmpty();
    }

    @Test
    void sayWhatAnOrganisationGivesInEachFlow() {
        assertThat(of("bolton").gives())
                .extracting(Row::what, Row::with, Row::law)
                .containsExactly(
                        tuple("Arrears", "Bury Council and GMP", "6(1)(e) Public task; 9(2)(h) Health or social care"),
                        tuple("Backups", "Host Ltd", "6(1)(e) Public task; 9(2)(h) Health or social care"));
        assertThat(of("bolton").receives()).isEmpty();
    }

    @Test
    void nameTheLawOfThoseWhoNeedNoBasisOfArticle6() {
        assertThat(of("gmp").receives())
                .extracting(Row::law)
                .containsExactly(Regime.PART_3.label() + "; Schedule 8: justice");
        assertThat(of("host").receives()).extracting(Row::law).containsExactly(Regime.PROCESSOR.label());
    }

    @Test
    void nameBesideTheFlowsTheItemsThatTheAgreementLists() {
        assertThat(of("bury").described()).containsExactly("Name and address", "Support *needs*");
    }

    @Test
    void sayNothingOfAVersionThatDoesNotHoldItsLawAsData() {
        var before = new OwnFlows(
                content(List.of(flow("bolton>bury#1", "Arrears", "Bolton Council", "Bury Council")), List.of()),
                new OrganisationCode("bury"));

        assertThat(before.receives()).isEmpty();
        assertThat(before.gives()).isEmpty();
    }

    private OwnFlows of(String organisation) {
        return new OwnFlows(content, new OrganisationCode(organisation));
    }

    private static AgreementContent content(List<Section> flows, List<FlowLaw> law) {
        var items = new Block.Grid(
                "Items",
                List.of("Item", "Kind"),
                List.of(List.of("Name and address", "Personal"), List.of("Support *needs*", "Health")));
        return new AgreementContent(
                new ProjectReference("SJ-2026-0001"),
                "1.0",
                "Title",
                List.of(),
                List.of(
                        new Chapter("what", "What", false, List.of(section("data-items", "", items))),
                        new Chapter("flows", "Flows", false, flows)),
                law,
                null);
    }

    private static Section flow(String item, String what, String from, String to) {
        return section(
                "flow",
                item,
                new Block.Facts(List.of(
                        new Fact("from", "From", from),
                        new Fact("to", "To", to),
                        new Fact("what", "What", what),
                        new Fact("method", "Method", "Portal"),
                        new Fact("how-often", "How often", "Weekly"))));
    }

    private static Section section(String key, String item, Block block) {
        return new Section(key, item, "Title", List.of(block), new TreeSet<>());
    }

    private static FlowLaw law(String flow, String power, PartyLaw... parties) {
        return new FlowLaw(flow, "Flow", List.of(parties), power, List.of(), "", "", "");
    }

    private static PartyLaw party(String code, End end, Regime regime, String basis, String... conditions) {
        return new PartyLaw(code, code, end, regime, basis, List.of(conditions), "", List.of());
    }
}
