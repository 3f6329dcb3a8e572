package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.form.AnswersInModels;
import gm.sharing.workflow.gate.ModelServices;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Follows an expression through its tree, as the engine would when it evaluates it, and finds out what every part can be.
 * What is not known to work there is a fault.
 */
final class ExpressionCheck {

    private static final ExpressionSyntax SYNTAX = new ExpressionSyntax();

    /** How many parameters the question for an answer has. */
    private static final int ANSWER = 3;

    private static final Set<Object> COMPARED = Set.of(AstBinary.EQ, AstBinary.NE);
    private static final Set<Object> ORDERED = Set.of(AstBinary.GE, AstBinary.GT, AstBinary.LE, AstBinary.LT);
    private static final Set<Object> DIVIDING = Set.of(AstBinary.DIV, AstBinary.MOD);
    private static final Set<Object> JOINED = Set.of(AstBinary.AND, AstBinary.OR);

    private final ModelServices services;
    private final AskedForms forms;
    private final Names names;
    private final Consumer<String> faults;

    /**
     * A check at one place.
     *
     * @param faults is told what is wrong, in the words of a process owner
     */
    ExpressionCheck(ModelServices services, AskedForms forms, Names names, Consumer<String> faults) {
        this.services = services;
        this.forms = forms;
        this.names = names;
        this.faults = faults;
    }

    /** What the text gives when it is evaluated; a text without expressions gives itself. */
    Kind of(String text) {
        Node root;
        try {
            root = SYNTAX.build(text).getRoot();
        } catch (TreeBuilderException e) {
            faults.accept(Wording.unreadable(text, e));
            return Kind.UNKNOWN;
        }
        if (root instanceof AstText literal) {
            return Kind.text(List.of(String.valueOf(literal.eval(null, null))));
        }
        if (root instanceof AstEval only) {
            return value(only);
        }
        if (root instanceof AstComposite) {
            return composed(root);
        }
        return of(root);
    }

    /** A text with something in it; a beginning and one value may name a group. */
    private Kind composed(Node root) {
        List<Kind> values = Nodes.children(root)
                .filter(AstEval.class::isInstance)
                .map(this::value)
                .toList();
        return root.getCardinality() == 2 && root.getChild(0) instanceof AstText beginning && values.size() == 1
                ? Kind.TEXT.meaning(values.get(0).meant().after(String.valueOf(beginning.eval(null, null))))
                : Kind.TEXT;
    }

    /** What the process keeps or shows has to be a value, not something that does work. */
    private Kind value(Node evaluated) {
        Kind kind = of(evaluated.getChild(0));
        if (isService(kind) || kind.isSurely(VariableScope.class)) {
            faults.accept("an expression here gives a value; “" + Nodes.words(evaluated.getChild(0))
                    + "” is none, so ask it something");
            return Kind.UNKNOWN;
        }
        return kind;
    }

    private Kind of(Node node) {
        Kind written = Nodes.written(node);
        if (written != null) {
            return written;
        }
        if (node instanceof AstNested) {
            return of(node.getChild(0));
        }
        if (node instanceof AstIdentifier identifier) {
            return named(identifier.getName());
        }
        if (node instanceof AstFunction function) {
            return called(function);
        }
        if (node instanceof AstMethod) {
            return called(node.getChild(0), Nodes.children(node.getChild(1)).toList());
        }
        if (node instanceof AstDot dot) {
            return read(of(dot.getChild(0)), Nodes.name(dot));
        }
        if (node instanceof AstBracket bracket) {
            return picked(bracket);
        }
        if (node instanceof AstUnary unary) {
            return unary(unary);
        }
        if (node instanceof AstBinary binary) {
            return binary(binary);
        }
        if (node instanceof AstChoice choice) {
            truth(choice.getChild(0));
            Kind one = of(choice.getChild(1));
            Kind other = of(choice.getChild(2));
            return one.isNothing() == other.isNothing()
                    ? one.or(other)
                    : one.or(other).orNothing();
        }
        faults.accept("“" + Nodes.words(node) + "” is not allowed in expressions");
        return Kind.UNKNOWN;
    }

    private Kind named(String name) {
        if (name.equals("execution")) {
            return scope(name, names.running(), DelegateExecution.class);
        }
        if (name.equals("task")) {
            return scope(name, names.task(), DelegateTask.class);
        }
        Optional<Kind> variable = names.variable(name);
        if (variable.isPresent()) {
            return variable.get();
        }
        if (services.names().contains(name)) {
            return Kind.of(services.type(name));
        }
        faults.accept("nothing here sets a variable “" + name + "”, and no service has that name"
                + Similar.hint(
                        name,
                        Stream.concat(names.all().stream(), services.names().stream())
                                .collect(Collectors.toSet())));
        return Kind.UNKNOWN;
    }

    private Kind scope(String name, boolean there, Class<?> type) {
        if (!there) {
            faults.accept("there is no " + name + " here");
            return Kind.UNKNOWN;
        }
        return Kind.of(type);
    }

