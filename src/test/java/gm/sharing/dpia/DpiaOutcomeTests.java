package gm.sharing.dpia;

import static gm.sharing.dpia.DpiaFixture.BY_OFFICER;
import static gm.sharing.dpia.DpiaFixture.BY_SIGNATORY;
import static gm.sharing.dpia.DpiaFixture.REFERENCE;
import static gm.sharing.dpia.DpiaFixture.advised;
import static gm.sharing.dpia.DpiaFixture.approved;
import static gm.sharing.dpia.DpiaFixture.criteria;
import static gm.sharing.dpia.DpiaFixture.decision;
import static gm.sharing.dpia.DpiaFixture.holding;
import static gm.sharing.dpia.DpiaFixture.rejected;
import static gm.sharing.dpia.DpiaFixture.screen;
import static gm.sharing.dpia.DpiaFixture.screened;
import static gm.sharing.dpia.DpiaFixture.screening;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.document.Fact;
import gm.sharing.organisation.OrganisationCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DpiaOutcomeTests {

    @Test
    void tellsInWhichRoleItWasApprovedOnWhoseAdvice() {
        var outcome = DpiaOutcome.of(approved(), OrganisationCode::value);

        assertThat(outcome.status()).isEqualTo(DpiaStatus.APPROVED);
        assertThat(outcome.headline())
                .endsWith("was approved for the lead organisation by its Senior information risk owner"
                        + " on 6 May 2026.");
        assertThat(outcome.text())
                .contains("A DPIA is required. The project matches data.")
                .contains(
                        "- Data matching. Records come from two councils.\n- Vulnerable data subjects. Among the people are: children.")
                .contains("The processing can go ahead (4 May 2026).\n\nThe checks by a person")
                .contains("Views of the individuals concerned\nThree workshops with parents.")
                .contains(
                        "- R1: Records of two people are mixed up. Harm: A family is visited for somebody else's history."
                                + " Measure: A person checks every match. Remaining risk: medium.")
                .doesNotContain("Risks keep their numbers")
                .contains("Kept under review by\nInformation governance board")
                .doesNotContain("Reasons", "Dara Officer", "Sia Signatory");
    }

    @Test
    void tellsWhyItWasDecidedAgainstTheAdvice() {
        var dpia = advised(DpoView.AGAINST);
        dpia.decide(decision(Verdict.APPROVE, "The law asks for it."), BY_SIGNATORY);

        assertThat(DpiaOutcome.of(dpia, OrganisationCode::value).points())
                .contains(new Fact("reasons", "Why it was decided against the advice", "The law asks for it."));
    }

    @Test
    void tellsWhyItWasRejected() {
        var outcome = DpiaOutcome.of(rejected(), OrganisationCode::value);

        assertThat(outcome.headline()).contains("was rejected");
        assertThat(outcome.points())
                .contains(new Fact("reasons", "Reasons for the decision", "Too many risks at once."));
    }

    @Test
    void tellsThatTheOfficerConfirmedThatNoneIsNeeded() {
        var dpia = new Dpia(REFERENCE);
        screen(dpia, screening(), List.of());
        dpia.screeningResult().found(ScreeningOutcome.DPO_CONFIRMS, "No criterion is met.");
        dpia.adviseOnNeed(new NoDpia(false, "Only figures are shared."), BY_OFFICER);

        assertThat(DpiaOutcome.of(dpia, OrganisationCode::value).headline())
                .endsWith("as the data protection officer of the lead organisation advised on 4 May 2026.");
        assertThat(DpiaOutcome.of(dpia, OrganisationCode::value).text()).contains("Only figures are shared.");
    }

    @Test
    void tellsWhoDecidedThatNoneIsNeeded() {
        var dpia = new Dpia(REFERENCE);
        screen(dpia, screening(), List.of());
        dpia.screeningResult().found(ScreeningOutcome.DPO_CONFIRMS, "No criterion is met.");
        dpia.adviseOnNeed(new NoDpia(false, "Only figures are shared."), BY_OFFICER);
        dpia.decideNeed(new NeedDecision(false, null, "SIRO"), BY_SIGNATORY.insteadOf("Sven Away"));

        assertThat(DpiaOutcome.of(dpia, OrganisationCode::value).headline())
                .contains(
                        "decided for the lead organisation by its SIRO (a deputy, in the place of somebody who was away)")
                .endsWith("as its data protection officer advised on 4 May 2026.");
    }

    @Test
    void tellsThatNothingIsApprovedWhileItIsUnderWay() {
        assertThat(DpiaOutcome.of(screened(), OrganisationCode::value).headline())
                .contains("nothing is approved yet");
    }

    @Test
    void tellsWhyItCoversARevisedProject() {
        var dpia = approved();
        screen(dpia, holding("Only a phone number changed."), criteria());
        dpia.screeningResult().found(ScreeningOutcome.REQUIRED, "The project matches data.");

        assertThat(DpiaOutcome.of(dpia, OrganisationCode::value).points())
                .contains(new Fact(
                        "why-it-still-holds",
                        "Why it also covers the project as it was revised since",
                        "Only a phone number changed."));
    }

    @Test
    void hidesTheOldDecisionOnceItIsOpenAgain() {
        var dpia = approved();
        dpia.reopen();

        assertThat(DpiaOutcome.of(dpia, OrganisationCode::value).text()).doesNotContain("was approved");
    }
}
