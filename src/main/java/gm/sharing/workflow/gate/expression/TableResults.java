package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Violation;
import gm.sharing.workflow.gate.table.AskedTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A step that asks a table takes as many rows and columns as the table may give: the engine fails where it is told of one. */
@Component
@Order(4)
class TableResults implements ProcessCheck {

    private static final Set<String> ONE_ROW = Set.of("singleEntry", "singleResult");
    private static final Set<String> ONE_COLUMN = Set.of("singleEntry", "collectEntries");

    /** As expressions ask the result for it. */
    private static final Pattern SINGLE_ENTRY = Pattern.compile("\\bgetSingleEntry\\b");

    private static final Pattern SINGLE = Pattern.compile("\\bgetSingle(Entry|Result)\\b");

    private final AskedTables tables;

    TableResults(AskedTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Violation> violations(KnownModels models) {
        List<Violation> violations = new ArrayList<>();
        models.root()
                .all()
                .filter(element -> element.is("businessRuleTask"))
                .forEach(task -> check(task, models, violations));
        return violations;
    }

    private void check(ModelElement task, KnownModels models, List<Violation> violations) {
        String table = String.valueOf(task.attribute("decisionRef"));
        Map<String, Kind> columns = models.outputs(table);
        String how =
                task.attribute("resultVariable") == null ? "" : String.valueOf(task.attribute("mapDecisionResult"));
        String outputs = task.all()
                .filter(element -> element.is("outputParameter"))
                .flatMap(ModelElement::all)
                .map(ModelElement::text)
                .collect(Collectors.joining(" "));
        if (columns != null
                && columns.size() > 1
                && (ONE_COLUMN.contains(how) || SINGLE_ENTRY.matcher(outputs).find())) {
            violations.add(task.violation("“%s” has several columns; take singleResult, resultList or getEntry('%s')"
                    .formatted(table, columns.keySet().iterator().next())));
        }
        if (ONE_ROW.contains(how) || SINGLE.matcher(outputs).find()) {
            Stream.of(table)
                    .flatMap(id -> models.surroundings().find(ModelFile.Kind.DMN, id).stream())
                    .flatMap(file -> tables.together(file, models.surroundings()).stream())
                    .forEach(rows -> violations.add(task.violation(
                            "the step takes one row of “%s”, but %s; take resultList, or the hit policy First"
                                    .formatted(table, rows))));
        }
    }
}
