package gm.sharing.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDayTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2026-11-28", "2027-01-04", "2028-02-29", "2076-11-28"})
    void takesAnIsoDayThatExists(String day) {
        assertThat(TypedDay.of(day, TODAY)).contains(LocalDate.parse(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2027-1-4",
                "27-01-04",
                "04/01/2027",
                "20270104",
                "2027-W01-1",
                "2027-02-29",
                "2100-02-29",
                "2027-04-31",
                "2027-13-01",
                "2027-00-10",
                "2027-01-00",
                "2027-01-04T00:00:00",
                "2027-01-04Z",
                " 2027-01-04",
                "2027-01-04\n",
                "+12027-01-04",
                "-2027-01-04",
                "0027-01-04",
                "1999-12-31",
                "2076-11-29",
                "9999-12-31",
                "\u0662\u0660\u0662\u0667-\u0660\u0661-\u0660\u0664"
            })
    void takesNothingElse(String text) {
        assertThat(TypedDay.of(text, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4,1,2027", " 04 ,01,2027", "1,1,2000"})
    void takesThreeNumbersOfADayInRange(String day, String month, String year) {
        assertThat(TypedDay.of(day, month, year)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "31,4,2027",
        "1,1,99999",
        "1,1,999999999",
        "1,1,9999999999",
        "1,1,1999",
        "1,1,9999",
        "1,1,-1",
        "x,1,2027",
        ",,"
    })
    void takesNoOtherThreeNumbers(@Nullable String day, @Nullable String month, @Nullable String year) {
        assertThat(TypedDay.of(day, month, year)).isEmpty();
    }

    @Test
    void takesADayOfThePastOfAnOrganisation() {
        assertThat(TypedDay.ofAnyTime("1", "4", "1974")).contains(LocalDate.of(1974, 4, 1));
        assertThat(TypedDay.ofAnyTime("1", "4", "99999")).isEmpty();
    }
}
