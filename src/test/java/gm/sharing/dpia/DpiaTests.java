package gm.sharing.dpia;

import static gm.sharing.dpia.DpiaFixture.ACCEPTABLE;
import static gm.sharing.dpia.DpiaFixture.BY_LEAD;
import static gm.sharing.dpia.DpiaFixture.BY_OFFICER;
import static gm.sharing.dpia.DpiaFixture.BY_SIGNATORY;
import static gm.sharing.dpia.DpiaFixture.GRADING;
import static gm.sharing.dpia.DpiaFixture.IMPROVABLE;
import static gm.sharing.dpia.DpiaFixture.MANCHESTER;
import static gm.sharing.dpia.DpiaFixture.MATCHING;
import static gm.sharing.dpia.DpiaFixture.OWNERS;
import static gm.sharing.dpia.DpiaFixture.REFERENCE;
import static gm.sharing.dpia.DpiaFixture.REVIEW_BY;
import static gm.sharing.dpia.DpiaFixture.TO_FIX;
import static gm.sharing.dpia.DpiaFixture.VULNERABLE;
import static gm.sharing.dpia.DpiaFixture.acceptedHighRisk;
import static gm.sharing.dpia.DpiaFixture.advice;
import static gm.sharing.dpia.DpiaFixture.advised;
import static gm.sharing.dpia.DpiaFixture.approved;
import static gm.sharing.dpia.DpiaFixture.asked;
import static gm.sharing.dpia.DpiaFixture.consultation;
import static gm.sharing.dpia.DpiaFixture.criteria;
import static gm.sharing.dpia.DpiaFixture.decision;
import static gm.sharing.dpia.DpiaFixture.describe;
import static gm.sharing.dpia.DpiaFixture.holding;
import static gm.sharing.dpia.DpiaFixture.rejected;
import static gm.sharing.dpia.DpiaFixture.risk;
import static gm.sharing.dpia.DpiaFixture.screen;
import static gm.sharing.dpia.DpiaFixture.screened;
import static gm.sharing.dpia.DpiaFixture.screening;
import static gm.sharing.dpia.DpiaFixture.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DpiaTests {

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
            assertThat(dpia.needDecided()).contains(BY_OFFICER);
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
            assertThat(dpia.need()).isEmpty();
            assertThat(dpia.screeningOutcome()).isEmpty();
        }

        private Dpia screenedAs(ScreeningOutcome outcome) {
            var dpia = new Dpia(REFERENCE);
            screen(dpia, screening(), List.of());
            dpia.screened(outcome, "No criterion is met.");
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
            assertThat(dpia.whyStillHolds()).contains("Only a phone number changed.");
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
            assertThat(dpia.whyStillHolds()).isEmpty();
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
            var promising = new Risk(
                    0,
                    risk.source(),
                    risk.impact(),
                    risk.likelihood(),
                    risk.severity(),
                    risk.measure(),
                    risk.effect(),
                    risk.residualLikelihood(),
                    risk.residualSeverity(),
                    risk.owner(),
                    BY_LEAD.on().plusYears(1));

            assertRefused(
                    () -> screened().assessRisks(List.of(promising), OWNERS, BY_LEAD),
                    "A risk that is accepted has no measure");
        }

        private Risk dueOn(int number, LocalDate day) {
            return DpiaFixture.promised(number, "A person checks every match.", "lead", day);
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

            assertThat(dpia.residualHigh()).isFalse();
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
    class WhenTheOfficersAdvise {

        @Test
        void isComplete() {
            var dpia = screened();
            assertIncomplete(dpia, "the need for it");
            describe(dpia);
            assertIncomplete(dpia, "the consultation");
            dpia.consult(consultation(), BY_LEAD);
            assertIncomplete(dpia, "necessity and proportionality");
            dpia.write(DpiaSection.NECESSITY, BY_LEAD);
            assertIncomplete(dpia, "the risks");
        }

        private static void assertIncomplete(Dpia dpia, String missing) {
            assertRefused(() -> dpia.requestAdvice(List.of(MANCHESTER), REVIEW_BY), missing);
        }

        @Test
        void takesAdviceOnlyOfThoseWhoWereAsked() {
            assertRefused(
                    () -> asked().advise(new OrganisationCode("bury"), advice(DpoView.ACCEPT), BY_OFFICER),
                    "was not asked");
        }

        @Test
        void opensExactlyTheSectionsThatAnyOfThemMarkedAsToFix() {
            var dpia = asked("manchester", "bury");
            dpia.advise(MANCHESTER, advice(DpoView.ACCEPT), BY_OFFICER);
            dpia.advise(new OrganisationCode("bury"), advice(DpoView.SEND_BACK), BY_OFFICER);

            assertThat(dpia.sendBack()).containsExactly(DpiaSection.SCOPE);

            assertThat(dpia.openSections()).containsExactly(DpiaSection.SCOPE);
            assertThat(dpia.marksOf(DpiaSection.SCOPE))
                    .contains(new MarkedSection(new OrganisationCode("bury"), DpiaSection.SCOPE, TO_FIX));
            assertThat(dpia.advice()).extracting(OrganisationAdvice::state).containsOnly(AdviceState.REQUESTED);
        }

        @Test
        void staysClosedWhenNothingIsToFix() {
            var dpia = advised(DpoView.ACCEPT);

            assertThat(dpia.sendBack()).isEmpty();
            assertThat(dpia.openSections()).isEmpty();
        }

        @Test
        void isSentBackBecauseOfASectionOrNotAtAll() {
            assertRefused(
                    () -> asked().advise(MANCHESTER, advice(DpoView.SEND_BACK, ACCEPTABLE), BY_OFFICER),
                    "Mark the sections");
            assertRefused(
                    () -> asked().advise(MANCHESTER, advice(DpoView.ACCEPT, TO_FIX), BY_OFFICER),
                    "A section is marked as to fix");
        }

        @Test
        void saysWhatIsToMendAndWhoImprovesItByWhen() {
            var silent = new SectionMark(Mark.TO_FIX, null, null, null);
            var nobodys = new SectionMark(Mark.IMPROVABLE, "Count again.", null, REVIEW_BY);
            var someday = new SectionMark(Mark.IMPROVABLE, "Count again.", "lead", null);

            assertRefused(
                    () -> asked().advise(MANCHESTER, advice(DpoView.SEND_BACK, silent), BY_OFFICER),
                    "Say in a comment");
            assertRefused(
                    () -> asked().advise(MANCHESTER, advice(DpoView.ACCEPT, nobodys), BY_OFFICER), "Name who improves");
            assertRefused(() -> asked().advise(MANCHESTER, advice(DpoView.ACCEPT, someday), BY_OFFICER), "by when");
        }

        @Test
        void listsWhatIsToBeImproved() {
            var dpia = asked();
            dpia.advise(MANCHESTER, advice(DpoView.ACCEPT, IMPROVABLE), BY_OFFICER);

            assertThat(dpia.improvements())
                    .containsExactly(new Improvement(
                            DpiaSection.SCOPE,
                            MANCHESTER,
                            "Count the families again.",
                            "lead",
                            LocalDate.of(2026, 9, 1)));
        }

        @Test
        void hasNoConditionThatNobodyIsResponsibleFor() {
            assertRefused(
                    () -> asked().advise(MANCHESTER, advice(DpoView.ACCEPT_WITH_CONDITIONS), BY_OFFICER),
                    "followed up as measures");
        }

        @Test
        void countsWhoAdvisedWhat() {
            var dpia = asked("manchester", "bury", "bolton", "wigan");
            dpia.advise(MANCHESTER, advice(DpoView.ACCEPT_WITH_CONDITIONS, IMPROVABLE), BY_OFFICER);
            dpia.advise(new OrganisationCode("bury"), advice(DpoView.AGAINST), BY_OFFICER);
            dpia.closeUnanswered(new OrganisationCode("bolton"));

            assertThat(dpia.tally()).isEqualTo(new AdviceTally(1, 1, 1, 1));
        }

        @Test
        void keepsWhatWasAdvisedToBeReadWhenItIsAskedForAnew() {
            var dpia = advised(DpoView.SEND_BACK);
            dpia.sendBack();
            dpia.write(DpiaSection.SCOPE, BY_LEAD);

            dpia.requestAdvice(List.of(MANCHESTER), REVIEW_BY.plusDays(9));

            assertThat(dpia.adviceOf(MANCHESTER)).hasValueSatisfying(advice -> {
                assertThat(advice.view()).isEqualTo(DpoView.SEND_BACK);
                assertThat(advice.isGiven()).isFalse();
                assertThat(advice.reviewBy()).isEqualTo(REVIEW_BY.plusDays(9));
            });
        }

        @ParameterizedTest
        @EnumSource
        void needsNewAdviceAfterEveryChange(DpiaSection section) {
            var dpia = advised(DpoView.ACCEPT);
            dpia.open(Set.of(section));

            assertRefused(() -> dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY), "has to advise");
        }
    }

    @Nested
    class WhenAdviceIsAgainstItOrMissing {

        @Test
        void isOverruledWithReasonsByANamedPerson() {
            var dpia = advised(DpoView.AGAINST);

            dpia.weigh(objection(Objection.Weighing.OVERRULE), BY_SIGNATORY);

            assertThat(dpia.overruling()).contains(new Overruling("The law asks for it.", "SIRO", BY_SIGNATORY));
            dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY);
            assertThat(dpia.status()).isEqualTo(DpiaStatus.APPROVED);
        }

        @Test
        void opensTheSectionsThatTheSignatoryWantsMended() {
            var dpia = advised(DpoView.AGAINST);

            dpia.weigh(objection(Objection.Weighing.MEND, DpiaSection.NATURE, DpiaSection.RISKS), BY_SIGNATORY);

            assertThat(dpia.openSections()).containsExactly(DpiaSection.NATURE, DpiaSection.RISKS);
            assertThat(dpia.mendReasons()).contains("The law asks for it.");
        }

        @Test
        void mendsAtLeastOneSection() {
            assertRefused(
                    () -> advised(DpoView.AGAINST).weigh(objection(Objection.Weighing.MEND), BY_SIGNATORY),
                    "at least one section");
        }

        @Test
        void forgetsThatAdviceWasOverruledOnceItIsChanged() {
            var dpia = advised(DpoView.AGAINST);
            dpia.weigh(objection(Objection.Weighing.OVERRULE), BY_SIGNATORY);

            dpia.open(Set.of(DpiaSection.SCOPE));

            assertThat(dpia.overruling()).isEmpty();
        }

        @Test
        void isDecidedWithoutAdviceOnlyForAReason() {
            var dpia = asked();
            dpia.closeUnanswered(MANCHESTER);
            assertRefused(
                    () -> dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY),
                    "without a data protection officer's advice");

            dpia.explainMissingAdvice(new MissingAdvice("The officer is ill and nobody stands in."), BY_LEAD);

            dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY);
            assertThat(dpia.missingAdviceExplained()).contains(BY_LEAD);
        }

        private static Objection objection(Objection.Weighing decision, DpiaSection... sections) {
            return new Objection(decision, "The law asks for it.", "SIRO", List.of(sections));
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

            assertThat(dpia.whyNotReduced()).contains("The law asks for it.");
            assertThat(dpia.openSections()).isEmpty();
        }

        @Test
        void mayStayHighOnceTheCommissionerWasConsultedOnIt() {
            var dpia = written(risk(), acceptedHighRisk());
            assertThat(dpia.highRisks()).containsExactly(2);

            dpia.consulted(ConsultationOutcome.GO_ON, Set.of(2));

            assertThat(dpia.isConsultationNeeded()).isFalse();
            assertThat(dpia.openSections()).containsExactly(DpiaSection.RISKS);
        }

        @Test
        void mayNotStayHighWhenAnotherOneWasConsultedOn() {
            var dpia = written(acceptedHighRisk(), acceptedHighRisk());

            dpia.consulted(ConsultationOutcome.GO_ON, Set.of(2));

            assertThat(dpia.isConsultationNeeded()).isTrue();
        }

        @Test
        void isRevisedAsAWholeOrStopsWhenTheConsultationEndsSo() {
            var changed = written(acceptedHighRisk());
            changed.consulted(ConsultationOutcome.CHANGE, Set.of(1));
            assertThat(changed.openSections()).containsExactly(DpiaSection.values());
            assertThat(changed.isConsultationNeeded()).isTrue();

            var stopped = written(acceptedHighRisk());
            stopped.consulted(ConsultationOutcome.STOP, Set.of(1));
            assertThat(stopped.status()).isEqualTo(DpiaStatus.STOPPED);
        }

        @Test
        void isConsultedOnAnewWhenTheProjectIsScreenedAnew() {
            var dpia = written(acceptedHighRisk());
            dpia.consulted(ConsultationOutcome.GO_ON, Set.of(1));

            screen(dpia, screening(), criteria());

            assertThat(dpia.isConsultationNeeded()).isTrue();
        }
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
        @MethodSource("gm.sharing.dpia.DpiaTests#decided")
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

            assertThat(dpia.whyStillHolds()).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("gm.sharing.dpia.DpiaTests#decided")
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
