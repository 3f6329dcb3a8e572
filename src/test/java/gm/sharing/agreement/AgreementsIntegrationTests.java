package gm.sharing.agreement;

import static gm.sharing.Changed.changed;
import static gm.sharing.agreement.AgreementScenario.MANCHESTER;
import static gm.sharing.document.DocumentFixture.text;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.PagesApplication;
import gm.sharing.Refused;
import gm.sharing.audit.Event;
import gm.sharing.document.Change;
import gm.sharing.project.Needs;
import gm.sharing.project.PartnerList;
import gm.sharing.project.ProjectFixture;
import gm.sharing.signoff.Decision;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agreements on a real database until they are published: drafts and their versions. */
@Tag("one-database")
@PagesApplication
class AgreementsIntegrationTests extends AgreementsOfPartners {

    @Test
    void numbersVersionsFromOneNought() {
        var project = scenario.drafted("Numbers");
        agreements.draft(project);

        assertThat(agreements.versions(project))
                .extracting(AgreementVersion::number)
                .containsExactly("1.0", "1.1");
        assertThat(agreements.latest(project).number()).isEqualTo("1.1");
        assertThat(agreements.version(project, "1.0").digest())
                .isNotEqualTo(agreements.version(project, "1.1").digest());
    }

    @Test
    void keepsTextsOf30000CharactersWhole() {
        var project = scenario.proposed("Long texts");
        var purpose = "Ŵ – “".repeat(6_000);
        var needs = ProjectFixture.needs();
        scenario.describe(
                project,
                changed(needs, "purpose", purpose),
                ProjectFixture.partners(MANCHESTER, BURY),
                ProjectFixture.flows(ProjectFixture.flow(MANCHESTER, BURY)));

        var version = agreements.draft(project);

        assertThat(purpose).hasSize(30_000);
        assertThat(agreements
                        .latest(project)
                        .content()
                        .sections("purpose")
                        .get(0)
                        .text())
                .isEqualTo(purpose);
        assertThat(agreements.latest(project).digest()).isEqualTo(version.digest());
        assertThat(agreements.html(version)).contains(purpose);
    }

    @Test
    void refusesToDraftAProjectThatIsNotDescribed() {
        var project = scenario.proposed("Nothing said");

        assertThatThrownBy(() -> agreements.draft(project))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("described in full");
    }

    @Test
    void refusesAVersionThatIsNotThere() {
        var project = scenario.drafted("One version");

        assertThatThrownBy(() -> agreements.version(project, "1.1")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> agreements.latest(scenario.proposed("None"))).isInstanceOf(Refused.class);
    }

    @Test
    void tellsWhatChangedBetweenVersions() {
        var project = scenario.sentForSignOff("Changes");
        projects.sentBackToLead(project);
        var needs = ProjectFixture.needs();
        scenario.describe(
                project,
                changed(needs, "purpose", "Something else."),
                ProjectFixture.partners(MANCHESTER, BURY, WIGAN),
                ProjectFixture.flows(ProjectFixture.flow(MANCHESTER, BURY, WIGAN)));
        agreements.draft(project);

        assertThat(agreements.changes(project, "1.0", "1.1"))
                .extracting(Change::section, Change::after)
                .containsExactly(tuple("purpose", "Something else."));
    }

    @Test
    void holdsNoWordOfADraftThatNobodyWasSent() throws Exception {
        var project = scenario.sentForSignOff("Unsent words");
        projects.sentBackToLead(project);
        scenario.describe(project, withBenefits("SECRET of a draft."), three(), flows());
        agreements.draft(project);
        projects.drafted(project);
        projects.sentBackToLead(project);
        scenario.describe(project, withBenefits("What everybody may read."), three(), flows());
        var third = agreements.draft(project);
        projects.drafted(project);
        var draft = agreements.html(third) + text(agreements.pdf(third));
        scenario.openFor(project, MANCHESTER, BURY, WIGAN);
        List.of(MANCHESTER, BURY, WIGAN).forEach(party -> scenario.sign(project, party, Decision.SIGN));

        agreements.publish(project);

        assertThat(draft + agreements.html(third) + text(agreements.pdf(third)) + third.canonicalJson())
                .contains("What everybody may read.")
                .doesNotContain("SECRET", "Changes since");
    }

    private static Needs withBenefits(String benefits) {
        var needs = ProjectFixture.needs();
        return changed(needs, "benefits", benefits);
    }

    private static PartnerList three() {
        return ProjectFixture.partners(MANCHESTER, BURY, WIGAN);
    }

    @Test
    void recordsTheDraftAndThePublication() {
        var project = scenario.published("Events");

        assertThat(trail.of(project.value()))
                .filteredOn(event -> event.type().startsWith("agreement."))
                .extracting(Event::what)
                .containsExactly(
                        "Version 1.0 of the agreement was drafted.",
                        "Version 1.0 of the agreement was published. It is in force from 1 September 2026.");
    }
}
