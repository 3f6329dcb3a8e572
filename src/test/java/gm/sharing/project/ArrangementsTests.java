package gm.sharing.project;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.LocalDate;
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

    @Test
    void isReviewedYearsAfterItStarts() {
        assertThat(ProjectFixture.arrangements().reviewDate()).isEqualTo(LocalDate.of(2027, 9, 1));
    }

    @Test
    void takesTextsOfThirtyThousandCharacters() {
        assertThat(VALIDATOR.validateValue(Arrangements.class, "retention", "x".repeat(30_000)))
                .isEmpty();
        assertThat(VALIDATOR.validateValue(Arrangements.class, "retention", "x".repeat(30_001)))
                .extracting("message")
                .containsExactly("is too long: at most 30000 characters");
    }

    private static Arrangements keptFor(String period) {
        Arrangements arrangements = ProjectFixture.arrangements();
        return new Arrangements(
                arrangements.retention(),
                period,
                arrangements.deletion(),
                arrangements.minimisation(),
                arrangements.accuracy(),
                arrangements.securityMeasures(),
                arrangements.staffAccess(),
                arrangements.onwardUse(),
                arrangements.breaches(),
                arrangements.informing(),
                arrangements.rights(),
                arrangements.contact(),
                arrangements.startDate(),
                arrangements.reviewYears(),
                null,
                arrangements.signOffRule());
    }
}
