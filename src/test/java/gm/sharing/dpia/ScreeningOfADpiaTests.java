package gm.sharing.dpia;

import static gm.sharing.dpia.DpiaFixture.BY_OFFICER;
import static gm.sharing.dpia.DpiaFixture.BY_SIGNATORY;
import static gm.sharing.dpia.DpiaFixture.MATCHING;
import static gm.sharing.dpia.DpiaFixture.REFERENCE;
import static gm.sharing.dpia.DpiaFixture.VULNERABLE;
import static gm.sharing.dpia.DpiaFixture.approved;
import static gm.sharing.dpia.DpiaFixture.criteria;
import static gm.sharing.dpia.DpiaFixture.holding;
import static gm.sharing.dpia.DpiaFixture.rejected;
import static gm.sharing.dpia.DpiaFixture.screen;
import static gm.sharing.dpia.DpiaFixture.screened;
import static gm.sharing.dpia.DpiaFixture.screening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gm.sharing.Refused;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What follows from the screening, at first and when the project is revised. */
class ScreeningOfADpiaTests {

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(Refused.class).isThrownBy(call).withMessageContaining(message);
    }

    @Nested
    class AtTheScreening {

        @Test
        void keepsWhatWasFoundAndWhatLedToIt() {
            var dpia = new Dpia(REFERENCE);

            assertThat(screen(dpia, screening(), criteria())).isFalse();

            assertThat(dpia.criteria()).containsExactly(MATCHING, VULNERABLE);
            assertThat(MATCHING.inWords()).isEqualTo("Data matching. Records come from two councils.");
            assertThat(dpia.screening()).contains(screening());
            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        }

        @Test
        void hasToBeAnsweredBeforeCriteriaAreFound() {
            assertRefused(() -> new Dpia(REFERENCE).meets(criteria()), "has to be answered first");
        }

        @Test
        void letsTheOfficerConfirmThatNoneIsNeeded() {
            var dpia = screenedAs(ScreeningOutcome.DPO_CONFIRMS);

            dpia.adviseOnNeed(new NoDpia(false, "No personal data are shared."), BY_OFFICER);

            assertThat(dpia.status()).isEqualTo(DpiaStatus.NOT_REQUIRED);
            assertThat(dpia.screeningResult().needDecided()).contains(BY_OFFICER);
        }

        @Test
        void letsTheSignatoryGoOnWithoutOneAsTheOfficerAdvised() {
            var dpia = screenedAs(ScreeningOutcome.DPO_CONFIRMS);
            assertRefused(() -> dpia.decideNeed(new NeedDecision(false, null, "SIRO"), BY_SIGNATORY), "has to advise");
            dpia.adviseOnNeed(new NoDpia(false, "No personal data are shared."), BY_OFFICER);

            dpia.decideNeed(new NeedDecision(false, null, "SIRO"), BY_SIGNATORY);

            assertThat(dpia.status()).isEqualTo(DpiaStatus.NOT_REQUIRED);
            assertThat(dpia.decided()).contains(BY_SIGNATORY);
            assertRefused(() -> dpia.decideNeed(new NeedDecision(false, null, "SIRO"), BY_SIGNATORY), "has to advise");
        }

        @Test
        void letsTheSignatoryCarryOneOutAllTheSameWithReasons() {
            var dpia = screenedAs(ScreeningOutcome.DPO_CONFIRMS);
            dpia.adviseOnNeed(new NoDpia(false, "No personal data are shared."), BY_OFFICER);

            assertRefused(
                    () -> dpia.decideNeed(new NeedDecision(true, null, "SIRO"), BY_SIGNATORY), "Give the reasons");
            dpia.decideNeed(new NeedDecision(true, "Families would expect one.", "SIRO"), BY_SIGNATORY);

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        }

        @Test
        void goesOnWhenTheOfficerSaysThatOneIsNeeded() {
            var dpia = screenedAs(ScreeningOutcome.DPO_REVIEW);

            dpia.adviseOnNeed(new NoDpia(true, "Health data of children."), BY_OFFICER);

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        }

        @Test
        void letsNobodyConfirmThatNoneIsNeededWhenOneIsRequired() {
            var dpia = screened();

            assertRefused(
                    () -> dpia.adviseOnNeed(new NoDpia(false, "It takes too long."), BY_OFFICER),
                    "says that a DPIA is required");
        }

        @Test
        void hasToBeAnsweredBeforeTheOfficerDecides() {
            var dpia = new Dpia(REFERENCE);

            assertRefused(() -> dpia.adviseOnNeed(new NoDpia(false, "None."), BY_OFFICER), "has to be answered first");
        }

        @Test
        void takesTheOldConfirmationBackWhenItIsAnsweredAgain() {
            var dpia = screenedAs(ScreeningOutcome.DPO_CONFIRMS);
            dpia.adviseOnNeed(new NoDpia(false, "No personal data are shared."), BY_OFFICER);

            screen(dpia, screening(), criteria());

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
            assertThat(dpia.screeningResult().need()).isEmpty();
            assertThat(dpia.screeningOutcome()).isEmpty();
        }

        private Dpia screenedAs(ScreeningOutcome outcome) {
            var dpia = new Dpia(REFERENCE);
            screen(dpia, screening(), List.of());
            dpia.screeningResult().found(outcome, "No criterion is met.");
            return dpia;
        }
    }

    @Nested
    class WhenTheProjectIsRevised {

        @Test
        void staysApprovedWhenTheLeadSaysWhyItStillHolds() {
            var dpia = approved();

            assertThat(screen(dpia, holding("Only a phone number changed."), criteria()))
                    .isTrue();

            assertThat(dpia.status()).isEqualTo(DpiaStatus.APPROVED);
            assertThat(dpia.screeningResult().whyStillHolds()).contains("Only a phone number changed.");
        }

        @Test
        void staysApprovedWhenACriterionFallsAway() {
            var dpia = approved();

            assertThat(screen(dpia, holding("Fewer data."), List.of(MATCHING))).isTrue();
        }

        @Test
        void staysApprovedWhenSomethingElseLeadsToTheSameCriterion() {
            var dpia = approved();
            var other = new Criterion(CriteriaList.ICO, "Data matching", "Records come from three councils.");

            assertThat(screen(dpia, holding("The third council joins."), List.of(other)))
                    .isTrue();

            assertThat(dpia.criteria()).containsExactly(other);
        }

        @Test
        void isOpenAgainWhenTheProjectMeetsAnotherCriterion() {
            var dpia = approved();
            var profiling = new Criterion(CriteriaList.ICO, "Large-scale profiling", "People are rated.");

            assertThat(screen(dpia, holding("It is nearly the same."), List.of(MATCHING, profiling)))
                    .isFalse();

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
            assertThat(dpia.screeningResult().whyStillHolds()).isEmpty();
        }

        @Test
        void isOpenAgainWhenTheLeadDoesNotSayThatItStillHolds() {
            var dpia = approved();

            assertThat(screen(dpia, screening(), criteria())).isFalse();

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        }

        @Test
        void doesNotStayApprovedWithoutAReason() {
            var dpia = approved();

            assertRefused(() -> dpia.screen(holding(null)), "Say why");
        }

        @Test
        void cannotStillHoldWhenItWasRejected() {
            var dpia = rejected();

            assertThat(screen(dpia, holding("Trust us."), criteria())).isFalse();

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        }
    }
}
