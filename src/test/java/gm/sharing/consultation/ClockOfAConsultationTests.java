package gm.sharing.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The clock of a prior consultation, in the days of the Commissioner's letters. */
class ClockOfAConsultationTests extends ConsultationOfTheCommissioner {

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
                    "The prior consultation has moved on in the meantime: Accepted; the Commissioner’s advice is"
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

    @Test
    void countsCalendarMonthsWhereTheLawSaysMonths() {
        consultation.submit(sentOn(SENT), by("2026-06-03"));
        consultation.startClock(new Periods("P10D", "P6W", "P1M", "P1M"));
        accept("2026-06-10");
        consultation.answer(extension("2026-07-01", "Many parties."), by("2026-07-01"));

        assertThat(consultation.adviceDue()).contains(day("2026-08-16"));
    }

    private void asks(String asked, String answered) {
        consultation.answer(question(asked, true), by(answered));
        consultation.inform(new InformationSent(day(answered), "What was asked for."), by(answered));
    }

    private static CommissionerAnswer question(String day, boolean clockStops) {
        return new CommissionerAnswer(
                CommissionerAnswer.Kind.ASKS, day(day), "How long is it kept?", clockStops, null, null, null);
    }

    private static CommissionerAnswer extension(String day, String reasons) {
        return new CommissionerAnswer(CommissionerAnswer.Kind.EXTENDS, day(day), null, null, reasons, null, null);
    }
}
