package gm.sharing.workflow.gate.expression;

import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Reads expressions as the engine does, and none that are so long or so nested that reading them could harm. */
public final class ExpressionSyntax extends Builder {

    /** Of a text with all expressions in it, as of a notice. */
    public static final int LONGEST_TEXT = 20_000;

    /** Of one expression. */
    public static final int LONGEST_EXPRESSION = 1_000;

    public static final int MOST_EXPRESSIONS = 100;

    static final int DEEPEST = 20;

    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> ALLOWED = Set.of(
            AstBinary.class,
            AstBoolean.class,
            AstBracket.class,
            AstChoice.class,
            AstComposite.class,
            AstDot.class,
            AstEval.class,
            AstFunction.class,
            AstIdentifier.class,
            AstMethod.class,
            AstNested.class,
            AstNull.class,
            AstNumber.class,
            AstParameters.class,
            AstString.class,
            AstText.class,
            AstUnary.class);

    public ExpressionSyntax() {
        super(Feature.METHOD_INVOCATIONS);
    }

    /** Whether the engine would work something out here. */
    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /**
     * The expression as a tree.
     *
     * @throws TreeBuilderException when it is not an expression, or beyond a limit
     */
    @Override
    public Tree build(String text) {
        measure(text);
        Tree tree = super.build(text);
        allow(text, tree.getRoot());
        return tree;
    }

    /** Before anything recurses into it. */
    private static void measure(String text) {
        refuseIf(text.length() > LONGEST_TEXT, text, "a text of more than " + LONGEST_TEXT + " characters");
        int expressions = 0;
        int start = -1;
        int depth = 0;
        char quote = 0;
        for (int i = 1; i < text.length(); i++) {
            char character = text.charAt(i);
            if (start < 0) {
                if (character == '{' && (text.charAt(i - 1) == '$' || text.charAt(i - 1) == '#')) {
                    expressions++;
                    start = i;
                    depth = 0;
                }
                continue;
            }
            if (quote != 0) {
                if (character == '\\') {
                    i++;
                } else if (character == quote) {
                    quote = 0;
                }
            } else {
                switch (character) {
                    case '\'', '"' -> quote = character;
                    case '(', '[' -> depth++;
                    case ')', ']' -> depth--;
                    case '}' -> start = -1;
                    default -> {}
                }
            }
            refuseIf(depth > DEEPEST, text, "more than " + DEEPEST + " brackets in each other");
            refuseIf(
                    start >= 0 && i - start > LONGEST_EXPRESSION,
                    text,
                    "an expression of more than " + LONGEST_EXPRESSION + " characters");
        }
        refuseIf(expressions > MOST_EXPRESSIONS, text, "more than " + MOST_EXPRESSIONS + " expressions in a text");
    }

    private static void allow(String text, Node node) {
        refuseIf(!ALLOWED.contains(node.getClass()), text, "“" + node + "”");
        for (int i = 0; i < node.getCardinality(); i++) {
            allow(text, node.getChild(i));
        }
    }

    private static void refuseIf(boolean broken, String text, String what) {
        if (broken) {
            throw new TreeBuilderException(
                    text.length() > 100 ? text.substring(0, 100) + "…" : text, 0, "", "", what + " is not allowed");
        }
    }
}
