package gm.sharing.workflow.gate.table;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a decision table as FEEL reads it. What FEEL cannot read, and what is not on the list of what takes little time
 * whatever it is given, is a fault: Java cannot stop an evaluation that has begun, so it may not begin.
 */
public final class FeelCell {

    /** Of a cell with its texts. */
    private static final int LONGEST = 5_000;

    /** Of what is left without the texts; FEEL reads and evaluates by recursion. */
    private static final int LONGEST_WITHOUT_TEXTS = 400;

    private static final int DEEPEST = 12;

    private static final Set<String> NODES = Set.of(
            "Addition",
            "ArithmeticNegation",
            "AtLeastOne",
            "ClosedConstRangeBoundary",
            "Conjunction",
            "ConstBool",
            "ConstDate",
            "ConstDateTime",
            "ConstDayTimeDuration",
            "ConstInputValue$",
            "ConstList",
            "ConstLocalDateTime",
            "ConstLocalTime",
            "ConstNull$",
            "ConstNumber",
            "ConstRange",
            "ConstString",
            "ConstTime",
            "ConstYearMonthDuration",
            "Disjunction",
            "Division",
            "Equal",
            "EveryItem",
            "Filter",
            "FunctionInvocation",
            "GreaterOrEqual",
            "GreaterThan",
            "If",
            "In",
            "InputEqualTo",
            "InputGreaterOrEqual",
            "InputGreaterThan",
            "InputInRange",
            "InputLessOrEqual",
            "InputLessThan",
            "LessOrEqual",
            "LessThan",
            "Multiplication",
            "Not",
            "OpenConstRangeBoundary",
            "PositionalFunctionParameters",
            "Ref",
            "SomeItem",
            "Subtraction",
            "UnaryTestExpression",
            "ZonedTime");

    /** What people call the nodes that they most likely try. */
    private static final Map<String, String> IN_WORDS = Map.of(
            "For", "“for”",
            "IterationContext", "a range of numbers to go through",
            "FunctionDefinition", "a function of its own",
            "Exponentiation", "“**”",
            "ConstContext", "a context { }",
            "PathExpression", "a part of a value after a full stop",
            "InstanceOf", "“instance of”",
            "NamedFunctionParameters", "named arguments",
            "QualifiedFunctionInvocation", "a function after a full stop");

    /** How many arguments each function may have. None works with patterns, the clock or chance. */
    static final Map<String, Set<Integer>> FUNCTIONS = Map.ofEntries(
            Map.entry("abs", Set.of(1)),
            Map.entry("append", Set.of(2)),
            Map.entry("ceiling", Set.of(1)),
            Map.entry("concatenate", Set.of(2)),
            Map.entry("contains", Set.of(2)),
            Map.entry("count", Set.of(1)),
            Map.entry("date", Set.of(1, 3)),
            Map.entry("distinct values", Set.of(1)),
            Map.entry("duration", Set.of(1)),
            Map.entry("ends with", Set.of(2)),
            Map.entry("even", Set.of(1)),
            Map.entry("floor", Set.of(1)),
            Map.entry("list contains", Set.of(2)),
            Map.entry("lower case", Set.of(1)),
            Map.entry("max", Set.of(1, 2)),
            Map.entry("min", Set.of(1, 2)),
            Map.entry("modulo", Set.of(2)),
            Map.entry("not", Set.of(1)),
            Map.entry("number", Set.of(1)),
            Map.entry("odd", Set.of(1)),
            Map.entry("reverse", Set.of(1)),
            Map.entry("starts with", Set.of(2)),
            Map.entry("string", Set.of(1)),
            Map.entry("string join", Set.of(1, 2)),
            Map.entry("string length", Set.of(1)),
            Map.entry("substring", Set.of(2, 3)),
            Map.entry("substring after", Set.of(2)),
            Map.entry("substring before", Set.of(2)),
            Map.entry("sum", Set.of(1, 2)),
            Map.entry("union", Set.of(2)),
            Map.entry("upper case", Set.of(1)));

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private final Object root;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    private FeelCell(ParseResult read, String text) {
        if (read.isFailure()) {
            this.root = "";
            this.faults.add(
                    "FEEL cannot read %s; texts are in straight quotes, as in \"normal\"".formatted(quoted(text)));
        } else {
            this.root = read.parsedExpression().expression();
            read(root, Set.of(), false);
        }
    }

    private FeelCell(String fault) {
        this.root = "";
        this.faults.add(fault);
    }

    /** The condition of a row. */
    public static FeelCell test(String text) {
        return cell(text, true);
    }

