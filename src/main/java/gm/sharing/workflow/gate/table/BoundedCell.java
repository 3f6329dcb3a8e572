package gm.sharing.workflow.gate.table;

import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A cell of a column whose answers are bounded, by the program or by the values beside the column, says them as they stand: what is
 * worked out was only tried for some of all that can be so, and goes beyond the bounds for others.
 */
final class BoundedCell {

    private static final Words WORDS = Words.in("form/models");

    private BoundedCell() {}

    /** What is wrong with it; empty when nothing is, or when its column may answer anything. */
    static Optional<String> fault(FeelCell cell, Optional<Answer> wanted, Table.Column column) {
        Optional<Answer> bounds = wanted.filter(Answer::isBounded);
        if (bounds.isEmpty() && column.values().isEmpty()) {
            return Optional.empty();
        }
        String allowed = bounds.map(Answer::wanted).orElse(column.values());
        Optional<List<Object>> chosen = Chosen.from(cell.root());
        if (chosen.isEmpty()) {
            return Optional.of(WORDS.text("cell-worked-out", Map.of("allowed", allowed)));
        }
        return chosen.get().stream()
                .filter(said ->
                        bounds.filter(answer -> answer.fault(said) != null).isPresent()
                                || !isAmong(column.values(), said))
                .findFirst()
                .map(said -> WORDS.text("cell-not-allowed", Map.of("said", said, "allowed", allowed)));
    }

    private static boolean isAmong(String values, Object said) {
        return values.isEmpty()
                || Feel.holds(values, Variables.createVariables().putValue(Combinations.INPUT, said));
    }
}
