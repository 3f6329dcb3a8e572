package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Refused.Complaint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a rule is told: behind the label that its field has where it is shown, and by itself where it has none. */
class RefusedTests {

    private final Refused refused = new Refused(List.of(
            Complaint.of("extendTo", "give a day after today, within a year"),
            Complaint.inRow("risks", 1, "dueDate", "2 May 2026 is in the past. Name a later day.")));

    @Test
    void putsEachRuleBehindTheLabelThatItsFieldHas() {
        assertThat(refused.message(path -> path.size() == 1 ? "Extend to" : "Risks, row 2, When will it be in place?"))
                .isEqualTo("Extend to: give a day after today, within a year."
                        + " Risks, row 2, When will it be in place? 2 May 2026 is in the past. Name a later day.");
    }

    @Test
    void tellsARuleByItselfWhereItsFieldIsNotKnown() {
        assertThat(refused.message(path -> null))
                .isEqualTo("Give a day after today, within a year. 2 May 2026 is in the past. Name a later day.")
                .isEqualTo(refused.getMessage());
    }

    @Test
    void namesTheFieldThatThePageMarks() {
        assertThat(refused.field()).contains("extendTo");
        assertThat(new Refused("There is no such measure.").field()).isEmpty();
        assertThat(new Refused("There is no such measure.").message(path -> "Reason"))
                .isEqualTo("There is no such measure.");
    }
}
