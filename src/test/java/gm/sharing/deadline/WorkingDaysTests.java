package gm.sharing.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dates of bank holidays are those that the government published for England and Wales. */
class WorkingDaysTests {

    private final WorkingDays workingDays = new WorkingDays(Set::of);

    @ParameterizedTest
    @CsvSource({
        "2026-11-16, 1, 2026-11-17",
        "2026-11-16, 4, 2026-11-20",
        "2026-11-16, 5, 2026-11-23",
        "2026-11-16, 15, 2026-12-07",
        "2026-11-20, 1, 2026-11-23"
    })
    void countsMondayToFriday(LocalDate start, int days, LocalDate end) {
        assertThat(workingDays.from(start, days)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21, 1, 2026-11-23", "2026-11-22, 1, 2026-11-23", "2026-11-21, 3, 2026-11-25"})
    void countsFromTheNextMondayWhenTheStartIsOnAWeekend(LocalDate start, int days, LocalDate end) {
        assertThat(workingDays.from(start, days)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-18, 2026-11-18", "2026-11-21, 2026-11-23", "2026-12-25, 2026-12-29"})
    void noDaysMeansTheSameDayOrTheNextWorkingDay(LocalDate start, LocalDate end) {
        assertThat(workingDays.from(start, 0)).isEqualTo(end);
    }

    @Test
    void remindsSomeWorkingDaysBeforeSomethingIsDue() {
        Date now = Date.from(Instant.parse("2026-11-16T09:00:00Z"));
        Date due = workingDays.endOf(LocalDate.parse("2026-12-31"));

        assertThat(workingDays.reminder(now, due, 5)).isEqualTo(workingDays.endOf(LocalDate.parse("2026-12-22")));
    }

    @Test
    void remindsHalfWayWhenLittleTimeIsLeft() {
        Date now = Date.from(Instant.parse("2026-11-18T17:00:00Z"));
        Date due = workingDays.endOf(LocalDate.parse("2026-11-20"));

        assertThat(workingDays.reminder(now, due, 5)).isEqualTo(workingDays.endOf(LocalDate.parse("2026-11-19")));
    }

    @ParameterizedTest
    @CsvSource({
        // Half-way is Sunday 27 December, 01:00: Christmas Eve is the last day of work before it.
        "2026-12-24T09:00:00Z, 2026-12-29, 2026-12-24T17:00:00Z",
        // Work is over when the weekend begins, so it is Monday morning.
        "2026-11-27T18:00:00Z, 2026-11-30, 2026-11-30T09:00:00Z",
        // Half-way is at 05:00 on Wednesday.
        "2026-12-01T17:00:00Z, 2026-12-02, 2026-12-02T09:00:00Z",
        // Half-way is at 21:00 on Tuesday, in summer time.
        "2026-06-30T08:00:00Z, 2026-07-01, 2026-06-30T16:00:00Z",
        "2026-12-01T11:00:00Z, 2026-12-01, 2026-12-01T14:00:00Z"
    })
    void remindsHalfWayWithinWorkingHours(Instant now, LocalDate due, Instant reminder) {
        assertThat(workingDays.reminder(Date.from(now), workingDays.endOf(due), 7))
                .isEqualTo(Date.from(reminder));
    }

    @Test
    void passesOverDaysThatWereProclaimed() {
        var with = new WorkingDays(() -> Set.of(LocalDate.parse("2026-11-18"), LocalDate.parse("2026-11-23")));
        Date now = Date.from(Instant.parse("2026-11-17T09:00:00Z"));

        assertThat(with.from(LocalDate.parse("2026-11-17"), 1)).isEqualTo("2026-11-19");
        assertThat(with.from(LocalDate.parse("2026-11-18"), 0)).isEqualTo("2026-11-19");
        assertThat(with.from(LocalDate.parse("2026-11-17"), 4)).isEqualTo("2026-11-25");
        assertThat(with.reminder(now, with.endOf(LocalDate.parse("2026-11-25")), 2))
                .isEqualTo(with.endOf(LocalDate.parse("2026-11-20")));
        assertThat(with.ended(now.toInstant(), Instant.parse("2026-11-24T18:00:00Z")))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T17:00:00Z, 2026-11-23T16:59:59Z, 0",
        "2026-11-20T16:59:59.5Z, 2026-11-20T17:00:00Z, 1",
        "2026-11-20T17:00:00.5Z, 2026-11-23T17:00:00Z, 1",
        "2026-12-24T12:00:00Z, 2027-01-04T18:00:00Z, 5",
        "2025-12-31T12:00:00Z, 2027-01-01T12:00:00Z, 254",
        "2026-06-01T15:59:00Z, 2026-06-01T16:00:00Z, 1",
        "2026-11-23T18:00:00Z, 2026-11-20T09:00:00Z, 0"
    })
    void countsTheDaysThatEndedBetweenTwoMoments(Instant start, Instant end, int days) {
        assertThat(workingDays.endedDays().between(start, end)).isEqualTo(days);
    }

    @Test
    void saysADayInWords() {
        assertThat(workingDays.inWords(workingDays.endOf(LocalDate.parse("2026-12-01"))))
                .isEqualTo("Tuesday 1 December 2026");
    }

    @Test
    void leavesOutChristmasWithItsSubstituteDay() {
        // Boxing Day 2026 is a Saturday, so Monday 28 December is a bank holiday.
        assertThat(workingDays.from(LocalDate.parse("2026-12-24"), 1)).isEqualTo("2026-12-29");
    }

    @Test
    void leavesOutTwoSubstituteDaysWhenChristmasIsOnAWeekend() {
        // In 2027 Christmas Day is a Saturday: Monday 27 and Tuesday 28 December are bank holidays.
        assertThat(workingDays.from(LocalDate.parse("2027-12-24"), 1)).isEqualTo("2027-12-29");
    }

    @Test
    void leavesOutTheSubstituteDayOfNewYear() {
        // 1 January 2028 is a Saturday.
        assertThat(workingDays.from(LocalDate.parse("2027-12-31"), 1)).isEqualTo("2028-01-04");
    }

    @Test
    void leavesOutGoodFridayAndEasterMonday() {
        assertThat(workingDays.from(LocalDate.parse("2026-04-02"), 1)).isEqualTo("2026-04-07");
        assertThat(workingDays.from(LocalDate.parse("2027-03-25"), 1)).isEqualTo("2027-03-30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-04", "2026-05-25", "2026-08-31", "2027-05-03", "2027-05-31", "2027-08-30"})
    void leavesOutTheBankHolidaysOfSpringAndSummer(LocalDate holiday) {
        assertThat(workingDays.from(holiday, 0)).isEqualTo(holiday.plusDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02", "2026-03-17", "2026-07-13", "2026-08-03", "2026-11-30"})
    void worksOnTheHolidaysOfScotlandAndNorthernIreland(LocalDate day) {
        assertThat(workingDays.from(day, 0)).isEqualTo(day);
    }

    @Test
    void findsEightBankHolidaysInAYear() {
        long weekdays = Stream.iterate(
                        LocalDate.parse("2027-01-01"), day -> day.getYear() == 2027, day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .filter(day -> !workingDays.from(day, 0).equals(day))
                .count();

        assertThat(weekdays).isEqualTo(8);
    }

    @Test
    void endsWithTheWorkingDayInWinter() {
        assertThat(workingDays.from(Date.from(Instant.parse("2026-11-16T09:30:00Z")), 1))
                .isEqualTo(Date.from(Instant.parse("2026-11-17T17:00:00Z")));
    }

    @Test
    void endsWithTheWorkingDayInSummerTime() {
        assertThat(workingDays.from(Date.from(Instant.parse("2026-07-13T09:30:00Z")), 1))
                .isEqualTo(Date.from(Instant.parse("2026-07-14T16:00:00Z")));
    }

    @Test
    void endsAtFiveAlsoWhenTheClocksChangeInBetween() {
        assertThat(workingDays.from(Date.from(Instant.parse("2026-10-23T08:00:00Z")), 1))
                .isEqualTo(Date.from(Instant.parse("2026-10-26T17:00:00Z")));
    }

    @Test
    void startsOnTheDayThatItIsInManchester() {
        // Half past eleven in the evening of 15 July in UTC is already the 16th.
        assertThat(workingDays.from(Date.from(Instant.parse("2026-07-15T23:30:00Z")), 0))
                .isEqualTo(Date.from(Instant.parse("2026-07-16T16:00:00Z")));
    }

    @Test
    void refusesToCountBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> workingDays.from(LocalDate.parse("2026-11-16"), -1));
    }
}
