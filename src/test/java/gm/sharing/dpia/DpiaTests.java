package gm.sharing.dpia;

import static gm.sharing.dpia.DpiaFixture.BY_OFFICER;
import static gm.sharing.dpia.DpiaFixture.BY_SIGNATORY;
import static gm.sharing.dpia.DpiaFixture.GRADING;
import static gm.sharing.dpia.DpiaFixture.OWNERS;
import static gm.sharing.dpia.DpiaFixture.REFERENCE;
import static gm.sharing.dpia.DpiaFixture.acceptedHighRisk;
import static gm.sharing.dpia.DpiaFixture.advice;
import static gm.sharing.dpia.DpiaFixture.advised;
import static gm.sharing.dpia.DpiaFixture.approved;
import static gm.sharing.dpia.DpiaFixture.consultation;
import static gm.sharing.dpia.DpiaFixture.decision;
import static gm.sharing.dpia.DpiaFixture.describedBy;
import static gm.sharing.dpia.DpiaFixture.description;
import static gm.sharing.dpia.DpiaFixture.holding;
import static gm.sharing.dpia.DpiaFixture.matchesData;
import static gm.sharing.dpia.DpiaFixture.necessity;
import static gm.sharing.dpia.DpiaFixture.rejected;
import static gm.sharing.dpia.DpiaFixture.risk;
import static gm.sharing.dpia.DpiaFixture.screened;
import static gm.sharing.dpia.DpiaFixture.screening;
import static gm.sharing.dpia.DpiaFixture.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import gm.sharing.Refused;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DpiaTests {

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(Refused.class).isThrownBy(call).withMessageContaining(message);
    }

    @Nested
    class AtTheScreening {

        @Test
        void countsACriterionOnceHoweverOftenItIsSubmitted() {
            var answers = screening(List.of("Data matching", "Data matching"), List.of());

            assertThat(answers.ico()).containsExactly("Data matching");
        }

        @Test
        void keepsTheCriteriaInTheWordsOfTheLists() {
            var dpia = new Dpia(REFERENCE);

            assertThat(dpia.screen(matchesData())).isFalse();

            assertThat(dpia.criteria()).containsExactly("Data matching", "Vulnerable data subjects");
            assertThat(dpia.screening()).isEqualTo(matchesData());
            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        }

        @Test
        void letsTheOfficerConfirmThatNoneIsNeeded() {
            var dpia = screenedAs(ScreeningOutcome.DPO_CONFIRMS);

            dpia.decideNeed(new NoDpia(false, "No personal data are shared."), BY_OFFICER);

            assertThat(dpia.status()).isEqualTo(DpiaStatus.NOT_REQUIRED);
            assertThat(dpia.needDecided()).contains(BY_OFFICER);
        }

        @Test
        void goesOnWhenTheOfficerSaysThatOneIsNeeded() {
            var dpia = screenedAs(ScreeningOutcome.DPO_REVIEW);

            dpia.decideNeed(new NoDpia(true, "Health data of children."), BY_OFFICER);

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        }

        @Test
        void letsNobodyConfirmThatNoneIsNeededWhenOneIsRequired() {
            var dpia = screened();

            assertRefused(
                    () -> dpia.decideNeed(new NoDpia(false, "It takes too long."), BY_OFFICER),
                    "says that a DPIA is required");
        }

        @Test
        void hasToBeAnsweredBeforeTheOfficerDecides() {
            var dpia = new Dpia(REFERENCE);

            assertRefused(() -> dpia.decideNeed(new NoDpia(false, "None."), BY_OFFICER), "has to be answered first");
        }

        @Test
        void takesTheOldConfirmationBackWhenItIsAnsweredAgain() {
            var dpia = screenedAs(ScreeningOutcome.DPO_CONFIRMS);
            dpia.decideNeed(new NoDpia(false, "No personal data are shared."), BY_OFFICER);

            dpia.screen(matchesData());

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
            assertThat(dpia.need()).isEmpty();
            assertThat(dpia.screeningOutcome()).isEmpty();
        }

        private Dpia screenedAs(ScreeningOutcome outcome) {
            var dpia = new Dpia(REFERENCE);
            dpia.screen(screening(List.of(), List.of()));
            dpia.screened(outcome, "No criterion is met.");
            return dpia;
        }
    }

    @Nested
    class WhenTheProjectIsRevised {

        @Test
        void staysApprovedWhenTheLeadSaysWhyItStillHolds() {
            var dpia = approved();

            assertThat(dpia.screen(holding(matchesData(), "Only a phone number changed.")))
                    .isTrue();

            assertThat(dpia.status()).isEqualTo(DpiaStatus.APPROVED);
            assertThat(dpia.whyStillHolds()).contains("Only a phone number changed.");
        }

        @Test
        void staysApprovedWhenACriterionFallsAway() {
            var dpia = approved();

            assertThat(dpia.screen(holding(screening(List.of("Data matching"), List.of()), "Fewer data.")))
                    .isTrue();
        }

        @Test
        void isOpenAgainWhenTheProjectMeetsAnotherCriterion() {
            var dpia = approved();
            var more =
                    screening(List.of("Data matching", "Large-scale profiling"), List.of("Vulnerable data subjects"));

            assertThat(dpia.screen(holding(more, "It is nearly the same."))).isFalse();

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
            assertThat(dpia.whyStillHolds()).isEmpty();
        }

        @Test
        void isOpenAgainWhenTheLeadDoesNotSayThatItStillHolds() {
            var dpia = approved();

            assertThat(dpia.screen(matchesData())).isFalse();

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        }

        @Test
        void doesNotStayApprovedWithoutAReason() {
            var dpia = approved();

            assertRefused(() -> dpia.screen(holding(matchesData(), null)), "Say why");
        }

        @Test
        void cannotStillHoldWhenItWasRejected() {
            var dpia = rejected();

            assertThat(dpia.screen(holding(matchesData(), "Trust us."))).isFalse();

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        }
    }

    @Nested
    class WhileItIsWritten {

        @Test
        void saysHowIndividualsAreConsulted() {
            assertRefused(
                    () -> screened().consult(new Consultation(true, null, "Not needed", "Board", null, "None")),
                    "Say when and how");
        }

        @Test
        void saysWhyIndividualsAreNotConsulted() {
            assertRefused(
                    () -> screened().consult(new Consultation(false, "Workshops", null, "Board", null, "None")),
                    "Say why it is not appropriate");
        }

        @Test
        void namesAtLeastOneRisk() {
            assertRefused(() -> screened().assessRisks(List.of(), OWNERS), "at least one risk");
        }

        @Test
        void doesNotLetAMeasureMakeARiskWorse() {
            var worse =
                    risk(Effect.REDUCED, Likelihood.REMOTE, Severity.MINIMAL, Likelihood.POSSIBLE, Severity.MINIMAL);

            assertRefused(
                    () -> screened().assessRisks(List.of(risk(), worse), OWNERS),
                    "Risks, row 2: with the measure in place");
        }

        @Test
        void doesNotLetAnAcceptedRiskShrink() {
            var shrinks =
                    risk(Effect.ACCEPTED, Likelihood.PROBABLE, Severity.SEVERE, Likelihood.REMOTE, Severity.SEVERE);

            assertRefused(
                    () -> screened().assessRisks(List.of(shrinks), OWNERS), "Risks, row 1: a risk that is accepted");
        }

        @Test
        void doesNotLetAnEliminatedRiskStayLikely() {
            var likely = risk(
                    Effect.ELIMINATED, Likelihood.PROBABLE, Severity.SEVERE, Likelihood.POSSIBLE, Severity.MINIMAL);

            assertRefused(
                    () -> screened().assessRisks(List.of(likely), OWNERS),
                    "Risks, row 1: harm from a risk that is eliminated");
        }

        @Test
        void gradesEveryRiskBeforeAndAfterItsMeasure() {
            var dpia = screened();
            dpia.assessRisks(List.of(risk(), acceptedHighRisk()), OWNERS);

            assertThat(dpia.grade(GRADING)).isTrue();

            assertThat(dpia.risks()).extracting(GradedRisk::level).containsExactly(RiskLevel.HIGH, RiskLevel.HIGH);
            assertThat(dpia.risks())
                    .extracting(GradedRisk::residualLevel)
                    .containsExactly(RiskLevel.MEDIUM, RiskLevel.HIGH);
        }

        @Test
        void forgetsLevelsOfRisksThatAreWrittenAnew() {
            var dpia = written(acceptedHighRisk());

            dpia.assessRisks(List.of(acceptedHighRisk()), OWNERS);

            assertThat(dpia.residualHigh()).isFalse();
            assertRefused(() -> dpia.advise(advice(DpoView.ACCEPT), BY_OFFICER), "the risks and their levels");
        }
    }

    @Nested
    class WhenTheOfficerAdvises {

        @Test
        void isComplete() {
            var dpia = screened();
            assertRefused(() -> dpia.advise(advice(DpoView.ACCEPT), BY_OFFICER), "the description");
            dpia.describe(description());
            assertRefused(() -> dpia.advise(advice(DpoView.ACCEPT), BY_OFFICER), "the consultation");
            dpia.consult(consultation());
            assertRefused(() -> dpia.advise(advice(DpoView.ACCEPT), BY_OFFICER), "necessity and proportionality");
            dpia.assessNecessity(necessity());
            assertRefused(() -> dpia.advise(advice(DpoView.ACCEPT), BY_OFFICER), "the risks");
        }

        @Test
        void canBeSentBackAtAnyTime() {
            var dpia = screened();

            dpia.advise(advice(DpoView.SEND_BACK), BY_OFFICER);

            assertThat(dpia.advice()).contains(advice(DpoView.SEND_BACK));
            assertThat(dpia.advised()).contains(BY_OFFICER);
        }

        @ParameterizedTest
        @MethodSource("gm.sharing.dpia.DpiaTests#changes")
        void needsNewAdviceAfterEveryChange(Consumer<Dpia> change) {
            var dpia = advised(DpoView.ACCEPT);
            change.accept(dpia);
            dpia.grade(GRADING);

            assertRefused(() -> dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY), "has to advise");
        }
    }

    static Stream<Consumer<Dpia>> changes() {
        return Stream.of(
                dpia -> dpia.describe(describedBy("Something else.")),
                dpia -> dpia.consult(consultation()),
                dpia -> dpia.assessNecessity(necessity()),
                dpia -> dpia.assessRisks(List.of(risk()), OWNERS));
    }

    @Nested
    class WhenItIsDecided {

        @Test
        void remembersWhoDecidedAndOnWhichDayInLondon() {
            var dpia = approved();

            assertThat(dpia.status()).isEqualTo(DpiaStatus.APPROVED);
            assertThat(dpia.decided()).contains(BY_SIGNATORY);
            assertThat(BY_SIGNATORY.on()).isEqualTo("2026-05-06");
        }

        @Test
        void isNotApprovedWithoutAdvice() {
            assertRefused(() -> written().decide(decision(Verdict.APPROVE, null), BY_SIGNATORY), "has to advise");
        }

        @Test
        void isNotApprovedWhenItWasSentBack() {
            var dpia = written();
            dpia.advise(advice(DpoView.SEND_BACK), BY_OFFICER);

            assertRefused(() -> dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY), "has to advise");
        }

        @Test
        void isNotApprovedWhileARiskStaysHigh() {
            var dpia = advised(DpoView.ACCEPT, acceptedHighRisk());

            assertRefused(() -> dpia.decide(decision(Verdict.APPROVE, "We must."), BY_SIGNATORY), "Article 36");
            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        }

        @Test
        void canBeRejectedWhileARiskStaysHigh() {
            var dpia = advised(DpoView.AGAINST, acceptedHighRisk());

            dpia.decide(decision(Verdict.REJECT, "The risk stays high."), BY_SIGNATORY);

            assertThat(dpia.status()).isEqualTo(DpiaStatus.REJECTED);
        }

        @Test
        void givesReasonsForDecidingAgainstTheAdvice() {
            var dpia = advised(DpoView.AGAINST);

            assertRefused(
                    () -> dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY), "against the data protection");

            dpia.decide(decision(Verdict.APPROVE, "The law asks for it."), BY_SIGNATORY);
            assertThat(dpia.status()).isEqualTo(DpiaStatus.APPROVED);
        }

        @Test
        void givesReasonsForARejection() {
            assertRefused(
                    () -> advised(DpoView.ACCEPT).decide(decision(Verdict.REJECT, null), BY_SIGNATORY),
                    "reasons for rejecting");
        }

        @Test
        void givesReasonsForDepartingFromTheViewsOfThoseConsulted() {
            var departs = new DpiaDecision(Verdict.APPROVE, null, "SIRO", true, null, "Board");

            assertRefused(() -> advised(DpoView.ACCEPT).decide(departs, BY_SIGNATORY), "departing from the views");
        }

        @Test
        void cannotBeChanged() {
            var dpia = approved();

            assertRefused(() -> dpia.describe(description()), "is decided");
            assertRefused(() -> dpia.consult(consultation()), "is decided");
            assertRefused(() -> dpia.assessNecessity(necessity()), "is decided");
            assertRefused(() -> dpia.assessRisks(List.of(risk()), OWNERS), "is decided");
            assertRefused(() -> dpia.grade(GRADING), "is decided");
            assertRefused(() -> dpia.advise(advice(DpoView.AGAINST), BY_OFFICER), "is decided");
            assertRefused(() -> dpia.decide(decision(Verdict.REJECT, "No."), BY_SIGNATORY), "is decided");
        }
    }

    @Nested
    class WhenItIsOpenedAgain {

        @ParameterizedTest
        @MethodSource("gm.sharing.dpia.DpiaTests#decided")
        void keepsWhatWasWritten(Dpia dpia) {
            dpia.reopen();

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
            assertThat(dpia.description()).contains(description());
            assertThat(dpia.consultation()).contains(consultation());
            assertThat(dpia.necessity()).contains(necessity());
            assertThat(dpia.risks()).extracting(GradedRisk::risk).containsExactly(risk().numbered(1));
            assertThat(dpia.decision()).isPresent();
        }

        @Test
        void forgetsWhyItStillHeld() {
            var dpia = approved();
            dpia.screen(holding(matchesData(), "Only a phone number changed."));

            dpia.reopen();

            assertThat(dpia.whyStillHolds()).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("gm.sharing.dpia.DpiaTests#decided")
        void needsNewAdvice(Dpia dpia) {
            dpia.reopen();

            assertRefused(() -> dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY), "has to advise");
            assertThatNoException().isThrownBy(() -> dpia.advise(advice(DpoView.ACCEPT), BY_OFFICER));
        }
    }

    static Stream<Dpia> decided() {
        return Stream.of(approved(), rejected());
    }
}
