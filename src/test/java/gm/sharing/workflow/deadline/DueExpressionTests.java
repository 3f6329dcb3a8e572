package gm.sharing.workflow.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueExpressionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${workingDays.from(now(), 10)} | COUNTED",
                "${workingDays.from(now(), urgency == 'urgent' ? 1 : 3)} | COUNTED",
                "${signOffDue} | DERIVED",
                "${workingDays.from(due, 5)} | DERIVED",
                "${consultationClock.adviceDue(execution)} | DERIVED",
                "${workingDays.reminder(now(), due, 5)} | LEFT",
                "${dateTime().plusDays(3).toDate()} | LEFT",
                "${now()} | LEFT",
                "2027-05-01T17:00:00 | LEFT"
            })
    void sayWhatBecomesOfADeadlineWhenAWorkingDayIsLost(String expression, DueExpression becomes) {
        assertThat(DueExpression.of(expression)).isEqualTo(becomes);
    }

    @Test
    void leavesATaskThatIsNeverDue() {
        assertThat(DueExpression.of(null)).isEqualTo(DueExpression.LEFT);
    }
}
