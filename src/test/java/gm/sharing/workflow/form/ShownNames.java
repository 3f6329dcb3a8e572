package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.code.ShippedCodes;
import gm.sharing.workflow.gate.form.NamesOfForms;
import gm.sharing.workflow.gate.table.CodeRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What the forms of some models are shown on the ways that a test walks. All that a form is shown stands in it, and all that
 * stands in it is shown on one of the ways; columns of tables as well.
 */
public final class ShownNames {

    /** What every form of a task is shown. */
    private static final String PROJECT = "project";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM = Pattern.compile("camunda:formRef=\"([^\"]+)\"");

    private final Set<String> models;
    private final Map<String, Set<String>> given = new TreeMap<>();

    public ShownNames(String... models) {
        this.models = Set.of(models);
    }

    /** The models whose forms are to be shown all that they name. */
    public Set<String> models() {
        return models;
    }

    /** Opens the form of a task, as somebody does before answering it. */
    public void open(ProcessEngine engine, String task) {
        var commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        commands.execute(context -> {
            open(context, task);
            return null;
        });
    }

    private void open(CommandContext context, String id) {
        var task = context.getTaskManager().findTaskById(id);
        if (task != null && task.getTaskDefinition().getTaskFormHandler() instanceof TaskFormSubmission submission) {
            String name = Objects.requireNonNull(task.getTaskDefinition().getFormDefinition())
                    .getCamundaFormDefinitionKey()
                    .getExpressionText();
            if (!file(name).isEmpty()) {
                opened(name, submission.shown(task, false));
            }
        }
    }

    private void opened(String name, Map<String, TypedValue> shown) {
        JsonNode form = file(name);
        Set<String> read = NamesOfForms.shownIn(form);
        Set<String> known = given.computeIfAbsent(name, any -> new TreeSet<>());
        assertThat(shown.keySet())
                .as("What " + name + ".form is shown, all of which it names")
                .allMatch(one -> read.contains(one) || NamesOfForms.has(form, one));
        known.addAll(shown.keySet());
        tables(form).forEach(table -> {
            String rows = rows(table);
            if (shown.containsKey(rows) && !ofCodes(rows)) {
                Set<String> columns = columns(table);
                for (JsonNode row : json(shown.get(rows))) {
                    Set<String> cells = new TreeSet<>();
                    row.fieldNames().forEachRemaining(cells::add);
                    assertThat(columns)
                            .as("Columns of the rows that " + name + ".form is shown as " + rows)
                            .containsAll(cells);
                    cells.forEach(cell -> known.add(rows + "." + cell));
                }
            }
        });
    }

    /** Fails for names in forms that no way gave, and for forms that were never opened. */
    public void assertAllGiven() {
        Map<String, Set<String>> missing = new TreeMap<>();
        forms().forEach(name -> {
            Set<String> expected = named(file(name));
            expected.removeAll(given.getOrDefault(name, Set.of()));
            if (!expected.isEmpty() || !given.containsKey(name)) {
                missing.put(name, expected);
            }
        });
        assertThat(missing)
                .as("Forms that no way opened, or that name what no way showed them")
                .isEmpty();
    }

    /** What the form has from its handler alone: tables of codes are shown wherever a form names them. */
    private static Set<String> named(JsonNode form) {
        Set<String> names = new TreeSet<>(NamesOfForms.shownIn(form));
        names.remove(PROJECT);
        names.removeIf(ShownNames::ofCodes);
        tables(form).filter(table -> !ofCodes(rows(table))).forEach(table -> columns(table)
                .forEach(column -> names.add(rows(table) + "." + column)));
        return names;
    }

    /** Its rows have columns for rules, too, of which a form shows what helps people. */
    private static boolean ofCodes(String name) {
        return ShippedCodes.all().find(CodeRows.table(name)).isPresent();
    }

    private Set<String> forms() {
        return files("processes")
                .filter(file -> file.toString().endsWith(".bpmn"))
                .filter(file -> models.contains(file.getFileName().toString().replace(".bpmn", "")))
                .flatMap(file -> FORM.matcher(text(file)).results().map(found -> found.group(1)))
                .filter(name -> !name.equals("start-proposal"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> tables(JsonNode parent) {
        return parent.findParents("dataSource").stream()
                .filter(component -> "table".equals(component.path("type").asText()));
    }

    private static String rows(JsonNode table) {
        return table.path("dataSource").asText().replaceFirst("^=\\s*", "");
    }

    private static Set<String> columns(JsonNode table) {
        return Set.copyOf(table.path("columns").findValuesAsText("key"));
    }

    private static JsonNode json(TypedValue value) {
        try {
            return JSON.readTree(String.valueOf(value.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form as it is shipped; an empty one when it is a test's own. */
    private static JsonNode file(String name) {
        return files("forms")
                .filter(file -> file.getFileName().toString().equals(name + ".form"))
                .findFirst()
                .map(file -> {
                    try {
                        return JSON.readTree(text(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElseGet(JSON::createObjectNode);
    }

    private static Stream<Path> files(String folder) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
