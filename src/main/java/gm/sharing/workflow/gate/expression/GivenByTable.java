package gm.sharing.workflow.gate.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.jspecify.annotations.Nullable;

/**
 * What a step is given that asks a table.
 *
 * @param outputs by the names of the columns; null when the table is not known
 * @param sure whether a row answers, whatever is so
 */
record GivenByTable(@Nullable Map<String, Kind> outputs, boolean sure) {

    /** A row for whatever the table is told: see {@code TableRule}. An input that may be nothing is not among that. */
    private static final Set<String> ONE_ROW = Set.of("UNIQUE", "FIRST", "ANY");

    GivenByTable {
        if (outputs != null && !sure) {
            Map<String, Kind> unsure = new LinkedHashMap<>();
            outputs.forEach((name, kind) -> unsure.put(name, kind.orNothing()));
            outputs = unsure;
        }
    }

    /**
     * Whether a row surely answers.
     *
     * @param names what the step tells the table
     */
    static boolean answersAlways(ModelElement table, Names names) {
        String policy = table.attribute("hitPolicy");
        boolean row = policy == null || ONE_ROW.contains(policy) || "COUNT".equals(table.attribute("aggregation"));
        return row
                && TableInputs.columns(table)
                        .flatMap(column -> TableInputs.fact(column).stream())
                        .flatMap(fact -> names.variable(fact).stream())
                        .noneMatch(kind -> kind.missing() || kind.isNothing());
    }

    /** While the step ends. */
    Kind result() {
        Kind row = Kind.holding(DmnDecisionResultEntries.class, outputs);
        return new Kind(DmnDecisionResult.class, null, outputs, sure ? null : row.orNothing(), false, Meant.ANYTHING);
    }

    /** As the engine keeps it, which makes a list of all rows when nothing else is chosen. */
    Kind mapped(String how) {
        Kind row = Kind.holding(Map.class, outputs);
        return switch (how) {
            case "singleEntry" -> only();
            case "singleResult" -> sure ? row : row.orNothing();
            case "collectEntries" -> only().isUnknown() ? Kind.of(List.class) : Kind.listOf(only());
            default -> Kind.listOf(row);
        };
    }

    private Kind only() {
        return outputs != null && outputs.size() == 1
                ? outputs.values().iterator().next()
                : Kind.UNKNOWN;
    }
}
