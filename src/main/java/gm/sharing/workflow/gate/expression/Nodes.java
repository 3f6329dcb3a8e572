package gm.sharing.workflow.gate.expression;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;
import org.jspecify.annotations.Nullable;

/** What the nodes of an expression's tree say. */
final class Nodes {

    private Nodes() {}

    static String words(Node node) {
        return ((AstNode) node).getStructuralId(null);
    }

    static String name(AstDot dot) {
        return dot.toString().substring(". ".length());
    }

    static @Nullable String constant(Node node) {
        if (node instanceof AstNested) {
            return constant(node.getChild(0));
        }
        return node instanceof AstString text ? String.valueOf(text.eval(null, null)) : null;
    }

    static Stream<Node> children(Node node) {
        return Stream.iterate(0, i -> i < node.getCardinality(), i -> i + 1).map(node::getChild);
    }

    /** What a text, a number, a truth or nothing is that is written there; null when something else is. */
    static @Nullable Kind written(Node node) {
        if (node instanceof AstString text) {
            return Kind.text(List.of(String.valueOf(text.eval(null, null))));
        }
        if (node instanceof AstNumber) {
            OptionalLong whole = number(node);
            return whole.isEmpty() ? Kind.NUMBER : Kind.whole((double) whole.getAsLong(), (double) whole.getAsLong());
        }
        if (node instanceof AstBoolean) {
            return Kind.TRUTH;
        }
        if (node instanceof AstNull) {
            return Kind.NOTHING;
        }
        return null;
    }

    /** Whether a number is written there that something can be divided by. */
    static boolean isNumberButZero(Node node) {
        return node instanceof AstNumber written
                && written.eval(null, null) instanceof Number number
                && number.doubleValue() != 0;
    }

    /** The whole number that is written there; empty when something else is. */
    static OptionalLong number(Node node) {
        if (node instanceof AstNested) {
            return number(node.getChild(0));
        }
        if (node instanceof AstUnary minus && minus.getOperator() == AstUnary.NEG) {
            OptionalLong written = number(minus.getChild(0));
            return written.isPresent() ? OptionalLong.of(-written.getAsLong()) : written;
        }
        return node instanceof AstNumber written && written.eval(null, null) instanceof Long whole
                ? OptionalLong.of(whole)
                : OptionalLong.empty();
    }
}
