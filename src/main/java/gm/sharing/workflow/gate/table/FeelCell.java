package gm.sharing.workflow.gate.table;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a decision table, or what a form works out, as FEEL reads it. What FEEL cannot read, and what is not on the list of what takes little time
 * whatever it is given, is a fault: Java cannot stop an evaluation that has begun, so it may not begin.
 */
public final class FeelCell {

    /** What is filtered, in its filter. */
    private static final String ITEM = "item";

    /** Of a cell with its texts. */
    private static final int LONGEST = 5_000;

    /** Of what is left without the texts; FEEL reads and evaluates by recursion. */
    private static final int LONGEST_WITHOUT_TEXTS = 400;

    private static final int DEEPEST = 12;

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    /**
     * A word with which something is compared.
     *
     * @param name of what is compared, with full stops between its parts
     */
    public record Compared(String name, String word) {}

    private final Object root;
    private final boolean inForm;
    private final List<Compared> compared = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> plainNames = new LinkedHashSet<>();

    private FeelCell(ParseResult read, String text, boolean inForm) {
        this.inForm = inForm;
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
        this.inForm = false;
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
            return new FeelCell("the cell is too long or nested too deep; make several rows of it");
        }
        return new FeelCell(test ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text), text, false);
    }

    /** What a form works out, in which a full stop leads to a field of a row or a group. */
    public static FeelCell inForm(String text) {
        return isTooMuch(text)
                ? new FeelCell("this is too long or nested too deep; shorten it")
                : new FeelCell(FEEL.parseExpression(text), text, true);
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
    public Set<String> names() {
        return names;
    }

    /** Those of them that do not stand in a filter, where the fields of the list's items are known by their names alone. */
    public Set<String> plainNames() {
        return plainNames;
    }

    /** With which words it compares something. */
    public List<Compared> compared() {
        return compared;
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
            loop(filter.filter(), with(own, ITEM), inLoop);
        } else if (node instanceof SomeItem some) {
            quantified(some.iterators(), some.condition(), own, inLoop);
        } else if (node instanceof EveryItem every) {
            quantified(every.iterators(), every.condition(), own, inLoop);
        } else {
            check(node);
            compare(node);
            children(node, child -> read(child, own, inLoop));
        }
    }

    private void compare(Object node) {
        if (node instanceof Equal equal) {
            compare(equal.x(), equal.y());
            compare(equal.y(), equal.x());
        } else if (node instanceof FunctionInvocation call
                && call.function().equals("list contains")
                && call.params() instanceof PositionalFunctionParameters given
                && given.params().size() == 2
                && given.params().head() instanceof ConstList words) {
            children(words.items(), word -> compare(given.params().apply(1), word));
        }
    }

    private void compare(Object named, Object word) {
        if (named instanceof Ref ref && word instanceof ConstString text) {
            compared.add(new Compared(ref.names().mkString("."), text.value()));
        }
    }

    private void check(Object node) {
        String kind = node.getClass().getSimpleName();
        if (node instanceof FunctionInvocation call) {
            function(call);
        } else if (node.getClass().getPackageName().equals(Ref.class.getPackageName())
                && !FeelWords.NODES.contains(kind)) {
            faults.add(FeelWords.IN_WORDS.getOrDefault(kind, kind) + " is not allowed in " + where());
        }
    }

    private void function(FunctionInvocation call) {
        var arguments = FeelWords.FUNCTIONS.get(call.function());
        if (arguments == null) {
            faults.add("%s is not one of the functions that %s may use: %s"
                    .formatted(
                            call.function(),
                            where(),
                            String.join(
                                    ", ",
                                    FeelWords.FUNCTIONS.keySet().stream()
                                            .sorted()
                                            .toList())));
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
            faults.add(FeelWords.IN_WORDS.get("NamedFunctionParameters") + " are not allowed in " + where());
        }
    }

    private void name(Ref ref, Set<String> own) {
        String name = ref.names().mkString(".");
        if (own.contains(String.valueOf(ref.names().head()))) {
            return;
        }
        if (ref.names().size() > 1 && !inForm) {
            faults.add(FeelWords.IN_WORDS.get("PathExpression") + " is not allowed in tables: " + name);
        } else {
            names.add(name);
            if (!own.contains(ITEM)) {
                plainNames.add(name);
            }
        }
    }

    private String where() {
        return inForm ? "forms" : "tables";
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

    public static String quoted(@Nullable Object text) {
        String words = String.valueOf(text).strip();
        return "“" + (words.length() > 60 ? words.substring(0, 60) + "…" : words) + "”";
    }
}
