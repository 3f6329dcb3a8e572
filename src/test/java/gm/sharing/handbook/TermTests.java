package gm.sharing.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.handbook.Term.Case;
import gm.sharing.handbook.Term.Count;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How moments are counted from the day on which a step is due. */
class TermTests {

    private static final Term DUE = days(15, 3);

    @Test
    void isToldOnceWhereItIsTheSameInAllCases() {
        var board = days(20, 8).since(DUE);

        assertThat(board).isEqualTo(new Term(List.of(new Case(Count.AFTER_DUE, "5", List.of()))));
        assertThat(TermWords.later(board)).isEqualTo("5 working days later");
        assertThat(TermWords.later(days(15, 3).since(DUE))).isEqualTo("on that day");
    }

    @Test
    void saysOfWhichCaseItTellsWhereTheyDiffer() {
        assertThat(TermWords.later(days(16, 8).since(DUE)))
                .isEqualTo("1 working day later (normal), 5 working days later (urgent)");
    }

    @Test
    void isLateFromTheDayOnWhichTheStepIsDueAndNeverWhereNobodyKnowsTheDay() {
        assertThat(days(15, 8).since(DUE).isLate()).isTrue();
        assertThat(days(7, 8).since(DUE).isLate()).isFalse();
        assertThat(days(20, 8).since(Term.WORKED_OUT).isLate()).isFalse();
        assertThat(Term.WORKED_OUT.since(DUE).isLate()).isFalse();
    }

    private static Term days(int normal, int urgent) {
        return new Term(List.of(
                new Case(Count.WORKING_DAYS, String.valueOf(normal), List.of("normal")),
                new Case(Count.WORKING_DAYS, String.valueOf(urgent), List.of("urgent"))));
    }
}