    /** What a row answers, or what a column is about. */
    public static FeelCell expression(String text) {
        return cell(text, false);
    }

    private static FeelCell cell(String text, boolean test) {
        if (isTooMuch(text)) {
            return new FeelCell(
                    "the cell is longer or nested deeper than FEEL can evaluate quickly; make several rows of it");
        }
        return new FeelCell(test ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text), text);
    }

    /** Looked at before FEEL reads it, because reading takes as much as evaluating. */
    private static boolean isTooMuch(String text) {
        int length = 0;
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                length++;
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                deepest = Math.max(deepest, depth);
            }
        }
        return text.length() > LONGEST || length > LONGEST_WITHOUT_TEXTS || deepest > DEEPEST;
    }

    /** What keeps the cell from being evaluated, in words; empty when nothing does. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** The names of what it reads. */
    Set<String> names() {
        return names;
    }

    /** What FEEL read. */
    Object root() {
        return root;
    }

    private void read(Object node, Set<String> own, boolean inLoop) {
        if (node instanceof Ref ref) {
            name(ref, own);
        } else if (node instanceof Filter filter) {
            read(filter.list(), own, inLoop);
            loop(filter.filter(), with(own, "item"), inLoop);
        } else if (node instanceof SomeItem some) {
            quantified(some.iterators(), some.condition(), own, inLoop);
        } else if (node instanceof EveryItem every) {
            quantified(every.iterators(), every.condition(), own, inLoop);
        } else {
            check(node);
            children(node, child -> read(child, own, inLoop));
        }
    }

    private void check(Object node) {
        String kind = node.getClass().getSimpleName();
        if (node instanceof FunctionInvocation call) {
            function(call);
        } else if (node.getClass().getPackageName().equals(Ref.class.getPackageName()) && !NODES.contains(kind)) {
            faults.add(IN_WORDS.getOrDefault(kind, kind) + " is not allowed in tables");
        }
    }

    private void function(FunctionInvocation call) {
        var arguments = FUNCTIONS.get(call.function());
        if (arguments == null) {
            faults.add("%s is not one of the functions that tables may use: %s"
                    .formatted(
                            call.function(),
                            String.join(
                                    ", ", FUNCTIONS.keySet().stream().sorted().toList())));
        } else if (call.params() instanceof PositionalFunctionParameters given
                && !arguments.contains(given.params().size())) {
            faults.add("%s takes %s arguments, not %d"
                    .formatted(
                            call.function(),
                            String.join(
                                    " or ",
                                    arguments.stream()
                                            .sorted()
                                            .map(String::valueOf)
                                            .toList()),
                            given.params().size()));
        } else if (call.params() instanceof NamedFunctionParameters) {
            faults.add(IN_WORDS.get("NamedFunctionParameters") + " are not allowed in tables");
        }
    }

    private void name(Ref ref, Set<String> own) {
        String name = ref.names().mkString(".");
        if (ref.names().size() > 1) {
            faults.add(IN_WORDS.get("PathExpression") + " is not allowed in tables: " + name);
        } else if (!own.contains(name)) {
            names.add(name);
        }
    }

    private void quantified(Iterable<?> iterators, Object condition, Set<String> own, boolean inLoop) {
        Set<String> inside = own;
        for (var each = iterators.iterator(); each.hasNext(); ) {
            var iterator = (Product) each.next();
            read(iterator.productElement(1), inside, inLoop);
            inside = with(inside, (String) iterator.productElement(0));
        }
        if (iterators.size() > 1) {
            faults.add("“some” and “every” may go through one list only");
        }
        loop(condition, inside, inLoop);
    }

    /** A loop in a loop takes as long as both lengths multiplied. */
    private void loop(Object condition, Set<String> own, boolean inLoop) {
        if (inLoop) {
            faults.add("a list may not be searched for every item of another one");
        }
        read(condition, own, true);
    }

    private static Set<String> with(Set<String> names, String name) {
        Set<String> more = new LinkedHashSet<>(names);
        more.add(name);
        return more;
    }

    static void children(Object node, Consumer<Object> each) {
        if (node instanceof Iterable<?> list) {
            for (var items = list.iterator(); items.hasNext(); ) {
                each.accept(items.next());
            }
        } else if (node instanceof Product product) {
            for (int i = 0; i < product.productArity(); i++) {
                each.accept(product.productElement(i));
            }
        }
    }

    static String quoted(@Nullable Object text) {
        String words = String.valueOf(text).strip();
        return "“" + (words.length() > 60 ? words.substring(0, 60) + "…" : words) + "”";
    }
}
