package gm.sharing.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.dpia.ConsultationOutcome;
import gm.sharing.organisation.By;
import gm.sharing.project.ProjectReference;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A prior consultation and its clock, in the days of the Commissioner's letters. */
class PriorConsultationTests {

    private static final Periods UK_GDPR = new Periods("P10D", "P8W", "P6W", "P1M");
    private static final LocalDate SENT = day("2026-06-03");
    private static final LocalDate RECEIVED = day("2026-06-04");

    private final PriorConsultation consultation = new PriorConsultation(
            new ProjectReference("SJ-2026-0001"),
            1,
            List.of(2, 5),
            by("2026-06-01").at());

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
    class WhileTheClockRuns {

        @Test
        void moreTimeMovesTheDateBySixWeeksOnce() {
            underWay();
            consultation.answer(extension("2026-07-04", "Many parties."), by("2026-07-06"));

            assertThat(consultation.adviceDue()).contains(day("2026-09-10"));
            refuses(
                    () -> consultation.answer(extension("2026-07-04", "Still."), by("2026-07-06")),
                    "answer",
                    "The time was already extended on 4 July 2026. It can be extended" + " once.");
        }

        @Test
        void moreTimeNeedsReasonsAndWordWithinAMonth() {
            underWay();

            refuses(
                    () -> consultation.answer(extension("2026-07-05", "Many parties."), by("2026-07-06")),
                    "writtenOn",
                    "The Commissioner can take longer only when that is said by 4 July 2026. The"
                            + " time for advice stays as it is.");
            refuses(
                    () -> consultation.answer(extension("2026-07-04", null), by("2026-07-06")),
                    "reasons",
                    "Must be filled in.");
            assertThat(consultation.adviceDue()).contains(day("2026-07-30"));
        }

        @Test
        void standsStillUntilTheCommissionerHasWhatWasAskedFor() {
            underWay();
            consultation.answer(question("2026-06-20", true), by("2026-06-22"));

            assertThat(consultation.state()).isEqualTo(ConsultationState.CLOCK_STOPPED);
            assertThat(consultation.stoppedSince()).contains(day("2026-06-20"));
            consultation.inform(new InformationSent(day("2026-07-01"), "The retention table."), by("2026-07-02"));

            assertThat(consultation.state()).isEqualTo(ConsultationState.CLOCK_RUNS);
            assertThat(consultation.stoppedSince()).isEmpty();
            assertThat(consultation.adviceDue()).contains(day("2026-08-10"));
            assertThat(consultation.extensionDue()).contains(day("2026-07-04"));
        }

        @Test
        void runsOnWhenTheCommissionerAsksWithoutStoppingIt() {
            underWay();
            consultation.answer(question("2026-06-20", false), by("2026-06-22"));

            assertThat(consultation.state()).isEqualTo(ConsultationState.INFORMATION_ASKED);
            assertThat(consultation.stoppedSince()).isEmpty();
            consultation.inform(new InformationSent(day("2026-07-01"), "The table."), by("2026-07-02"));

            assertThat(consultation.adviceDue()).contains(day("2026-07-30"));
        }

        @Test
        void countsADayOnceWhenQuestionsOverlap() {
            underWay();
            asks("2026-06-20", "2026-06-30");
            asks("2026-06-25", "2026-07-05");
            asks("2026-07-10", "2026-07-10");
            asks("2026-07-12", "2026-07-14");

            assertThat(consultation.adviceDue()).contains(day("2026-07-30").plusDays(15 + 2));
            assertThat(consultation.questions()).hasSize(4);
        }

        @Test
        void cannotStopOnceItHasRunOut() {
            underWay();

            refuses(
                    () -> consultation.answer(question("2026-07-31", true), by("2026-08-03")),
                    "clockStops",
                    "It cannot any more, as it ran out on 30 July 2026.");
            consultation.answer(question("2026-07-31", false), by("2026-08-03"));
        }

        @Test
        void needsToKnowWhatIsAskedForAndWhetherTimeStandsStill() {
            underWay();

            refuses(
                    () -> consultation.answer(
                            new CommissionerAnswer(
                                    CommissionerAnswer.Kind.ASKS, RECEIVED, null, true, null, null, null),
                            by("2026-06-22")),
                    "question",
                    "Must be filled in.");
            refuses(
                    () -> consultation.answer(
                            new CommissionerAnswer(
                                    CommissionerAnswer.Kind.ASKS, RECEIVED, "What?", null, null, null, null),
                            by("2026-06-22")),
                    "clockStops",
                    "Say yes or no.");
            asks("2026-06-10", "2026-06-12");
            refuses(
                    () -> consultation.inform(new InformationSent(day("2026-06-13"), "All."), by("2026-06-13")),
                    "The prior consultation has moved on in the meantime: Accepted; the Commissioner's advice is"
                            + " awaited.");
        }

