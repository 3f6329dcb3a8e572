package gm.sharing.workflow.gate.table;

import java.util.Map;
import java.util.Set;

/** The list of what cells and forms may hold of FEEL: what takes little time whatever it is given. */
final class FeelWords {

    static final Set<String> NODES = Set.of(
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
    static final Map<String, String> IN_WORDS = Map.of(
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

    private FeelWords() {}
}
