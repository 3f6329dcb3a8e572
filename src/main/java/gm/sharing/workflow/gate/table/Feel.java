package gm.sharing.workflow.gate.table;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** Asks FEEL itself what a cell says. */
final class Feel {

    private static final FeelEngine ENGINE = new ScalaFeelEngineFactory().createInstance();

    /** FEEL gives up, as it does at a part of a text that is too short for it. */
    static final class Fails extends RuntimeException {

        private final String cell;
        private final transient Map<String, @Nullable Object> known;

        private Fails(String cell, VariableMap known, FeelException cause) {
            super(cell, cause);
            this.cell = cell;
            this.known = new LinkedHashMap<>(known);
            this.known.remove(Combinations.INPUT);
        }

        String cell() {
            return cell;
        }

        String example() {
            return new Combinations.Example(known, new BitSet()).toString();
        }
    }

    private Feel() {}

    static @Nullable Object says(String cell, VariableMap known) {
        try {
            return ENGINE.evaluateSimpleExpression(cell, known.asVariableContext());
        } catch (FeelException e) {
            throw new Fails(cell, known, e);
        }
    }

    static boolean holds(String cell, VariableMap known) {
        try {
            return ENGINE.evaluateSimpleUnaryTests(cell, Combinations.INPUT, known.asVariableContext());
        } catch (FeelException e) {
            throw new Fails(cell, known, e);
        }
    }
}
