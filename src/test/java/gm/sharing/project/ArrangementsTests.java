package gm.sharing.project;

import static gm.sharing.Changed.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrangementsTests {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P6Y", "P18M", "P1Y6M", "P2W", "P30D", "P100Y"})
    void takesAPeriodOfTheCalendar(String period) {
        assertThat(VALIDATOR.validateValue(Arrangements.class, "retentionPeriod", period))
                .isEmpty();
        assertThat(keptFor(period).retained().isZero()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "6Y", "six years", "PT5M", "P6", "P-6Y", " "})
    void rejectsWhatIsNoPeriod(String period) {
        assertThat(VALIDATOR.validateValue(Arrangements.class, "retentionPeriod", period))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, must be at least 1", "4, must be at most 3"})
    void isReviewedWithinThreeYears(int years, String complaint) {
        assertThat(VALIDATOR.validateValue(Arrangements.class, "reviewYears", years))
                .extracting("message")
                .containsExactly(complaint);
    }

    @ParameterizedTest(name = "first day {0}, last day {2}, published {3}: in force {4}, review {5}")
    @CsvSource({
        "2027-01-04, 1,           , 2026-11-28, 2027-01-04, 2028-01-04",
        "2027-01-04, 2,           , 2027-03-01, 2027-03-01, 2029-03-01",
        "2026-11-28, 3, 2027-12-31, 2026-11-28, 2026-11-28, 2027-12-31",
        "2026-11-28, 1, 2026-11-28, 2026-11-28, 2026-11-28, 2026-11-28",
        "2028-02-29, 1,           , 2028-01-01, 2028-02-29, 2029-02-28"
    })
    void isReviewedYearsAfterItComesIntoForceAndBeforeItEnds(
            LocalDate first, int years, LocalDate last, LocalDate published, LocalDate inForce, LocalDate review) {
        var arrangements = ProjectFixture.arrangements(first, years, last);

        assertThat(arrangements.inForceFrom(published)).isEqualTo(inForce);
        assertThat(arrangements.reviewBy(inForce)).isEqualTo(review);
    }

    @ParameterizedTest(name = "first day {0}, last day {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-28 |            | ",
                "2026-11-28 | 2026-11-28 | ",
                "2027-11-28 | 2040-01-01 | ",
                "2026-11-27 |            | 27 November 2026 is in the past. Give today or a later day.",
                "2020-02-01 | 2030-01-01 | 1 February 2020 is in the past. Give today or a later day.",
                "2027-11-29 |            | Give a day within 12 months. What the partners assess and sign now may no longer hold after that.",
                "2027-01-04 | 2027-01-03 | Give the first day of the sharing or a later day.",
                "2018-09-06 | 2019-03-31 | 6 September 2018 is in the past. Give today or a later day. 31 March 2019 is in the past. Give today or a later day, or leave it empty."
            })
    void holdsItsDaysAgainstTodayAndEachOther(LocalDate first, LocalDate last, String complaint) {
        var arrangements = ProjectFixture.arrangements(first, 1, last);
        var today = LocalDate.of(2026, 11, 28);

        if (complaint == null) {
            arrangements.mustBeInTime(today, Optional.empty());
        } else {
            assertThatThrownBy(() -> arrangements.mustBeInTime(today, Optional.empty()))
                    .isInstanceOf(Refused.class)
                    .hasMessage(complaint);
        }
    }

    @Test
    void endsWithItsLastDay() {
        var last = LocalDate.of(2026, 11, 28);
        var arrangements = ProjectFixture.arrangements(last, 1, last);

        assertThat(arrangements.hasEnded(last)).isFalse();
        assertThat(arrangements.hasEnded(last.plusDays(1))).isTrue();
        assertThat(ProjectFixture.arrangements().hasEnded(LocalDate.MAX)).isFalse();
    }

    private static Arrangements keptFor(String period) {
        Arrangements arrangements = ProjectFixture.arrangements();
        return changed(arrangements, "retentionPeriod", period, "endDate", null);
    }
}
