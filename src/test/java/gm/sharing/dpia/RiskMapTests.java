package gm.sharing.dpia;

import static gm.sharing.dpia.DpiaFixture.written;
import static gm.sharing.dpia.RiskFixture.acceptedHighRisk;
import static gm.sharing.dpia.RiskFixture.risk;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.document.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where risks lie on the map. */
class RiskMapTests {

    @Test
    void isDrawnSevereAtTheTopAndLikelyOnTheRight() {
        var map = RiskMap.of(List.of());

        assertThat(map.isEmpty()).isTrue();
        assertThat(map.before().columns()).containsExactly("Remote", "Possible", "Probable");
        assertThat(map.before().rows())
                .extracting(Block.Matrix.Row::name)
                .containsExactly("Severe", "Significant", "Minimal");
    }

    @Test
    void movesRisksWithTheirMeasures() {
        var map = RiskMap.of(written(risk(), acceptedHighRisk(), risk()).risks());

        assertThat(map.before().statements())
                .containsExactly(
                        "Severity severe, likelihood probable: R2 (high)",
                        "Severity significant, likelihood probable: R1, R3 (high)");
        assertThat(map.after().statements())
                .containsExactly(
                        "Severity severe, likelihood probable: R2 (high)",
                        "Severity significant, likelihood possible: R1, R3 (medium)");
    }

    @Test
    void leavesOutWhatItsMeasureEliminates() {
        var eliminated =
                risk(Effect.ELIMINATED, Likelihood.PROBABLE, Severity.SEVERE, Likelihood.REMOTE, Severity.SEVERE);
        var map = RiskMap.of(written(risk(), eliminated).risks());

        assertThat(map.before().statements())
                .containsExactly(
                        "Severity severe, likelihood probable: R2 (high)",
                        "Severity significant, likelihood probable: R1 (high)");
        assertThat(map.after().statements()).containsExactly("Severity significant, likelihood possible: R1 (medium)");
        assertThat(map.risks()).extracting(GradedRisk::residualLabel).containsExactly("Medium", "Eliminated");
    }
}
