package gm.sharing.workflow.model;

import gm.sharing.workflow.step.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/** Asks decision tables on the application's own account: whoever completes a form needs no permission on them. */
@Component
public class Tables {

    private final DecisionService decisions;

    Tables(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** The table's answer, in the version that the process owner deployed last. */
    public List<Row> ask(String table, Map<String, ?> inputs) {
        return withoutAuthorization(() -> decisions
                        .evaluateDecisionTableByKey(table)
                        .decisionDefinitionWithoutTenantId()
                        .variables(new HashMap<>(inputs))
                        .evaluate())
                .stream()
                .map(row -> new Row(row.getEntryMap()))
                .toList();
    }

    /**
     * The only row of its answer.
     *
     * @throws IllegalStateException when it gives none or several
     */
    public Row one(String table, Map<String, ?> inputs) {
        List<Row> rows = ask(table, inputs);
        if (rows.size() != 1) {
            throw new IllegalStateException("The table " + table + " gives " + rows.size() + " rows for " + inputs);
        }
        return rows.get(0);
    }

    private static DmnDecisionTableResult withoutAuthorization(Supplier<DmnDecisionTableResult> question) {
        var command = Context.getCommandContext();
        return command == null ? question.get() : command.runWithoutAuthorization(question::get);
    }
}
