package gm.sharing.agreement;

import static gm.sharing.agreement.DraftFixture.draft;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static gm.sharing.project.ProjectFixture.flow;
import static gm.sharing.project.ProjectFixture.flows;
import static gm.sharing.project.ProjectFixture.partners;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.document.Change;
import gm.sharing.document.FieldChange;
import gm.sharing.organisation.OrganisationCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    @Test
    void findsNothingWhereOnlyTheVersionDiffers() {
        assertThat(between(draft(), draft())).isEmpty();
    }

    @Test
    void showsOfATextOnlyWhatDiffers() {
        var changes = between(draft().withPurpose("Same.\n\nOld."), draft().withPurpose("Same.\n\nNew."));

        assertThat(changes).containsExactly(new Change("purpose", "Purpose", "Old.", "New.", everybody()));
    }

    @Test
    void showsTheWholeTextWhereOnlyItsOrderDiffers() {
        var changes = between(draft().withPurpose("One.\nTwo."), draft().withPurpose("Two.\nOne."));

        assertThat(changes)
                .extracting(Change::before, Change::after)
                .containsExactly(tuple("One.\nTwo.", "Two.\nOne."));
    }

    @Test
    void showsAnAdditionWithNothingBefore() {
        var changes = between(draft().withPurpose("One."), draft().withPurpose("One.\nTwo."));

        assertThat(changes).containsExactly(new Change("purpose", "Purpose", "", "Two.", everybody()));
    }

    @Test
    void tellsThatTheTitleChanged() {
        assertThat(between(draft(), draft().titled("Families who move")))
                .containsExactly(new Change("title", "Title", "Children who move", "Families who move", everybody()));
    }

    @Test
    void touchesOnlyTheEndsOfAFlowThatChanged() {
        var changes = between(draft(), draft().with(flows(flow(BOLTON, BURY), flow(WIGAN, BOLTON))));

        assertThat(changes)
                .filteredOn(change -> change.section().equals("flow"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).isEqualTo("From: Bolton Council\nTo: Wigan Council");
                    assertThat(change.after()).isEqualTo("From: Wigan Council\nTo: Bolton Council");
                    assertThat(change.touches()).containsExactlyInAnyOrder(BOLTON, WIGAN);
                });
    }

    @Test
    void doesNotMindTheOrderOfFlows() {
        assertThat(between(draft(), draft().with(flows(flow(BOLTON, WIGAN), flow(BOLTON, BURY)))))
                .isEmpty();
    }

    @Test
    void showsAPartnerThatLeftAndWhatWentWithIt() {
        var changes = between(draft(), draft().with(partners(BOLTON, BURY)).with(flows(flow(BOLTON, BURY))));

        assertThat(changes)
                .filteredOn(change -> change.after().isEmpty())
                .extracting(Change::section, Change::title)
                .contains(
                        tuple("partner", "Wigan Council"), tuple("flow", "Flow from Bolton Council to Wigan Council"));
        assertThat(changes)
                .filteredOn(change -> change.section().equals("partner"))
                .allSatisfy(change -> assertThat(change.touches()).containsExactly(WIGAN));
    }

    @Test
    void tellsFieldByFieldWhatBecameOfAFlowThatGoesOnWithoutAPartner() {
        var before = draft().with(flows(flow(BOLTON, BURY, WIGAN)));
        var after = draft().with(partners(BOLTON, BURY)).with(flows(flow(BOLTON, BURY)));

        assertThat(after.content("1.1").fieldChangesSince(before.content("1.0")))
                .extracting(FieldChange::chapter, FieldChange::question, FieldChange::before, FieldChange::now)
                .contains(tuple(
                        "Flows of information",
                        "Flow from Bolton Council to Bury Council: To",
                        "Bury Council and Wigan Council",
                        "Bury Council"));
    }

    @Test
    void givesASectionThatIsGoneAsOneChange() {
        var after = draft().with(partners(BOLTON, BURY)).with(flows(flow(BOLTON, BURY)));

        assertThat(after.content("1.1").fieldChangesSince(draft().content("1.0")))
                .filteredOn(FieldChange::oneSided)
                .extracting(FieldChange::chapter, FieldChange::question)
                .containsExactly(
                        tuple("Parties", "Wigan Council"),
                        tuple("Contacts and assurance of the parties", "Wigan Council"),
                        tuple("How the parties work together", "Who acts for whom"),
                        tuple("Flows of information", "Flow from Bolton Council to Wigan Council"),
                        tuple("Lawful basis and powers", "For the flow from Bolton Council to Wigan Council"));
    }

    private static List<Change> between(DraftFixture before, DraftFixture after) {
        return after.content("1.1").changesSince(before.content("1.0"));
    }

    private static Set<OrganisationCode> everybody() {
        return Set.of();
    }
}
