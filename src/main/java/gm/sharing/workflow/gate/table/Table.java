package gm.sharing.workflow.gate.table;

import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/** A decision table with its cells as FEEL reads them. */
final class Table {

    /**
     * What a row is asked about, or answers.
     *
     * @param values the answers that are declared beside the column, as FEEL reads them; empty when any are allowed
     */
    record Column(
            String id, String label, String name, String type, FeelCell about, List<String> words, String values) {}

    /** @param cell null when it is empty, which in a condition means that anything will do */
    record Entry(String id, String text, @Nullable FeelCell cell) {}

    record Row(String id, int number, List<Entry> conditions, List<Entry> answers) {}

    final Decision decision;
    final HitPolicy policy;
    final @Nullable BuiltinAggregator aggregation;
    final List<Column> inputs = new ArrayList<>();
    final List<Column> outputs = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    final List<Violation> unreadable = new ArrayList<>();

    Table(Decision decision, DecisionTable table) {
        this.decision = decision;
        this.policy = Optional.ofNullable(table.getHitPolicy()).orElse(HitPolicy.UNIQUE);
        this.aggregation = table.getAggregation();
        table.getInputs().forEach(this::input);
        table.getOutputs().forEach(this::output);
        for (Rule rule : table.getRules()) {
            row(rule);
        }
    }

    String key() {
        return decision.getId();
    }

    boolean answersOnce() {
        return policy == HitPolicy.UNIQUE || policy == HitPolicy.FIRST || policy == HitPolicy.ANY;
    }

    /** Whether whoever asks may be given more than one row. */
    boolean answersSeveral() {
        return !answersOnce() && aggregation == null;
    }

    Violation at(Row row, Column column, String rule) {
        return new Violation(row.id(), "row %d, %s".formatted(row.number(), column.label()), rule);
    }

    Violation at(Column column, String rule) {
        return new Violation(column.id(), column.label(), rule);
    }

    private void input(Input input) {
        var expression = input.getInputExpression();
        String text = text(expression == null ? null : expression.getText());
        var about = text.isEmpty() ? null : FeelCell.expression(text);
        var column = new Column(
                input.getId(),
                label(input.getLabel(), text),
                text,
                expression == null ? "" : text(expression.getTypeRef()),
                about == null ? FeelCell.expression("null") : about,
                words(input.getInputValues()),
                "");
        inputs.add(column);
        if (about == null) {
            unreadable.add(at(column, "the column is about nothing; write the name of a fact"));
        } else {
            about.faults().forEach(fault -> unreadable.add(at(column, fault)));
        }
    }

    private void output(Output output) {
        var values = output.getOutputValues();
        var column = new Column(
                output.getId(),
                label(output.getLabel(), text(output.getName())),
                text(output.getName()),
                text(output.getTypeRef()),
                FeelCell.expression("null"),
                words(values),
                values == null ? "" : text(values.getText()));
        outputs.add(column);
        if (!column.values().isEmpty()) {
            FeelCell.test(column.values()).faults().forEach(fault -> unreadable.add(at(column, fault)));
        }
    }

    private void row(Rule rule) {
        List<Entry> conditions = new ArrayList<>();
        List<Entry> answers = new ArrayList<>();
        rule.getInputEntries().forEach(entry -> conditions.add(entry(entry, text(entry.getText()), true)));
        rule.getOutputEntries().forEach(entry -> answers.add(entry(entry, text(entry.getText()), false)));
        var row = new Row(rule.getId(), rows.size() + 1, conditions, answers);
        rows.add(row);
        if (conditions.size() != inputs.size() || answers.size() != outputs.size()) {
            unreadable.add(new Violation(
                    row.id(), "row " + row.number(), "the row has not one cell for each column; make it again"));
        } else {
            for (int i = 0; i < inputs.size(); i++) {
                faults(row, inputs.get(i), conditions.get(i));
            }
            for (int i = 0; i < outputs.size(); i++) {
                faults(row, outputs.get(i), answers.get(i));
            }
        }
    }

    private void faults(Row row, Column column, Entry entry) {
        if (entry.cell() != null) {
            entry.cell().faults().forEach(fault -> unreadable.add(at(row, column, fault)));
        }
    }

    private static Entry entry(DmnElement element, String text, boolean test) {
        return new Entry(
                element.getId(),
                text,
                text.isEmpty() || (test && text.equals("-"))
                        ? null
                        : test ? FeelCell.test(text) : FeelCell.expression(text));
    }

    private static List<String> words(@Nullable UnaryTests values) {
        String text = values == null ? "" : text(values.getText());
        return text.isEmpty() ? List.of() : Literals.words(FeelCell.test(text).root());
    }

    private static String label(@Nullable String label, String otherwise) {
        return label == null || label.isBlank() ? otherwise : label.strip();
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text(text.getTextContent());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
