package gm.sharing.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.agreement.AgreementContent;
import gm.sharing.agreement.FlowLaw;
import gm.sharing.agreement.FlowLaw.PartyLaw;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.project.PartyBasis.End;
import gm.sharing.project.PartyBasis.Regime;
import gm.sharing.project.ProjectReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class LawEntryTests {

    @Test
    void showsEveryBasisOfEveryPartyPart3Included() {
        var law = flow(
                "Flow from A to B",
                party("Police", End.SHARES, Regime.PART_3, "", "Schedule 8: safeguarding"),
                party("Landlord", End.RECEIVES, Regime.UK_GDPR, "6(1)(ea)", "9(2)(g)"),
                party("Council", End.RECEIVES, Regime.UK_GDPR, "6(1)(e)", "9(2)(g)"),
                party("Board", End.RECEIVES, Regime.UK_GDPR, "6(1)(e)", "9(2)(g)"));

        assertThat(LawEntry.of(content(List.of(), law)).get(0).rows())
                .extracting(LawEntry.Row::parties, LawEntry.Row::regime, LawEntry.Row::basis, LawEntry.Row::conditions)
                .containsExactly(
                        tuple(
                                "Police",
                                "Data Protection Act 2018, Part 3 (law enforcement)",
                                "",
                                "Schedule 8: safeguarding"),
                        tuple("Landlord", "UK GDPR", "6(1)(ea)", "9(2)(g)"),
                        tuple("Council\nBoard", "UK GDPR", "6(1)(e)", "9(2)(g)"));
    }

    @Test
    void showsWhatFlowsHaveInCommonOnce() {
        var one = party("Council", End.SHARES, Regime.UK_GDPR, "6(1)(e)", "9(2)(g)");

        assertThat(LawEntry.of(content(List.of(), flow("There", one), flow("Back", one))))
                .singleElement()
                .extracting(LawEntry::titles)
                .isEqualTo(List.of("There", "Back"));
    }

    @Test
    void showsAllThatAnAgreementOfBeforeSays() {
        var section = Section.of(
                "lawful-basis",
                "For the flow from A to B",
                new FactList()
                        .add(
                                "uk-gdpr-article-6-for-receiving-it",
                                "UK GDPR, Article 6, for receiving it",
                                "6(1)(ea): Landlord")
                        .add("uk-gdpr-article-9", "UK GDPR, Article 9", "9(2)(g)")
                        .block());

        assertThat(LawEntry.of(content(List.of(section))).get(0).facts())
                .extracting(Fact::name)
                .containsExactly("UK GDPR, Article 6, for receiving it", "UK GDPR, Article 9");
    }

    private static FlowLaw flow(String title, PartyLaw... parties) {
        return new FlowLaw(
                "a>b#1", title, List.of(parties), "Children Act 2004", List.of(), "", "Implied consent", "Applied");
    }

    private static PartyLaw party(String name, End end, Regime regime, String basis, String condition) {
        return new PartyLaw(name, name, end, regime, basis, List.of(condition), "", List.of());
    }

    private static AgreementContent content(List<Section> sections, FlowLaw... law) {
        return new AgreementContent(
                new ProjectReference("SJ-2026-0001"),
                "1.0",
                "Title",
                List.of(),
                List.of(new Chapter("lawful-basis", "Lawful basis", false, sections)),
                List.of(law),
                null);
    }
}