        @Test
        void cannotHaveInformationBeforeItIsAskedFor() {
            underWay();
            consultation.answer(question("2026-06-20", true), by("2026-06-22"));

            refuses(
                    () -> consultation.inform(new InformationSent(day("2026-06-19"), "All."), by("2026-06-22")),
                    "receivedOn",
                    "19 June 2026 is too early; it cannot be before 20 June 2026.");
        }

        @Test
        void takesAdviceHoweverLateAndKnowsWhatTheCommissionerThinks() {
            underWay();

            refuses(
                    () -> consultation.answer(
                            new CommissionerAnswer(
                                    CommissionerAnswer.Kind.ADVISES, RECEIVED, null, null, null, null, "Fine."),
                            by("2026-06-22")),
                    "view",
                    "Must be filled in.");
            refuses(
                    () -> consultation.answer(
                            new CommissionerAnswer(
                                    CommissionerAnswer.Kind.ADVISES, RECEIVED, null, null, null, IcoView.BAN, null),
                            by("2026-06-22")),
                    "advice",
                    "Must be filled in.");
            advise(IcoView.MEASURES, "2026-10-01");

            assertThat(consultation.state()).isEqualTo(ConsultationState.ADVISED);
            assertThat(consultation.advice().orElseThrow().advisedOn()).isEqualTo("2026-10-01");
        }

        @Test
        void isUnansweredOnlyAfterItsLastDay() {
            underWay();
            var silent = new CommissionerAnswer(CommissionerAnswer.Kind.SILENT, null, null, null, null, null, null);

            refuses(
                    () -> consultation.answer(silent, by("2026-07-30")),
                    "answer",
                    "The Commissioner still has until 30 July 2026 to answer.");
            consultation.answer(silent, by("2026-07-31"));

            assertThat(consultation.state()).isEqualTo(ConsultationState.UNANSWERED);
            assertThat(consultation.unanswered()).isPresent();
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
                    "Say what is done about the Commissioner's advice.");
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
                    "The prior consultation has moved on in the meantime: Accepted; the Commissioner's advice is"
                            + " awaited.");
        }
    }

    @Test
    void countsCalendarMonthsWhereTheLawSaysMonths() {
        consultation.submit(sentOn(SENT), by("2026-06-03"));
        consultation.startClock(new Periods("P10D", "P6W", "P1M", "P1M"));
        accept("2026-06-10");
        consultation.answer(extension("2026-07-01", "Many parties."), by("2026-07-01"));

        assertThat(consultation.adviceDue()).contains(day("2026-08-16"));
    }

    private void underWay() {
        submit();
        accept("2026-06-10");
    }

    private void submit() {
        consultation.submit(sentOn(SENT), by("2026-06-03"));
        consultation.startClock(UK_GDPR);
    }

    private void accept(String recorded) {
        consultation.answer(
                new Acceptance(Acceptance.Answer.ACCEPTED, day("2026-06-09"), RECEIVED, "IC-123456", null),
                by(recorded));
    }

    private void asks(String asked, String answered) {
        consultation.answer(question(asked, true), by(answered));
        consultation.inform(new InformationSent(day(answered), "What was asked for."), by(answered));
    }

    private void advise(IcoView view, String day) {
        consultation.answer(
                new CommissionerAnswer(
                        CommissionerAnswer.Kind.ADVISES, day(day), null, null, null, view, "Check every match."),
                by(day));
    }

    private void decide(ConsultationOutcome outcome, String measures) {
        consultation.decide(new Outcome(outcome, "Weighed with the officer.", measures), by("2026-10-02"));
    }

    private static CommissionerAnswer question(String day, boolean clockStops) {
        return new CommissionerAnswer(
                CommissionerAnswer.Kind.ASKS, day(day), "How long is it kept?", clockStops, null, null, null);
    }

    private static CommissionerAnswer extension(String day, String reasons) {
        return new CommissionerAnswer(CommissionerAnswer.Kind.EXTENDS, day(day), null, null, reasons, null, null);
    }

    private static Submission sentOn(LocalDate day) {
        return new Submission(Regime.UK_GDPR, day, Arrays.asList(SentItem.values()), null);
    }

    private static By by(String day) {
        return new By(
                "somebody",
                "Some Body",
                LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static void refuses(ThrowingCallable what, String field, String message) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).contains(field))
                .hasMessage(message);
    }

    private static void refuses(ThrowingCallable what, String message) {
        assertThatThrownBy(what).isInstanceOf(Refused.class).hasMessage(message);
    }
}
