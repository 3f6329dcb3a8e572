package gm.sharing.workflow.gate.table;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.ManyConditions;
import gm.sharing.workflow.gate.table.TableRows.TableRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often FEEL is asked where the longest table of standing conditions meets many recipients. */
class ConditionsOfManyRecipientsTests {

    private static final String BOLTON = "standing-conditions-bolton.dmn";
    private static final int ROWS = 60;
    private static final int RECIPIENTS = 150;

    /** What the rows answer with is the same in each. */
    private static final int ANSWERS = ROWS + 2;

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
    private final RememberedCells cells = new RememberedCells(new Counting());
    private int evaluated;

    @Test
    void asksEachCellOnceAboutEachRecipientAndNeverAgain() {
        String named = ManyConditions.of(
                "recipient", "string", ROWS, row -> "? = \"practice" + row + "\" or ? = \"club" + row + "\"");

        assertThat(applied("first", table(named), RECIPIENTS)).isEqualTo(ROWS);
        assertThat(evaluated).isLessThanOrEqualTo(ROWS * RECIPIENTS + ANSWERS);

        evaluated = 0;
        assertThat(applied("again", table(named), RECIPIENTS)).isEqualTo(ROWS);
        assertThat(evaluated)
                .as("the form and what is handed in read the same table of the same facts")
                .isZero();
    }

    @Test
    void asksNothingAboutWhetherARecipientIsTheOneThatIsNamed() {
        assertThat(applied("first", table(ManyConditions.namingRecipients(ROWS)), RECIPIENTS))
                .isEqualTo(ROWS);
        assertThat(evaluated).isLessThanOrEqualTo(ANSWERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"practice1\"",
                "\"practice2\",\"practice1\"",
                "\"Practice1\", \"practice1 \"",
                "\"practice\"",
                "\"\"",
                "\"practice1, practice2\"",
                "not(\"practice1\")",
                "not(\"practice2\")",
                "\"practice\\u0031\"",
                "\"practice2\", starts with(?, \"practice\")"
            })
    void saysOfTextsWhatFeelSays(String test) {
        var variables = Variables.putValue("recipient", "practice1").asVariableContext();

        assertThat(cells.holds("recipient", test, Map.of("recipient", "practice1")))
                .isEqualTo(feel.evaluateSimpleUnaryTests(test, "recipient", variables));
    }

    @Test
    void asksOnceWhatIsTheSameOfAllRecipients() {
        TableRows rows = table(ManyConditions.of("partners", "integer", ROWS, row -> "[" + row + "..400]"));

        assertThat(applied("alike", rows, RECIPIENTS)).isEqualTo(ROWS * RECIPIENTS);
        assertThat(evaluated).isLessThanOrEqualTo(ROWS + ANSWERS);
    }

    /** Ten thousand answers were once the most: then all were forgotten, and every opening began anew. */
    @Test
    void remembersMoreThanTenThousandAnswers() {
        TableRows rows = table(ManyConditions.of(
                "starts with(recipient, \"practice\")",
                "boolean",
                ROWS,
                row -> "? = (recipient = \"practice" + row + "\")"));
        applied("first", rows, 180);
        evaluated = 0;

        assertThat(applied("again", rows, 180)).isEqualTo(ROWS);

        assertThat(evaluated).isZero();
    }

    @Test
    void forgetsOnlyWhatNobodyAskedForLongest() {
        Remembered<Integer, String> three = new Remembered<>(3);
        Supplier<List<String>> asked = () -> IntStream.of(1, 2, 3)
                .mapToObj(one -> three.of(one, any -> "found"))
                .toList();
        asked.get();
        three.of(1, any -> "again");

        assertThat(three.of(4, any -> "found")).isEqualTo("found");

        assertThat(three.of(1, any -> "again")).isEqualTo("found");
        assertThat(three.of(3, any -> "again")).isEqualTo("found");
        assertThat(three.of(2, any -> "again")).isEqualTo("again");
    }

    private TableRows table(String content) {
        return TableRows.of(Tables.file(BOLTON, content), cells);
    }

    private long applied(String when, TableRows rows, int recipients) {
        long started = System.nanoTime();
        long applied = IntStream.range(0, recipients)
                .mapToObj(one -> rows.asked(Map.of("recipient", "practice" + one, "partners", 151L)))
                .flatMap(List::stream)
                .filter(TableRow::applies)
                .count();
        System.out.printf(
                "%d rows were asked about %d recipients, %s: %d ms, %d evaluations%n",
                ROWS,
                recipients,
                when,
                Duration.ofNanos(System.nanoTime() - started).toMillis(),
                evaluated);
        return applied;
    }

    private final class Counting implements FeelEngine {

        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
            evaluated++;
            return feel.evaluateSimpleExpression(expression, variables);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String test, String input, VariableContext variables) {
            evaluated++;
            return feel.evaluateSimpleUnaryTests(test, input, variables);
        }
    }
}
