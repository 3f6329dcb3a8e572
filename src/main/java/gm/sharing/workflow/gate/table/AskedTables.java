package gm.sharing.workflow.gate.table;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a model that asks a table has to know of its rows. */
@Component
public class AskedTables {

    private final List<TableContract> contracts;

    AskedTables(List<TableContract> contracts) {
        this.contracts = contracts;
    }

    /** Two rows that may both answer, with an example; empty when at most one does, or the table has other faults. */
    public Optional<String> together(ModelFile file, Surroundings surroundings) {
        if (!TableShape.violations(file).isEmpty()) {
            return Optional.empty();
        }
        var table = TableRule.read(file);
        if (!table.unreadable.isEmpty() || !table.answersSeveral()) {
            return Optional.empty();
        }
        var contract = contracts.stream().filter(one -> one.covers(table.key())).findFirst();
        return new Rows(table, contract, new Words(table, contract, surroundings)).together();
    }
}
