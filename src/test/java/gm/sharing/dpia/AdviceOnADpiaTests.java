package gm.sharing.dpia;

import static gm.sharing.dpia.DpiaFixture.ACCEPTABLE;
import static gm.sharing.dpia.DpiaFixture.BY_LEAD;
import static gm.sharing.dpia.DpiaFixture.BY_OFFICER;
import static gm.sharing.dpia.DpiaFixture.BY_SIGNATORY;
import static gm.sharing.dpia.DpiaFixture.IMPROVABLE;
import static gm.sharing.dpia.DpiaFixture.MANCHESTER;
import static gm.sharing.dpia.DpiaFixture.REVIEW_BY;
import static gm.sharing.dpia.DpiaFixture.TO_FIX;
import static gm.sharing.dpia.DpiaFixture.advice;
import static gm.sharing.dpia.DpiaFixture.advised;
import static gm.sharing.dpia.DpiaFixture.asked;
import static gm.sharing.dpia.DpiaFixture.consultation;
import static gm.sharing.dpia.DpiaFixture.decision;
import static gm.sharing.dpia.DpiaFixture.describe;
import static gm.sharing.dpia.DpiaFixture.screened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What data protection officers advise on an assessment, and what follows from it. */
class AdviceOnADpiaTests {

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(Refused.class).isThrownBy(call).withMessageContaining(message);
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
            assertThat(dpia.adviceRound().marksOf(DpiaSection.SCOPE))
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

            assertThat(dpia.adviceRound().improvements())
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
            dpia.adviceRound().closeUnanswered(new OrganisationCode("bolton"));

            assertThat(dpia.adviceRound().tally()).isEqualTo(new AdviceTally(1, 1, 1, 1));
        }

        @Test
        void keepsWhatWasAdvisedToBeReadWhenItIsAskedForAnew() {
            var dpia = advised(DpoView.SEND_BACK);
            dpia.sendBack();
            dpia.write(DpiaSection.SCOPE, BY_LEAD);

            dpia.requestAdvice(List.of(MANCHESTER), REVIEW_BY.plusDays(9));

            assertThat(dpia.adviceRound().adviceOf(MANCHESTER)).hasValueSatisfying(advice -> {
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

            assertThat(dpia.adviceRound().overruling())
                    .contains(new Overruling("The law asks for it.", "SIRO", BY_SIGNATORY));
            dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY);
            assertThat(dpia.status()).isEqualTo(DpiaStatus.APPROVED);
        }

        @Test
        void opensTheSectionsThatTheSignatoryWantsMended() {
            var dpia = advised(DpoView.AGAINST);

            dpia.weigh(objection(Objection.Weighing.MEND, DpiaSection.NATURE, DpiaSection.RISKS), BY_SIGNATORY);

            assertThat(dpia.openSections()).containsExactly(DpiaSection.NATURE, DpiaSection.RISKS);
            assertThat(dpia.adviceRound().mendReasons()).contains("The law asks for it.");
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

            assertThat(dpia.adviceRound().overruling()).isEmpty();
        }

        @Test
        void isDecidedWithoutAdviceOnlyForAReason() {
            var dpia = asked();
            dpia.adviceRound().closeUnanswered(MANCHESTER);
            assertRefused(
                    () -> dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY),
                    "without a data protection officer’s advice");

            dpia.explainMissingAdvice(new MissingAdvice("The officer is ill and nobody stands in."), BY_LEAD);

            dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY);
            assertThat(dpia.adviceRound().missingAdviceExplained()).contains(BY_LEAD);
        }

        private static Objection objection(Objection.Weighing decision, DpiaSection... sections) {
            return new Objection(decision, "The law asks for it.", "SIRO", List.of(sections));
        }
    }
}
