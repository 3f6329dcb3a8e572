package gm.sharing.workflow.gate.table;

import gm.sharing.code.Code;
import gm.sharing.code.CodeTable;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of codes that names codes of another one names only what that lists, whichever of the two is changed. */
record CodesOfOtherTables(List<TableContract> contracts, Surroundings surroundings) {

    /** What is wrong with the table, and what it would break in the tables that name its codes. */
    List<Violation> violations(Table table) {
        List<Violation> violations = new ArrayList<>();
        for (TableContract contract : contracts) {
            for (Answer answer : contract.answers()) {
                String other = answer.codeOf();
                if (other != null && contract.table().equals(table.key())) {
                    unknown(table.key(), answer.name(), other)
                            .forEach(row -> violations.add(violation(
                                    table,
                                    "the row “%s” names “%s” in the column “%s”, which the table “%s” does not list; write one of its codes, or nothing"
                                            .formatted(row.code(), row.text(answer.name()), answer.name(), other))));
                } else if (other != null && other.equals(table.key())) {
                    unknown(contract.table(), answer.name(), other)
                            .forEach(row -> violations.add(violation(
                                    table,
                                    "the row “%s” of the table “%s” names the code “%s”, and no row here has it; bring it back, or change the other table too"
                                            .formatted(row.code(), contract.table(), row.text(answer.name())))));
                }
            }
        }
        return violations;
    }

    /** The rows of one table that name a code which the other does not list. */
    private List<Code> unknown(String naming, String column, String listing) {
        Optional<CodeTable> listed = codes(listing);
        return listed.isEmpty()
                ? List.of()
                : codes(naming).map(CodeTable::rows).orElse(List.of()).stream()
                        .filter(row -> !row.text(column).isEmpty())
                        .filter(row -> listed.get().find(row.text(column)).isEmpty())
                        .toList();
    }

    private Optional<CodeTable> codes(String table) {
        return surroundings.find(ModelFile.Kind.DMN, table).flatMap(CodeRows::of);
    }

    private static Violation violation(Table table, String rule) {
        return new Violation(table.key(), table.decision.getName(), rule);
    }
}
