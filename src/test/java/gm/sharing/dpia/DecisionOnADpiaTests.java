package gm.sharing.dpia;

import static gm.sharing.dpia.DpiaFixture.BY_LEAD;
import static gm.sharing.dpia.DpiaFixture.BY_OFFICER;
import static gm.sharing.dpia.DpiaFixture.BY_SIGNATORY;
import static gm.sharing.dpia.DpiaFixture.MANCHESTER;
import static gm.sharing.dpia.DpiaFixture.REVIEW_BY;
import static gm.sharing.dpia.DpiaFixture.advice;
import static gm.sharing.dpia.DpiaFixture.advised;
import static gm.sharing.dpia.DpiaFixture.approved;
import static gm.sharing.dpia.DpiaFixture.asked;
import static gm.sharing.dpia.DpiaFixture.consultation;
import static gm.sharing.dpia.DpiaFixture.criteria;
import static gm.sharing.dpia.DpiaFixture.decision;
import static gm.sharing.dpia.DpiaFixture.holding;
import static gm.sharing.dpia.DpiaFixture.rejected;
import static gm.sharing.dpia.DpiaFixture.screen;
import static gm.sharing.dpia.RiskFixture.GRADING;
import static gm.sharing.dpia.RiskFixture.OWNERS;
import static gm.sharing.dpia.RiskFixture.acceptedHighRisk;
import static gm.sharing.dpia.RiskFixture.risk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import gm.sharing.Refused;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is decided on an assessment, and what stays when it is opened again. */
class DecisionOnADpiaTests {

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(Refused.class).isThrownBy(call).withMessageContaining(message);
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
            assertRefused(() -> asked().decide(decision(Verdict.APPROVE, null), BY_SIGNATORY), "has to advise");
        }

        @Test
        void isNotApprovedWhenItWasSentBack() {
            var dpia = advised(DpoView.SEND_BACK);
            dpia.sendBack();

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

            assertRefused(() -> dpia.write(DpiaSection.NEED, BY_LEAD), "is decided");
            assertRefused(() -> dpia.consult(consultation(), BY_LEAD), "is decided");
            assertRefused(() -> dpia.assessRisks(List.of(risk()), OWNERS, BY_LEAD), "is decided");
            assertRefused(() -> dpia.grade(GRADING), "is decided");
            assertRefused(() -> dpia.requestAdvice(List.of(MANCHESTER), REVIEW_BY), "is decided");
            assertRefused(() -> dpia.advise(MANCHESTER, advice(DpoView.AGAINST), BY_OFFICER), "is decided");
            assertRefused(() -> dpia.decide(decision(Verdict.REJECT, "No."), BY_SIGNATORY), "is decided");
        }
    }

    @Nested
    class WhenItIsOpenedAgain {

        @ParameterizedTest
        @MethodSource("gm.sharing.dpia.DecisionOnADpiaTests#decided")
        void keepsWhatWasWritten(Dpia dpia) {
            dpia.reopen();

            assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
            assertThat(dpia.openSections()).containsExactly(DpiaSection.values());
            assertThat(dpia.section(DpiaSection.SCOPE).isWritten()).isTrue();
            assertThat(dpia.consultation()).contains(consultation());
            assertThat(dpia.risks()).extracting(GradedRisk::risk).containsExactly(risk().numbered(1));
            assertThat(dpia.decision()).isPresent();
        }

        @Test
        void forgetsWhyItStillHeld() {
            var dpia = approved();
            screen(dpia, holding("Only a phone number changed."), criteria());

            dpia.reopen();

            assertThat(dpia.screeningResult().whyStillHolds()).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("gm.sharing.dpia.DecisionOnADpiaTests#decided")
        void needsNewAdvice(Dpia dpia) {
            dpia.reopen();

            assertRefused(() -> dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY), "has to advise");
            assertThatNoException().isThrownBy(() -> dpia.requestAdvice(List.of(MANCHESTER), REVIEW_BY));
        }
    }

    static Stream<Dpia> decided() {
        return Stream.of(approved(), rejected());
    }
}
