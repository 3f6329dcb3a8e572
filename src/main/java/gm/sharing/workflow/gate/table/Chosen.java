package gm.sharing.workflow.gate.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.If;

/** All that a cell can answer whatever is so, where it stands there: as it is, or chosen with “if”. */
final class Chosen {

    private Chosen() {}

    /** Empty when something is worked out, of which nobody can say beforehand what it may become. */
    static Optional<List<Object>> from(Object node) {
        if (node instanceof If either) {
            return from(either.statement()).flatMap(one -> from(either.elseStatement())
                    .map(other -> Stream.concat(one.stream(), other.stream()).toList()));
        }
        return written(node).map(List::of);
    }

    private static Optional<Object> written(Object node) {
        if (node instanceof ConstString text) {
            return Optional.of(text.value());
        }
        if (node instanceof ConstBool truth) {
            return Optional.of(truth.value());
        }
        if (node instanceof ArithmeticNegation minus && minus.x() instanceof ConstNumber number) {
            return Optional.of(number.value().bigDecimal().negate());
        }
        return node instanceof ConstNumber number ? Optional.of(number.value().bigDecimal()) : Optional.empty();
    }
}
