package gm.sharing.workflow.form;

import gm.sharing.code.Code;
import gm.sharing.code.CodeTable;
import gm.sharing.code.CodesInForce;
import gm.sharing.workflow.gate.table.CodeRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rows of tables of codes as choices of a form: what a field's options come from names the table, so that several forms
 * offer the same, and an owner's own table needs no program.
 */
final class CodeOptions {

    private CodeOptions() {}

    /**
     * By the names under which the form reads them: each row with its label, its code as the value, and its columns.
     *
     * @param given names that the form's handler shows, which go before
     */
    static Map<String, Object> of(FormDefinition form, Set<String> given, CodesInForce codes) {
        List<String> names =
                form.optionNames().filter(Predicate.not(given::contains)).toList();
        if (names.isEmpty()) {
            return Map.of();
        }
        var now = codes.now();
        Map<String, Object> options = new HashMap<>();
        names.forEach(name -> now.find(CodeRows.table(name)).ifPresent(table -> options.put(name, choices(table))));
        return options;
    }

    private static List<Map<String, Object>> choices(CodeTable table) {
        return table.rows().stream().map(CodeOptions::choice).toList();
    }

    private static Map<String, Object> choice(Code row) {
        Map<String, Object> choice = new HashMap<>(row.properties());
        choice.put("label", row.label());
        choice.put("value", row.code());
        return choice;
    }
}
