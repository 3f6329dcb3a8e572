package gm.sharing.workflow.gate.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.UnaryTestExpression;

/** The constants in cells. */
final class Literals {

    private Literals() {}

    static List<String> words(Object node) {
        List<String> words = new ArrayList<>();
        each(node, part -> {
            if (part instanceof ConstString text) {
                words.add(text.value());
            }
        });
        return words;
    }

    static List<BigDecimal> numbers(Object node) {
        List<BigDecimal> numbers = new ArrayList<>();
        each(node, part -> {
            if (part instanceof ConstNumber number) {
                numbers.add(number.value().bigDecimal());
                numbers.add(number.value().bigDecimal().negate());
            }
        });
        return numbers;
    }

    static Set<String> functions(Object node) {
        Set<String> functions = new HashSet<>();
        each(node, part -> {
            if (part instanceof FunctionInvocation call) {
                functions.add(call.function());
            }
        });
        return functions;
    }

    /** The types of constants that the column's value is compared with as it is. */
    static List<Fact.Type> compared(Object node) {
        List<Fact.Type> types = new ArrayList<>();
        compared(node, part -> {
            if (part instanceof ConstString) {
                types.add(Fact.Type.WORD);
            } else if (part instanceof ConstNumber) {
                types.add(Fact.Type.NUMBER);
            } else if (part instanceof ConstBool) {
                types.add(Fact.Type.TRUTH);
            }
        });
        return types;
    }

    /** The texts that the column's value is compared with as it is. */
    static List<String> comparedWords(Object node) {
        List<String> words = new ArrayList<>();
        compared(node, part -> {
            if (part instanceof ConstString text) {
                words.add(text.value());
            }
        });
        return words;
    }

    /** The texts that a fact is compared with, or looked for in it. */
    static List<String> comparedWith(String fact, Object node) {
        List<String> words = new ArrayList<>();
        each(node, part -> {
            if (part instanceof Equal equal && (isFact(fact, equal.x()) || isFact(fact, equal.y()))) {
                words.addAll(words(equal));
            } else if (part instanceof In in && isFact(fact, in.x())) {
                words.addAll(words(in));
            } else if (part instanceof FunctionInvocation call
                    && call.function().equals("list contains")
                    && mentions(fact, call)) {
                words.addAll(words(call));
            }
        });
        return words;
    }

    private static boolean mentions(String fact, Object node) {
        boolean[] found = {false};
        each(node, part -> found[0] |= isFact(fact, part));
        return found[0];
    }

    private static boolean isFact(String fact, Object node) {
        return node instanceof Ref ref && ref.names().mkString(".").equals(fact);
    }

    private static void compared(Object node, Consumer<Object> constant) {
        if (node instanceof AtLeastOne || node instanceof Not || node instanceof UnaryTestExpression) {
            FeelCell.children(node, child -> {
                if (child instanceof camundajar.impl.scala.collection.Iterable<?>) {
                    FeelCell.children(child, each -> compared(each, constant));
                } else {
                    compared(child, constant);
                }
            });
        } else if (node instanceof InputEqualTo
                || node instanceof InputGreaterThan
                || node instanceof InputGreaterOrEqual
                || node instanceof InputLessThan
                || node instanceof InputLessOrEqual
                || node instanceof InputInRange) {
            each(node, constant);
        } else {
            constant.accept(node);
        }
    }

    private static void each(Object node, Consumer<Object> part) {
        part.accept(node);
        FeelCell.children(node, child -> each(child, part));
    }
}
