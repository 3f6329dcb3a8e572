package gm.sharing.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.dpia.ConsultationOutcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A prior consultation from its submission to what its outcome decides. */
class PriorConsultationTests extends ConsultationOfTheCommissioner {

    @Nested
    class WhenItIsSubmitted {

        @Test
        void waitsForTheCommissionerToTakeItOnWithinTenDays() {
            submit();

            assertThat(consultation.state()).isEqualTo(ConsultationState.SUBMITTED);
            assertThat(consultation.acceptanceDue()).contains(day("2026-06-13"));
            assertThat(consultation.adviceDue()).isEmpty();
            assertThat(consultation.risks()).containsExactlyInAnyOrder(2, 5);
        }

        @Test
        void mustHoldAllThatTheArticleAsksFor() {
            refuses(
                    () -> consultation.submit(
                            new Submission(
                                    Regime.UK_GDPR,
                                    SENT,
                                    List.of(SentItem.PURPOSES, SentItem.DPIA, SentItem.DPIA),
                                    null),
                            by("2026-06-03")),
                    "sent",
                    "Article 36(3) of UK GDPR also asks for who is responsible for what among"
                            + " controllers and processors, the measures and safeguards, the contact details of the"
                            + " data protection officer.");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-06-04, 4 June 2026 is in the future.",
            "2026-05-31, 31 May 2026 is too early; it cannot be before 1 June 2026."
        })
        void takesNoDayThatCannotBe(LocalDate day, String complaint) {
            refuses(() -> consultation.submit(sentOn(day), by("2026-06-03")), "submittedOn", complaint);
        }

        @Test
        void takesNoSecondRequestWhileTheFirstIsWithTheCommissioner() {
            submit();

            refuses(
                    () -> consultation.submit(sentOn(SENT), by("2026-06-04")),
                    "The prior consultation has moved on in the meantime: Sent; the Commissioner has to say whether it"
                            + " is accepted.");
        }
    }

    @Nested
    class WhenTheCommissionerTakesItOn {

        @Test
        void countsEightWeeksFromReceiptHoweverLateItIsRecorded() {
            submit();
            accept("2026-06-20");

            assertThat(consultation.state()).isEqualTo(ConsultationState.CLOCK_RUNS);
            assertThat(consultation.adviceDue()).contains(day("2026-07-30"));
            assertThat(consultation.extensionDue()).contains(day("2026-07-04"));
            assertThat(consultation.request().orElseThrow().icoReference()).isEqualTo("IC-123456");
        }

        @Test
        void needsTheDatesAndTheReference() {
            submit();

            refuses(
                    () -> consultation.answer(
                            new Acceptance(Acceptance.Answer.ACCEPTED, null, RECEIVED, "IC-1", null), by("2026-06-10")),
                    "answeredOn",
                    "Must be filled in.");
            refuses(
                    () -> consultation.answer(
                            new Acceptance(Acceptance.Answer.ACCEPTED, SENT, null, "IC-1", null), by("2026-06-10")),
                    "receivedOn",
                    "Must be filled in.");
            refuses(
                    () -> consultation.answer(
                            new Acceptance(Acceptance.Answer.ACCEPTED, SENT, day("2026-06-02"), "IC-1", null),
                            by("2026-06-10")),
                    "receivedOn",
                    "2 June 2026 is too early; it cannot be before 3 June 2026.");
            refuses(
                    () -> consultation.answer(
                            new Acceptance(Acceptance.Answer.ACCEPTED, SENT, SENT, null, null), by("2026-06-10")),
                    "icoReference",
                    "Must be filled in.");
        }

        @Test
        void keepsWhatWasReturnedBesideWhatIsSentAgain() {
            submit();
            consultation.answer(
                    new Acceptance(
                            Acceptance.Answer.INCOMPLETE, day("2026-06-09"), null, null, "The DPIA has no annex."),
                    by("2026-06-10"));

            assertThat(consultation.state()).isEqualTo(ConsultationState.RETURNED);
            refuses(
                    () -> consultation.submit(sentOn(day("2026-06-08")), by("2026-06-12")),
                    "submittedOn",
                    "8 June 2026 is too early; it cannot be before 9 June 2026.");
            consultation.submit(sentOn(day("2026-06-12")), by("2026-06-12"));
            consultation.startClock(UK_GDPR);

            assertThat(consultation.requests()).hasSize(2);
            assertThat(consultation.requests().get(0).explanation()).isEqualTo("The DPIA has no annex.");
            assertThat(consultation.acceptanceDue()).contains(day("2026-06-22"));
        }

        @ParameterizedTest
        @EnumSource(
                names = {"INCOMPLETE", "DECLINED"},
                value = Acceptance.Answer.class)
        void saysWhyItIsReturnedOrNotNeeded(Acceptance.Answer answer) {
            submit();

            refuses(
                    () -> consultation.answer(new Acceptance(answer, SENT, null, null, null), by("2026-06-10")),
                    "explanation",
                    "Must be filled in.");
        }

        @Test
        void cannotCallTheCommissionerSilentBeforeTheTenDaysHavePassed() {
            submit();
            var silent = new Acceptance(Acceptance.Answer.SILENT, null, RECEIVED, null, null);

            refuses(
                    () -> consultation.answer(silent, by("2026-06-13")),
                    "acceptance",
                    "The Commissioner still has until 13 June 2026 to answer.");
            consultation.answer(silent, by("2026-06-14"));

            assertThat(consultation.adviceDue()).contains(day("2026-07-30"));
        }
    }

    @Nested
    class WhenTheOutcomeIsDecided {

        @ParameterizedTest
        @EnumSource(names = {"WARNING", "BAN"})
        void doesNotGoOnAgainstTheCommissioner(IcoView view) {
            underWay();
            advise(view, "2026-07-20");

            refuses(
                    () -> decide(ConsultationOutcome.GO_ON, "We disagree."),
                    "outcome",
                    "The Commissioner said not to go ahead as it is (" + view.label()
                            + "). Change the sharing or stop the project.");
            decide(ConsultationOutcome.CHANGE, null);

            assertThat(consultation.state()).isEqualTo(ConsultationState.ENDED);
        }

        @Test
        void goesOnWithTheMeasuresThatWereAdvised() {
            underWay();
            advise(IcoView.MEASURES, "2026-07-20");

            refuses(
                    () -> decide(ConsultationOutcome.GO_ON, null),
                    "measures",
                    "Say what is done about the Commissioner’s advice.");
            decide(ConsultationOutcome.GO_ON, "A second check.");

            assertThat(consultation.outcome().orElseThrow().measures()).isEqualTo("A second check.");
            assertThat(consultation.decided().orElseThrow().person()).isEqualTo("somebody");
        }

        @Test
        void goesOnWhenNoConsultationIsNeeded() {
            submit();
            consultation.answer(
                    new Acceptance(Acceptance.Answer.DECLINED, RECEIVED, null, null, "The risk is not high."),
                    by("2026-06-10"));

            decide(ConsultationOutcome.GO_ON, null);

            assertThat(consultation.state()).isEqualTo(ConsultationState.ENDED);
        }

        @Test
        void waitsForTheCommissioner() {
            underWay();

            refuses(
                    () -> decide(ConsultationOutcome.STOP, null),
                    "The prior consultation has moved on in the meantime: Accepted; the Commissioner’s advice is"
                            + " awaited.");
        }
    }

    private void decide(ConsultationOutcome outcome, String measures) {
        consultation.decide(new Outcome(outcome, "Weighed with the officer.", measures), by("2026-10-02"));
    }
}
