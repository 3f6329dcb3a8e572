package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that hold up whoever compares a long answer with them, and patterns that people need. */
class PatternCostTests {

    private static final int LONG = 30_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^a*a*a*b$",
                "^[a-z]*[a-z]*[a-z]*!$",
                "^[a-z]+.*[a-z]{2,}!$",
                "a*a*b",
                "^\\d{1,4000}\\d{1,4000}\\d{1,4000}x$",
                "^a*?a*?a*?b$",
                "^[^@]+[^@]+[^@]+[^@]+@",
                "^[^a]+[a-z]+[^b]+[a-z]+x",
                "^x|a*a*b"
            })
    void severalRepetitionsThatMayEachTakeAnyPartAreTooMuch(String pattern) {
        assertThat(PatternCost.isTooMuch(pattern, LONG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$",
                "^\\d{3} ?\\d{3} ?\\d{4}$",
                "^SJ-[0-9]{4}-[0-9]{4}$",
                "^[a-z]+ [a-z]+$",
                "[0-9]+",
                "[^@\\s]+@[a-z.\\-]+[.][a-z]{2,}",
                "^[+*?{]{3}$",
                "^\\*\\*\\*\\*$",
                "^a{3}b{3}c{3}$"
            })
    void thoseOfCodesAndNumbersAreNot(String pattern) {
        assertThat(PatternCost.isTooMuch(pattern, LONG)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^.+@.+\\..+$", "^a*a*a*b$"})
    void aShortAnswerMayBeComparedWithMore(String pattern) {
        assertThat(PatternCost.isTooMuch(pattern, 200)).isFalse();
        assertThat(PatternCost.isTooMuch(pattern, LONG)).isTrue();
    }
}