    private Kind called(AstFunction function) {
        Class<?> result = AllowedMembers.FUNCTIONS.get(function.getName());
        if (result == null) {
            faults.accept("models cannot call the function “" + function.getName() + "”"
                    + Similar.hint(function.getName(), AllowedMembers.FUNCTIONS.keySet()));
            Nodes.children(function).forEach(this::of);
            return Kind.UNKNOWN;
        }
        if (function.getParamCount() > 0) {
            faults.accept(function.getName() + "() takes nothing");
        }
        return Kind.of(result);
    }

    private Kind called(Node property, List<Node> parameters) {
        Kind base = of(property.getChild(0));
        String name = property instanceof AstDot dot ? Nodes.name(dot) : Nodes.constant(property.getChild(1));
        List<Kind> arguments = parameters.stream().map(this::of).toList();
        if (name == null) {
            faults.accept("the name of a method cannot be worked out; write it");
            return Kind.UNKNOWN;
        }
        if (base.isSurely(VariableScope.class) && AllowedMembers.OF_VARIABLES.contains(name)) {
            return ofVariable(name, parameters);
        }
        Kind given = new MethodCall(
                        base,
                        isService(base),
                        name,
                        arguments,
                        parameters.stream().map(Nodes::number).toList())
                .check(names, faults);
        return base.type() == AnswersInModels.class && parameters.size() == ANSWER
                ? forms.answer(parameters, faults)
                : given;
    }

    /** Asks the execution or task for a variable: it has to be one that something sets. */
    private Kind ofVariable(String method, List<Node> parameters) {
        String variable = parameters.size() == 1 ? Nodes.constant(parameters.get(0)) : null;
        Kind asked = method.startsWith("has") ? Kind.TRUTH : Kind.UNKNOWN;
        if (variable == null) {
            faults.accept(method + " takes the name of one variable, in quotes");
            return asked;
        }
        Optional<Kind> known = names.variable(variable);
        if (known.isEmpty()) {
            faults.accept("nothing here sets a variable “" + variable + "”" + Similar.hint(variable, names.all()));
        }
        return method.startsWith("has") ? Kind.TRUTH : known.orElse(Kind.UNKNOWN);
    }

    private Kind picked(AstBracket bracket) {
        Kind base = of(bracket.getChild(0));
        String name = Nodes.constant(bracket.getChild(1));
        if (name != null) {
            return read(base, name);
        }
        Kind index = of(bracket.getChild(1));
        if (base.isSurely(List.class) && index.isSurely(Number.class)) {
            return base.element() == null
                    ? Kind.UNKNOWN.meaning(base.meant())
                    : base.element().orNothing();
        }
        faults.accept("[ ] takes the number of an element of a list, or a name in quotes");
        return Kind.UNKNOWN;
    }

    private Kind read(Kind base, String name) {
        return new PropertyRead(base, isService(base), name).check(faults);
    }

    private Kind unary(AstUnary unary) {
        if (unary.getOperator() == AstUnary.NOT) {
            truth(unary.getChild(0));
            return Kind.TRUTH;
        }
        if (unary.getOperator() == AstUnary.NEG) {
            return number(unary.getChild(0)).isWhole() ? Kind.of(Long.class) : Kind.NUMBER;
        }
        of(unary.getChild(0));
        return Kind.TRUTH;
    }

    private Kind binary(AstBinary binary) {
        Object operator = binary.getOperator();
        if (JOINED.contains(operator)) {
            truth(binary.getChild(0));
            truth(binary.getChild(1));
            return Kind.TRUTH;
        }
        if (COMPARED.contains(operator) || ORDERED.contains(operator)) {
            Kind left = of(binary.getChild(0));
            Kind right = of(binary.getChild(1));
            Comparison.check(left, right, COMPARED.contains(operator)).ifPresent(faults);
            return Kind.TRUTH;
        }
        Kind left = number(binary.getChild(0));
        Kind right = number(binary.getChild(1));
        if (DIVIDING.contains(operator) && !Nodes.isNumberButZero(binary.getChild(1))) {
            faults.accept("“" + Nodes.words(binary.getChild(1)) + "” may be 0; divide by a number");
        }
        return left.isWhole() && right.isWhole() && operator != AstBinary.DIV ? Kind.of(Long.class) : Kind.NUMBER;
    }

    private void truth(Node node) {
        if (!of(node).canBe(Boolean.class)) {
            faults.accept("“" + Nodes.words(node) + "” is not true or false");
        }
    }

    private Kind number(Node node) {
        Kind kind = of(node);
        if (!kind.canBe(Number.class)) {
            faults.accept("“" + Nodes.words(node) + "” is not a number");
        }
        return kind;
    }

    private boolean isService(Kind kind) {
        return !kind.isUnknown() && services.names().stream().anyMatch(name -> services.type(name) == kind.type());
    }
}
