package gm.sharing.steps.dpia;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.steps.dpia.Fitting.Item;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FittingTests {

    private static final String BASIS = ": 6(1)(e) Public task; Children Act 2004, section 11";

    @Test
    void leavesAloneWhatFits() {
        assertThat(Fitting.list(
                        List.of(new Item("", "The plan", BASIS), new Item("From Bury: ", "A letter", " (post)"))))
                .isEqualTo("- The plan" + BASIS + "\n- From Bury: A letter (post)");
        assertThat(Fitting.text("x".repeat(30_000))).isEqualTo("x".repeat(30_000));
    }

    @Test
    void keepsTheBasisOfEachFlowAndSaysWhatIsShortened() {
        var long30000 = "Every word of this counts. ".repeat(1_112).substring(0, 30_000);

        for (int flows : new int[] {1, 2, 60}) {
            var list = Fitting.list(Collections.nCopies(flows, new Item("", long30000, BASIS)));

            assertThat(list).hasSizeLessThanOrEqualTo(30_000);
            assertThat(list.lines()).hasSize(flows).allSatisfy(line -> assertThat(line)
                    .startsWith("- Every word")
                    .endsWith("(shortened here: the description of the project has the whole text)" + BASIS));
        }
    }

    @Test
    void saysSoOfATextThatIsTooLongAndHalvesNoLetter() {
        assertThat(Fitting.text("\uD83D\uDE00".repeat(15_001)))
                .hasSizeLessThanOrEqualTo(30_000)
                .matches("(\uD83D\uDE00)+ … \\(shortened here: .*");
    }
}
