package gm.sharing.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Tuesday in May 2023 beside the bank holidays that were: 1 May, 8 May (the coronation, which the library knows) and 29 May. */
class PostponementTests {

    private static final LocalDate TUESDAY = LocalDate.of(2023, 5, 9);
    private static final LocalDate FRIDAY = LocalDate.of(2023, 5, 12);

    @ParameterizedTest
    @CsvSource({
        "2023-05-05, 2023-05-05", // before it
        "2023-05-09, 2023-05-10",
        "2023-05-10, 2023-05-11",
        "2023-05-12, 2023-05-15", // over a weekend
        "2023-05-26, 2023-05-30" // over a weekend and the bank holiday of spring
    })
    void whatIsCountedEndsOneWorkingDayLater(LocalDate before, LocalDate after) {
        var postponement = postponement(TUESDAY, Set.of(TUESDAY));

        assertThat(postponement.ofCounted(fiveOn(before))).isEqualTo(fiveOn(after));
    }

    @ParameterizedTest
    @CsvSource({"2023-05-05, 2023-05-05", "2023-05-09, 2023-05-10", "2023-05-10, 2023-05-10", "2023-05-12, 2023-05-12"})
    void aDayThatSomebodyChoseMovesOnlyWhenNobodyWorksOnIt(LocalDate before, LocalDate after) {
        var postponement = postponement(TUESDAY, Set.of(TUESDAY));

        assertThat(postponement.ofChosen(fiveOn(before))).isEqualTo(fiveOn(after));
    }

    @Test
    void passesOverTwoDaysInARowWhicheverComesFirst() {
        var both = Set.of(FRIDAY, FRIDAY.plusDays(3));
        var friday = postponement(FRIDAY, both);
        var monday = postponement(FRIDAY.plusDays(3), both);
        var due = fiveOn(FRIDAY.plusDays(3));

        assertThat(monday.ofCounted(friday.ofCounted(due))).isEqualTo(fiveOn(LocalDate.of(2023, 5, 17)));
        assertThat(friday.ofCounted(monday.ofCounted(due))).isEqualTo(fiveOn(LocalDate.of(2023, 5, 17)));
    }

    @Test
    void keepsTheTimeOfDayAlsoWhenTheClocksChange() {
        var day = LocalDate.of(2023, 10, 27);

        assertThat(postponement(day, Set.of(day)).ofCounted(Instant.parse("2023-10-27T08:30:00Z")))
                .isEqualTo("2023-10-30T09:30:00Z");
    }

    private static Postponement postponement(LocalDate day, Set<LocalDate> proclaimed) {
        return new Postponement(day, new WorkingDays(() -> proclaimed));
    }

    private static Instant fiveOn(LocalDate day) {
        return new WorkingDays(Set::of).endOf(day).toInstant();
    }
}
