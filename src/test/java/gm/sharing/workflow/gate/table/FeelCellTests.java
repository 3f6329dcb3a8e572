package gm.sharing.workflow.gate.table;

import static org.assertj.core.api.Assertions.assertThat;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.syntaxtree.ValFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell may hold. */
class FeelCellTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\", \"b\"",
                "-",
                "not(\"a\", \"b\")",
                "[1..3]",
                ">= 1",
                "? > 3",
                "profiling and not(directCare)",
                "list contains(groups, \"victims\")",
                "some group in groups satisfies group = \"victims\"",
                "count(dataKinds[starts with(item, \"Special\")]) > 1",
                "date(\"2026-04-01\")"
            })
    void mayHoldWhatTakesLittleTime(String test) {
        assertThat(FeelCell.test(test).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    for i in 1..3000000 return i                        | “for”
                    count(for i in groups return i)                     | “for”
                    some i in 1..3000000 satisfies i < 0                | a range of numbers
                    every i in 1..9 satisfies i > 0                     | a range of numbers
                    some a in x, b in x satisfies a = b                 | one list only
                    some a in x satisfies some b in x satisfies a = b   | every item of another
                    x[count(x[item > 1]) > 1]                           | every item of another
                    {f: 1}.f                                            | after a full stop
                    function(n) n                                       | a function of its own
                    9 ** 9 ** 9                                         | “**”
                    {a: "xx", b: a + a}                                 | a context
                    matches(scale, "(a+)+b")                            | not one of the functions
                    replace(scale, "(a+)+b", "")                        | not one of the functions
                    split(scale, "(a+)+b")                              | not one of the functions
                    now()                                               | not one of the functions
                    random number()                                     | not one of the functions
                    invented(1)                                         | not one of the functions
                    count(1, 2)                                         | takes 1 arguments, not 2
                    count(list: x)                                      | named arguments
                    project.lead                                        | after a full stop
                    scale instance of string                            | “instance of”
                    two words                                           | FEEL cannot read
                    "not closed                                         | FEEL cannot read""")
    void mayNotHoldWhatCanTakeLongOrDependsOnMoreThanTheFacts(String expression, String fault) {
        assertThat(FeelCell.expression(expression).faults())
                .anySatisfy(said -> assertThat(said).contains(fault));
        assertThat(FeelCell.test(expression).faults()).isNotEmpty();
    }

    @Test
    void isNeitherLongNorDeep() {
        for (String text : List.of(
                "1" + " + 1".repeat(3_000),
                "1" + ", 1".repeat(200),
                "(".repeat(13) + "1" + ")".repeat(13),
                "[".repeat(2_000),
                "\"" + "x".repeat(5_000) + "\"")) {
            var started = System.nanoTime();
            assertThat(FeelCell.test(text).faults()).hasSize(1);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(100));
        }
        assertThat(FeelCell.expression("\"" + "a text (with [brackets] and \\\" quotes) ".repeat(50) + "\"")
                        .faults())
                .isEmpty();
    }

    @Test
    void namesWhatItReads() {
        assertThat(FeelCell.expression("string join(dataKinds[starts with(item, prefix)], \", \") + scale")
                        .names())
                .containsExactly("dataKinds", "prefix", "scale");
        assertThat(FeelCell.test("some g in groups satisfies g = ?").names()).containsExactly("groups");
    }

    @Test
    void usesOnlyFunctionsThatTheEngineHas() {
        var builtIn = new BuiltinFunctions(FeelEngine.defaultClock(), FeelEngine.defaultValueMapper());
        FeelWords.FUNCTIONS.forEach((name, arguments) -> {
            List<ValFunction> known = CollectionConverters.asJava(builtIn.getFunctions(name));
            assertThat(arguments).as(name).allMatch(count -> known.stream()
                    .anyMatch(function ->
                            function.hasVarArgs() || function.params().size() == count));
        });
    }

    /** Whatever passes is evaluated quickly, however it was made. */
    @Test
    void isEvaluatedQuicklyAtItsLongest() {
        var feel = new ScalaFeelEngineFactory().createInstance();
        var variables = Variables.putValue("x", Collections.nCopies(60, "word")).asVariableContext();
        var random = new Random(7);
        var slowest = Duration.ZERO;
        for (int i = 0; i < 400; i++) {
            String cell = cell(random, 4);
            if (FeelCell.expression(cell).faults().isEmpty()) {
                var started = System.nanoTime();
                feel.evaluateSimpleExpression(cell, variables);
                var took = Duration.ofNanos(System.nanoTime() - started);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
            }
        }
        System.out.println("The slowest cell that is allowed took " + slowest.toMillis() + " ms");
        assertThat(slowest).isLessThan(Duration.ofSeconds(2));
    }

    private static String cell(Random random, int depth) {
        String[] shapes = depth == 0
                ? new String[] {"x", "1", "\"a\"", "[1,2]", "x[item = \"word\"]"}
                : new String[] {
                    "if count(A) > 1 then B else C",
                    "concatenate(A, B)",
                    "string join(A, \",\")",
                    "A + B",
                    "(A)",
                    "A[item = B]",
                    "(A * B)",
                    "some y in A satisfies y = B",
                    "list contains(A, B)"
                };
        String shape = shapes[random.nextInt(shapes.length)];
        return depth == 0
                ? shape
                : shape.replace("A", cell(random, depth - 1))
                        .replace("B", cell(random, depth - 1))
                        .replace("C", cell(random, depth - 1));
    }
}
