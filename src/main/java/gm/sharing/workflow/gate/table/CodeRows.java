package gm.sharing.workflow.gate.table;

import gm.sharing.code.Code;
import gm.sharing.code.CodeTable;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/**
 * A table that lists codes: its one condition is about {@code code}, one column answers {@code label}. It is read, not
 * evaluated, so each cell says what it says as it stands.
 */
public final class CodeRows {

    static final String CODE = "code";
    static final String LABEL = "label";

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final Pattern STABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9().-]{0,79}");

    private static final Pattern HYPHEN = Pattern.compile("-(.)");
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private CodeRows() {}

    /** The id of the table that a form means by a name such as {@code lawfulBases}: {@code lawful-bases}. */
    public static String table(String name) {
        return CAPITAL.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** The name by which forms mean the table with this id. */
    static String name(String table) {
        return HYPHEN.matcher(table).replaceAll(hyphen -> hyphen.group(1).toUpperCase(Locale.ROOT));
    }

    /** The codes that the file lists; empty when it is no table of codes. */
    public static Optional<CodeTable> of(ModelFile file) {
        return file.dmn().getModelElementsByType(Decision.class).stream()
                .findFirst()
                .filter(decision -> decision.getExpression() instanceof DecisionTable table && lists(table))
                .map(decision -> read(decision.getId(), (DecisionTable) decision.getExpression()));
    }

    private static boolean lists(DecisionTable table) {
        return table.getInputs().size() == 1
                && table.getInputs().iterator().next().getInputExpression() != null
                && CODE.equals(words(
                        table.getInputs().iterator().next().getInputExpression().getText()))
                && table.getOutputs().stream().anyMatch(column -> LABEL.equals(column.getName()));
    }

    private static CodeTable read(String id, DecisionTable table) {
        List<String> columns =
                table.getOutputs().stream().map(column -> column.getName()).toList();
        List<Code> codes = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            Map<String, Object> cells = new LinkedHashMap<>();
            int place = 0;
            for (var entry : rule.getOutputEntries()) {
                Object said = value(words(entry.getText()));
                if (said != null && place < columns.size()) {
                    cells.put(columns.get(place), said);
                }
                place++;
            }
            rule.getInputEntries().stream()
                    .findFirst()
                    .map(entry -> value(words(entry.getText())))
                    .ifPresent(
                            code -> codes.add(new Code(code.toString(), String.valueOf(cells.remove(LABEL)), cells)));
        }
        return new CodeTable(id, codes);
    }

    /** What a cell says; null when it is empty or works something out. */
    private static @Nullable Object value(String cell) {
        Matcher text = TEXT.matcher(cell);
        if (text.matches()) {
            return ESCAPED.matcher(text.group(1)).replaceAll("$1");
        }
        if (cell.equals("true") || cell.equals("false")) {
            return Boolean.valueOf(cell);
        }
        return NUMBER.matcher(cell).matches() ? new BigDecimal(cell).intValueExact() : null;
    }

    private static String words(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    /** What keeps the table from being a list of codes that the program can read. */
    static List<Violation> violations(Table table, Optional<TableContract> contract) {
        List<Violation> violations = new ArrayList<>();
        if (table.inputs.size() != 1
                || !table.inputs.get(0).name().equals(CODE)
                || table.outputs.stream().noneMatch(column -> column.name().equals(LABEL))) {
            return List.of(new Violation(
                    table.key(),
                    table.decision.getName(),
                    "the table lists codes: it has one condition, about “code”, and a column with the name “label”;"
                            + " bring them back"));
        }
        Set<String> codes = new HashSet<>();
        Set<String> former = new HashSet<>();
        for (var row : table.rows) {
            code(table, row, codes, violations);
            for (int i = 0; i < table.outputs.size(); i++) {
                cell(table, row, i, contract, violations);
            }
        }
        table.rows.forEach(row -> formerly(table, row, codes, former, violations));
        contract.ifPresent(promised -> promised(table, promised, codes, violations));
        return violations;
    }

    private static void code(Table table, Table.Row row, Set<String> codes, List<Violation> violations) {
        var column = table.inputs.get(0);
        Object code = value(row.conditions().get(0).text());
        if (!(code instanceof String text)) {
            violations.add(table.at(row, column, "the row is about one code; write it in straight quotes"));
        } else if (!STABLE.matcher(text).matches()) {
            violations.add(table.at(
                    row,
                    column,
                    "the code " + FeelCell.quoted(text)
                            + " has other signs than letters, figures, hyphens, full stops and round brackets, or more"
                            + " than 80; people read the label, so keep the code plain"));
        } else if (!codes.add(text)) {
            violations.add(table.at(
                    row, column, "two rows have the code " + FeelCell.quoted(text) + "; give each code one row"));
        }
    }

    /** Words that stood for a code before lead to one code alone. */
    private static void formerly(
            Table table, Table.Row row, Set<String> codes, Set<String> former, List<Violation> violations) {
        for (int i = 0; i < table.outputs.size(); i++) {
            var column = table.outputs.get(i);
            Object said = value(row.answers().get(i).text());
            if (!column.name().equals(CodeTable.FORMERLY) || said == null) {
                continue;
            }
            if (!(said instanceof String words) || words.isBlank()) {
                violations.add(table.at(row, column, "the cell holds the words of before, in quotes, or nothing"));
            } else if (codes.contains(words)) {
                violations.add(table.at(
                        row,
                        column,
                        "the words of before %s are a code of today; take them out".formatted(FeelCell.quoted(words))));
            } else if (!former.add(words)) {
                violations.add(table.at(
                        row,
                        column,
                        "two rows say that %s stood for them before; leave the words in one of them"
                                .formatted(FeelCell.quoted(words))));
            }
        }
    }

    private static void cell(
            Table table, Table.Row row, int place, Optional<TableContract> contract, List<Violation> violations) {
        var column = table.outputs.get(place);
        String cell = row.answers().get(place).text();
        Object said = value(cell);
        var wanted = column.name().equals(LABEL)
                ? Optional.of(Answer.text(LABEL))
                : contract.flatMap(promised -> promised.answer(column.name()));
        if (!cell.isEmpty() && said == null) {
            violations.add(table.at(
                    row,
                    column,
                    "the cell works something out; write a text in quotes, a whole number, true or false"));
        } else {
            wanted.map(answer -> answer.fault(said))
                    .ifPresent(fault -> violations.add(table.at(row, column, "the cell " + fault)));
        }
    }

    private static void promised(Table table, TableContract promised, Set<String> codes, List<Violation> violations) {
        promised.answers().stream()
                .filter(answer ->
                        table.outputs.stream().noneMatch(column -> column.name().equals(answer.name())))
                .forEach(answer -> violations.add(new Violation(
                        table.key(),
                        table.decision.getName(),
                        "the program reads the column “%s”, and there is none of that name; bring it back"
                                .formatted(answer.name()))));
        promised.codes().stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> violations.add(new Violation(
                        table.key(),
                        table.decision.getName(),
                        "rules of the program name the code “%s”, and no row has it; bring it back, its label may be"
                                        .formatted(code)
                                + " any")));
        promised.never().stream()
                .filter(codes::contains)
                .forEach(code -> violations.add(new Violation(
                        table.key(),
                        table.decision.getName(),
                        "the code “%s” is not for this table to give; take its row out".formatted(code))));
        codes.stream()
                .filter(code -> !promised.others() && !promised.codes().contains(code))
                .sorted()
                .forEach(code -> violations.add(new Violation(
                        table.key(),
                        table.decision.getName(),
                        "the program does not know the code “%s” and could not go on by it; take its row out"
                                .formatted(code))));
    }
}
