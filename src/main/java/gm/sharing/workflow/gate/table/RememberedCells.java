package gm.sharing.workflow.gate.table;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * What cells said to what they read, of all tables that are asked row by row: a cell is evaluated once for the same facts, whoever
 * asks. FEEL builds its library of functions anew for each evaluation, so whether one text is another is not asked of it.
 */
public final class RememberedCells {

    /** All cells of ten tables of the longest kind that name each of 150 recipients. */
    private static final int MOST = 100_000;

    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");

    private static final Pattern ONE_OF_TEXTS = Pattern.compile(TEXT + "(?:\\s*,\\s*" + TEXT + ")*");

    private final FeelEngine feel;
    private final Remembered<Asked, Optional<Object>> said = new Remembered<>(MOST);

    public RememberedCells() {
        this(new ScalaFeelEngineFactory().createInstance());
    }

    RememberedCells(FeelEngine feel) {
        this.feel = feel;
    }

    /** @param about null in a cell that answers */
    private record Asked(@Nullable String about, String cell, Map<String, Object> known) {}

    /**
     * Whether a condition is so.
     *
     * @param about what its column is about
     * @param known the facts that the two read
     */
    boolean holds(String about, String test, Map<String, Object> known) {
        return said.of(
                        new Asked(about, test, Map.copyOf(known)),
                        asked -> Optional.of(isSo(about, test, asked.known())))
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    private boolean isSo(String about, String test, Map<String, Object> known) {
        Object fact = known.get(about);
        if (fact instanceof String && ONE_OF_TEXTS.matcher(test).matches()) {
            return TEXT.matcher(test).results().anyMatch(text -> text.group(1).equals(fact));
        }
        var variables = variables(known);
        variables.put(
                Combinations.INPUT,
                fact == null ? feel.evaluateSimpleExpression(about, variables.asVariableContext()) : fact);
        return feel.evaluateSimpleUnaryTests(test, Combinations.INPUT, variables.asVariableContext());
    }

    /** What a cell answers; empty when FEEL can make nothing of it. */
    Optional<Object> says(String cell, Map<String, Object> known) {
        return said.of(
                new Asked(null, cell, Map.copyOf(known)),
                asked -> Optional.ofNullable(feel.evaluateSimpleExpression(
                        cell, variables(asked.known()).asVariableContext())));
    }

    private static VariableMap variables(Map<String, Object> known) {
        var variables = Variables.createVariables();
        variables.putAll(known);
        return variables;
    }
}
