package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.deadline.Postponement;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.By;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partner's clock: due on Monday 22 June 2026, at five in the afternoon in London. */
class ReviewClockTests {

    private static final Instant DUE = Instant.parse("2026-06-22T16:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final LocalDate DUE_DAY = LocalDate.of(2026, 6, 22);

    private final WorkingDays workingDays = new WorkingDays(Set::of);
    private final ReviewClock clock = new ReviewClock(DUE);

    @Test
    void comesToTheReminderThenTheDueDateThenTheBoard() {
        assertThat(clock.next()).isEqualTo(ReviewClock.Next.REMINDER);
        assertThat(clock.remind(at("2026-06-10T16:00"))).isTrue();
        assertThat(clock.next()).isEqualTo(ReviewClock.Next.DUE);
        assertThat(clock.escalate(DUE, at("2026-06-29T16:00"))).isTrue();
        assertThat(clock.next()).isEqualTo(ReviewClock.Next.BOARD);
    }

    @Test
    void remindsNobodyOfWhatIsOverdue() {
        assertThat(clock.remind(DUE)).isFalse();
        assertThat(clock.remindedAt()).isEmpty();
    }

    @Test
    void passesOverANewBankHolidayUnlessSomebodyChoseTheDay() {
        LocalDate proclaimed = LocalDate.of(2026, 6, 17);
        var postponement = new Postponement(proclaimed, new WorkingDays(() -> Set.of(proclaimed)));
        clock.askBoardAt(at("2026-06-29T16:00"));

        clock.postpone(postponement, Set.of(LocalDate.of(2026, 6, 29)), true);

        assertThat(clock.due()).isEqualTo(workingDays.endOf(DUE_DAY.plusDays(1)).toInstant());
        assertThat(clock.boardAt()).contains(at("2026-06-29T16:00"));
    }

    @Test
    void losesNoDayWhenABankHolidayIsProclaimedWhileAQuestionWaits() {
        LocalDate proclaimed = LocalDate.of(2026, 6, 17);
        var calendar = new WorkingDays(() -> Set.of(proclaimed));
        clock.stop(london("2026-06-10T09:00"));

        clock.postpone(new Postponement(proclaimed, calendar), Set.of(), true);
        clock.runOn(london("2026-06-11T09:00"), calendar);

        assertThat(clock.due())
                .isEqualTo(calendar.endOf(LocalDate.of(2026, 6, 24)).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        // asked, answered, then due
        "2026-06-10T09:00, 2026-06-10T15:00, 2026-06-22", // answered on the same day
        "2026-06-10T09:00, 2026-06-10T17:00, 2026-06-23", // that working day was over
        "2026-06-10T09:00, 2026-06-11T09:00, 2026-06-23",
        "2026-06-12T18:00, 2026-06-15T09:00, 2026-06-22", // a weekend is no waiting time
        "2026-06-10T09:00, 2026-06-17T09:00, 2026-06-29",
        "2026-06-22T09:00, 2026-06-22T15:30, 2026-06-23", // on the last day: one working day remains
        "2026-06-22T09:00, 2026-06-30T09:00, 2026-07-01"
    })
    void doesNotCountTheWorkingDaysOnWhichAQuestionWaits(String asked, String answered, LocalDate due) {
        clock.stop(london(asked));
        assertThat(clock.stoppedAt()).isPresent();

        clock.runOn(london(answered), workingDays);

        assertThat(clock.due()).isEqualTo(workingDays.endOf(due).toInstant());
        assertThat(clock.stoppedAt()).isEmpty();
    }

    @Test
    void countsNoWaitingTimeOverTheMayBankHoliday() {
        var beforeTheHoliday = new ReviewClock(Instant.parse("2026-05-29T16:00:00Z"));
        beforeTheHoliday.stop(Instant.parse("2026-05-22T17:00:00Z"));

        beforeTheHoliday.runOn(Instant.parse("2026-05-26T08:00:00Z"), workingDays);

        assertThat(beforeTheHoliday.due()).isEqualTo("2026-05-29T16:00:00Z");
    }

    @Test
    void keepsAPartnerOverdueThatAskedTooLateAndMovesTheBoardsTurn() {
        clock.escalate(DUE, at("2026-06-29T16:00"));
        clock.stop(at("2026-06-24T09:00"));

        clock.runOn(at("2026-06-26T09:00"), workingDays);

        assertThat(clock.due()).isEqualTo("2026-06-24T16:00:00Z");
        assertThat(clock.boardAt()).contains(Instant.parse("2026-07-01T16:00:00Z"));
        assertThat(clock.next()).isEqualTo(ReviewClock.Next.BOARD);
    }

    @Test
    void letsMoreTimeGivenMeanwhileHoldFromTheRestartOn() {
        clock.remind(at("2026-06-10T16:00"));
        clock.stop(at("2026-06-11T09:00"));
        clock.startOver(at("2026-07-10T16:00"));

        clock.runOn(at("2026-06-15T09:00"), workingDays);

        assertThat(clock.due()).isEqualTo(at("2026-07-10T16:00"));
        assertThat(clock.next()).isEqualTo(ReviewClock.Next.REMINDER);
    }

    @Test
    void takesNothingFromAPartnerThatWaitedLongerThanTheTimeGivenMeanwhile() {
        clock.stop(at("2026-06-10T09:00"));
        clock.startOver(at("2026-06-24T16:00"));

        clock.runOn(at("2026-06-24T09:00"), workingDays);

        assertThat(clock.due()).as("ten working days later").isEqualTo(at("2026-07-06T16:00"));
    }

    @Test
    void startsOverWithMoreTime() {
        clock.remind(at("2026-06-10T16:00"));
        clock.escalate(DUE, at("2026-06-29T16:00"));

        clock.startOver(at("2026-07-10T16:00"));

        assertThat(clock.due()).isEqualTo(at("2026-07-10T16:00"));
        assertThat(clock.next()).isEqualTo(ReviewClock.Next.REMINDER);
        assertThat(clock.boardAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-          | Leave. | Say until when the partner has time.",
                "2026-06-22 | Leave. | Give a day after 22 June 2026, when the decision is due now.",
                "2026-06-01 | Leave. | Give a day after 22 June 2026, when the decision is due now.",
                "2027-06-11 | Leave. | Give a day within a year.",
                "2026-06-23 | -      | Say why the partner gets more time.",
                "2026-06-23 | ' '    | Say why the partner gets more time."
            })
    void givesMoreTimeOnlyUntilALaterDayWithinAYearAndWithAReason(LocalDate until, String reason, String refusal) {
        assertThatThrownBy(() -> MoreTime.of(until, reason, By.of(BOARD, DUE), TODAY, DUE_DAY))
                .isInstanceOf(Refused.class)
                .hasMessage(refusal);
    }

    @Test
    void givesAnOverduePartnerADayThatIsStillToCome() {
        assertThatThrownBy(() -> MoreTime.of(
                        LocalDate.of(2026, 6, 25), "Leave.", By.of(BOARD, DUE), LocalDate.of(2026, 6, 25), DUE_DAY))
                .hasMessage("Give a day after 25 June 2026.");
    }

    private static Instant at(String moment) {
        return Instant.parse(moment + ":00Z");
    }

    /** In June London is an hour ahead. */
    private static Instant london(String moment) {
        return at(moment).minusSeconds(3600);
    }
}
