package gm.sharing.dpia;

import static gm.sharing.Changed.changed;
import static gm.sharing.dpia.DpiaFixture.BY_LEAD;
import static gm.sharing.dpia.DpiaFixture.BY_OFFICER;
import static gm.sharing.dpia.DpiaFixture.MANCHESTER;
import static gm.sharing.dpia.DpiaFixture.REVIEW_BY;
import static gm.sharing.dpia.DpiaFixture.criteria;
import static gm.sharing.dpia.DpiaFixture.screen;
import static gm.sharing.dpia.DpiaFixture.screened;
import static gm.sharing.dpia.DpiaFixture.screening;
import static gm.sharing.dpia.DpiaFixture.written;
import static gm.sharing.dpia.RiskFixture.GRADING;
import static gm.sharing.dpia.RiskFixture.OWNERS;
import static gm.sharing.dpia.RiskFixture.acceptedHighRisk;
import static gm.sharing.dpia.RiskFixture.risk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is written in an assessment, by several people and with risks that stay high. */
class WritingOfADpiaTests {

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(Refused.class).isThrownBy(call).withMessageContaining(message);
    }

    @Nested
    class WhileItIsWritten {

        @Test
        void saysHowIndividualsAreConsulted() {
            assertRefused(
                    () -> screened().consult(new Consultation(true, null, "Not needed", List.of()), BY_LEAD),
                    "Say when and how");
        }

        @Test
        void saysWhyIndividualsAreNotConsulted() {
            assertRefused(
                    () -> screened().consult(new Consultation(false, "Workshops", null, List.of()), BY_LEAD),
                    "Say why it is not appropriate");
        }

        @Test
        void namesAtLeastOneRisk() {
            assertRefused(() -> screened().assessRisks(List.of(), OWNERS, BY_LEAD), "at least one risk");
        }

        @Test
        void doesNotLetAMeasureMakeARiskWorse() {
            var worse =
                    risk(Effect.REDUCED, Likelihood.REMOTE, Severity.MINIMAL, Likelihood.POSSIBLE, Severity.MINIMAL);

            assertRefused(
                    () -> screened().assessRisks(List.of(risk(), worse), OWNERS, BY_LEAD), "With the measure in place");
        }

        @Test
        void doesNotLetAnAcceptedRiskShrink() {
            var shrinks =
                    risk(Effect.ACCEPTED, Likelihood.PROBABLE, Severity.SEVERE, Likelihood.REMOTE, Severity.SEVERE);

            assertRefused(() -> screened().assessRisks(List.of(shrinks), OWNERS, BY_LEAD), "A risk that is accepted");
        }

        @Test
        void doesNotLetAnEliminatedRiskStayLikely() {
            var likely = risk(
                    Effect.ELIMINATED, Likelihood.PROBABLE, Severity.SEVERE, Likelihood.POSSIBLE, Severity.MINIMAL);

            assertRefused(
                    () -> screened().assessRisks(List.of(likely), OWNERS, BY_LEAD),
                    "Harm from a risk that is eliminated");
        }

        @Test
        void promisesNoMeasureForADayThatHasPassed() {
            var today = BY_LEAD.on();

            assertRefused(
                    () -> screened().assessRisks(List.of(risk(), dueOn(0, today.minusDays(1))), OWNERS, BY_LEAD),
                    "30 April 2026 is in the past");
            assertThatNoException().isThrownBy(() -> screened().assessRisks(List.of(dueOn(0, today)), OWNERS, BY_LEAD));
        }

        @Test
        void keepsADayThatHasPassedSinceItWasPromised() {
            var promised = BY_LEAD.on().plusDays(3);
            var later = new By(BY_LEAD.person(), BY_LEAD.name(), BY_LEAD.at().plus(Duration.ofDays(30)));
            var dpia = written(dueOn(0, promised));
            dpia.reopen();

            assertRefused(
                    () -> dpia.assessRisks(List.of(dueOn(1, promised.minusDays(1))), OWNERS, later), "in the past");
            assertRefused(() -> dpia.assessRisks(List.of(dueOn(0, promised)), OWNERS, later), "in the past");
            dpia.assessRisks(List.of(dueOn(1, promised)), OWNERS, later);

            assertThat(dpia.risks())
                    .extracting(graded -> graded.risk().dueDate())
                    .containsExactly(promised);
        }

        @Test
        void promisesNothingForARiskThatIsAccepted() {
            var risk = acceptedHighRisk();
            var promising = changed(risk, "number", 0, "dueDate", BY_LEAD.on().plusYears(1));

            assertRefused(
                    () -> screened().assessRisks(List.of(promising), OWNERS, BY_LEAD),
                    "A risk that is accepted has no measure");
        }

        private Risk dueOn(int number, LocalDate day) {
            return RiskFixture.promised(number, "A person checks every match.", "lead", day);
        }

        @Test
        void gradesEveryRiskBeforeAndAfterItsMeasure() {
            var dpia = screened();
            dpia.assessRisks(List.of(risk(), acceptedHighRisk()), OWNERS, BY_LEAD);

            assertThat(dpia.grade(GRADING)).isTrue();

            assertThat(dpia.risks()).extracting(GradedRisk::level).containsExactly(RiskLevel.HIGH, RiskLevel.HIGH);
            assertThat(dpia.risks())
                    .extracting(GradedRisk::residualLevel)
                    .containsExactly(RiskLevel.MEDIUM, RiskLevel.HIGH);
        }

        @Test
        void forgetsLevelsOfRisksThatAreWrittenAnew() {
            var dpia = written(acceptedHighRisk());
            dpia.reopen();

            dpia.assessRisks(List.of(acceptedHighRisk()), OWNERS, BY_LEAD);

            assertThat(dpia.riskRegister().staysHigh()).isFalse();
            assertRefused(() -> dpia.requestAdvice(List.of(MANCHESTER), REVIEW_BY), "the risks and their levels");
        }
    }

    @Nested
    class WhileSeveralPeopleWriteIt {

        @Test
        void takesItsSectionsInAnyOrder() {
            var dpia = screened();

            dpia.write(DpiaSection.NECESSITY, BY_LEAD);
            dpia.write(DpiaSection.SCOPE, BY_LEAD);

            assertThat(dpia.openSections())
                    .containsExactly(
                            DpiaSection.NEED,
                            DpiaSection.NATURE,
                            DpiaSection.CONTEXT,
                            DpiaSection.PURPOSES,
                            DpiaSection.CONSULTATION,
                            DpiaSection.RISKS);
        }

        @Test
        void tellsTheSecondWhoSavedTheSectionAndWhen() {
            var dpia = screened();
            dpia.write(DpiaSection.SCOPE, BY_LEAD);

            assertRefused(
                    () -> dpia.write(DpiaSection.SCOPE, BY_OFFICER),
                    "“Scope of the processing” was already saved by Lena Lead on 1 May 2026 at 10:00");
            assertThat(dpia.section(DpiaSection.SCOPE).saved()).isEqualTo(BY_LEAD);
        }
    }

    @Nested
    class WhenARiskStaysHigh {

        @Test
        void isReducedByWritingTheRisksAgain() {
            var dpia = written(acceptedHighRisk());

            assertThat(dpia.answerHighRisk(new HighRiskAnswer(HighRiskAnswer.Way.REDUCE, null)))
                    .isFalse();

            assertThat(dpia.openSections()).containsExactly(DpiaSection.RISKS);
        }

        @Test
        void givesAReasonForConsultingInsteadOfReducing() {
            var dpia = written(acceptedHighRisk());
            assertRefused(
                    () -> dpia.answerHighRisk(new HighRiskAnswer(HighRiskAnswer.Way.CONSULT, null)),
                    "Say why the risk cannot be reduced");

            assertThat(dpia.answerHighRisk(new HighRiskAnswer(HighRiskAnswer.Way.CONSULT, "The law asks for it.")))
                    .isTrue();

            assertThat(dpia.riskRegister().whyNotReduced()).contains("The law asks for it.");
            assertThat(dpia.openSections()).isEmpty();
        }

        @Test
        void mayStayHighOnceTheCommissionerWasConsultedOnIt() {
            var dpia = written(risk(), acceptedHighRisk());
            assertThat(dpia.riskRegister().highRisks()).containsExactly(2);

            dpia.consulted(ConsultationOutcome.GO_ON, Set.of(2));

            assertThat(dpia.riskRegister().isConsultationNeeded()).isFalse();
            assertThat(dpia.openSections()).containsExactly(DpiaSection.RISKS);
        }

        @Test
        void mayNotStayHighWhenAnotherOneWasConsultedOn() {
            var dpia = written(acceptedHighRisk(), acceptedHighRisk());

            dpia.consulted(ConsultationOutcome.GO_ON, Set.of(2));

            assertThat(dpia.riskRegister().isConsultationNeeded()).isTrue();
        }

        @Test
        void isRevisedAsAWholeOrStopsWhenTheConsultationEndsSo() {
            var changed = written(acceptedHighRisk());
            changed.consulted(ConsultationOutcome.CHANGE, Set.of(1));
            assertThat(changed.openSections()).containsExactly(DpiaSection.values());
            assertThat(changed.riskRegister().isConsultationNeeded()).isTrue();

            var stopped = written(acceptedHighRisk());
            stopped.consulted(ConsultationOutcome.STOP, Set.of(1));
            assertThat(stopped.status()).isEqualTo(DpiaStatus.STOPPED);
        }

        @Test
        void isConsultedOnAnewWhenTheProjectIsScreenedAnew() {
            var dpia = written(acceptedHighRisk());
            dpia.consulted(ConsultationOutcome.GO_ON, Set.of(1));

            screen(dpia, screening(), criteria());

            assertThat(dpia.riskRegister().isConsultationNeeded()).isTrue();
        }
    }
}
