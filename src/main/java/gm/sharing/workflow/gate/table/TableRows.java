package gm.sharing.workflow.gate.table;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decision table that is asked row by row, where some facts may not be known. The engine takes what is not known for nothing, to
 * which a cell such as {@code not("met")} says yes; here a row then neither applies nor does not apply.
 */
public final class TableRows {

    /**
     * A row that applies, or of which nobody can tell whether it does.
     *
     * @param says its answers by name, as far as they can be given
     * @param missing the facts that would have to be known; empty when it applies
     */
    public record TableRow(String id, Map<String, Object> says, Set<String> missing) {

        public TableRow {
            says = Map.copyOf(says);
            missing = Set.copyOf(missing);
        }

        public boolean applies() {
            return missing.isEmpty();
        }
    }

    private final Table table;
    private final Set<String> facts = new LinkedHashSet<>();

    private final RememberedCells cells;

    private TableRows(Table table, RememberedCells cells) {
        this.table = table;
        this.cells = cells;
        table.inputs.forEach(column -> facts.addAll(column.about().names()));
        table.rows.forEach(row -> row.conditions().forEach(entry -> facts.addAll(names(entry))));
        table.rows.forEach(row -> row.answers().forEach(entry -> facts.addAll(names(entry))));
        facts.remove(Combinations.INPUT);
    }

    /**
     * Reads the table in the file, within the limits of the gate.
     *
     * @param cells what is remembered of this table and others
     * @throws IllegalArgumentException when it is none or a cell is beyond them, saying where
     */
    public static TableRows of(ModelFile file, RememberedCells cells) {
        List<Violation> violations = new ArrayList<>(TableShape.violations(file));
        if (violations.isEmpty()) {
            var table = TableRule.read(file);
            violations.addAll(table.unreadable);
            if (violations.isEmpty()) {
                return new TableRows(table, cells);
            }
        }
        throw new IllegalArgumentException(violations.get(0).getMessage());
    }

    /** The names of the facts that it reads. */
    public Set<String> facts() {
        return facts;
    }

    /** What an answer says in each row, in their order, whether they apply or not; rows in which it cannot be told are left out. */
    public Set<String> all(String answer) {
        Set<String> all = new LinkedHashSet<>();
        table.rows.forEach(row -> says(row, Map.of()).computeIfPresent(answer, (name, said) -> {
            all.add(said.toString());
            return said;
        }));
        return all;
    }

    /**
     * The rows that apply and those of which nobody can tell, in their order.
     *
     * @param known the facts that are known, by name
     * @throws RuntimeException when FEEL cannot evaluate a cell
     */
    public List<TableRow> asked(Map<String, ?> known) {
        List<TableRow> rows = new ArrayList<>();
        for (var row : table.rows) {
            Set<String> missing = new LinkedHashSet<>();
            if (mayApply(row, known, missing)) {
                Map<String, Object> says = says(row, known);
                row.answers().forEach(entry -> missing.addAll(missing(names(entry), known)));
                rows.add(new TableRow(row.id(), says, missing));
            }
        }
        return rows;
    }

    /** False when a cell whose facts are known says no. */
    private boolean mayApply(Table.Row row, Map<String, ?> known, Set<String> missing) {
        for (int i = 0; i < table.inputs.size(); i++) {
            var column = table.inputs.get(i);
            var entry = row.conditions().get(i);
            if (entry.cell() != null) {
                Set<String> unknown = missing(column.about().names(), known);
                unknown.addAll(missing(names(entry), known));
                if (!unknown.isEmpty()) {
                    missing.addAll(unknown);
                } else if (!holds(column, entry, known)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean holds(Table.Column column, Table.Entry entry, Map<String, ?> known) {
        Set<String> read = new LinkedHashSet<>(column.about().names());
        read.addAll(names(entry));
        return cells.holds(column.name(), entry.text(), only(read, known));
    }

    private Map<String, Object> says(Table.Row row, Map<String, ?> known) {
        Map<String, Object> says = new LinkedHashMap<>();
        for (int i = 0; i < table.outputs.size(); i++) {
            var entry = row.answers().get(i);
            if (entry.cell() != null && missing(names(entry), known).isEmpty()) {
                String name = table.outputs.get(i).name();
                cells.says(entry.text(), only(names(entry), known)).ifPresent(answer -> says.put(name, answer));
            }
        }
        return says;
    }

    private static Map<String, Object> only(Set<String> names, Map<String, ?> known) {
        Map<String, Object> only = new LinkedHashMap<>();
        names.stream().filter(known::containsKey).forEach(name -> only.put(name, known.get(name)));
        return only;
    }

    private static Set<String> names(Table.Entry entry) {
        return entry.cell() == null ? Set.of() : entry.cell().names();
    }

    private static Set<String> missing(Set<String> names, Map<String, ?> known) {
        Set<String> missing = new LinkedHashSet<>(names);
        missing.removeAll(known.keySet());
        missing.remove(Combinations.INPUT);
        return missing;
    }
}
