package gm.sharing.dpia;

import static gm.sharing.dpia.DpiaFixture.acceptedHighRisk;
import static gm.sharing.dpia.DpiaFixture.risk;
import static gm.sharing.dpia.DpiaFixture.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where risks lie on the map. */
class RiskMapTests {

    @Test
    void isDrawnSevereAtTheTopAndLikelyOnTheRight() {
        var map = RiskMap.of(List.of());

        assertThat(map.isEmpty()).isTrue();
        assertThat(map.before())
                .extracting(RiskMap.Row::severity)
                .containsExactly(Severity.SEVERE, Severity.SIGNIFICANT, Severity.MINIMAL);
        assertThat(map.before()).allSatisfy(row -> assertThat(row.cells())
                .extracting(RiskMap.Cell::likelihood)
                .containsExactly(Likelihood.values()));
    }

    @Test
    void movesRisksWithTheirMeasures() {
        var map = RiskMap.of(written(risk(), acceptedHighRisk(), risk()).risks());

        assertThat(cell(map.before(), Severity.SIGNIFICANT, Likelihood.PROBABLE).risks())
                .containsExactly(1, 3);
        assertThat(cell(map.after(), Severity.SIGNIFICANT, Likelihood.POSSIBLE).risks())
                .containsExactly(1, 3);
        assertThat(cell(map.after(), Severity.SEVERE, Likelihood.PROBABLE).risks())
                .containsExactly(2);
        assertThat(cell(map.after(), Severity.SEVERE, Likelihood.PROBABLE).level())
                .isEqualTo(RiskLevel.HIGH);
        assertThat(cell(map.after(), Severity.MINIMAL, Likelihood.REMOTE).level())
                .isNull();
    }

    private static RiskMap.Cell cell(List<RiskMap.Row> rows, Severity severity, Likelihood likelihood) {
        return rows.stream()
                .filter(row -> row.severity() == severity)
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.likelihood() == likelihood)
                .findFirst()
                .orElseThrow();
    }
}
