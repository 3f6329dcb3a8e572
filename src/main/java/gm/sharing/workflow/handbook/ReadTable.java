package gm.sharing.workflow.handbook;

import gm.sharing.handbook.DeadlineTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as its cells stand there.
 *
 * @param inputs what the columns are about
 * @param outputs the names of what the columns answer
 * @param times whether one of its answers is a length of time
 */
record ReadTable(List<String> inputs, List<String> outputs, boolean times, DeadlineTable words) {

    private static final Pattern DAYS = Pattern.compile("days|[a-z]\\w*Days");

    static final Pattern SPAN = Pattern.compile("\"?(P\\d{1,4}[DWMY])\"?");

    static ReadTable of(DmnModelInstance file, String id) {
        Decision decision = file.getModelElementById(id);
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            return new ReadTable(
                    List.of(),
                    List.of(),
                    false,
                    new DeadlineTable(id, named(decision.getName(), id), "", List.of(), List.of(), List.of()));
        }
        List<String> inputs = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        table.getInputs().forEach(input -> {
            String about = text(
                    input.getInputExpression() == null
                            ? null
                            : input.getInputExpression().getText());
            inputs.add(about);
            conditions.add(named(input.getLabel(), about));
        });
        List<String> outputs = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        table.getOutputs().forEach(output -> {
            outputs.add(named(output.getName(), ""));
            answers.add(named(output.getLabel(), named(output.getName(), "")));
        });
        List<DeadlineTable.Row> rows =
                table.getRules().stream().map(ReadTable::row).toList();
        return new ReadTable(
                inputs,
                outputs,
                saysHowLong(table, rows),
                new DeadlineTable(id, named(decision.getName(), id), description(decision), conditions, answers, rows));
    }

    private static DeadlineTable.Row row(Rule rule) {
        return new DeadlineTable.Row(
                rule.getInputEntries().stream()
                        .map(entry -> text(entry.getText()))
                        .toList(),
                rule.getOutputEntries().stream()
                        .map(entry -> text(entry.getText()))
                        .toList(),
                rule.getDescription() == null
                        ? ""
                        : rule.getDescription().getTextContent().strip());
    }

    private static boolean saysHowLong(DecisionTable table, List<DeadlineTable.Row> rows) {
        return table.getOutputs().stream()
                        .anyMatch(output -> "integer".equals(output.getTypeRef())
                                && DAYS.matcher(named(output.getName(), "")).matches())
                || rows.stream().flatMap(row -> row.answers().stream()).anyMatch(answer -> SPAN.matcher(answer)
                        .matches());
    }

    private static String description(Decision decision) {
        return decision.getDescription() == null
                ? ""
                : decision.getDescription().getTextContent().strip();
    }

    private static String named(@Nullable String name, String otherwise) {
        return Optional.ofNullable(name)
                .map(String::strip)
                .filter(given -> !given.isEmpty())
                .orElse(otherwise);
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }
}
