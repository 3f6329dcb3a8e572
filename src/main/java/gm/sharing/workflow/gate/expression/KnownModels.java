package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelServices;
import gm.sharing.workflow.gate.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes and tables that one check has to do with: those of the file, and those in force that they name. */
final class KnownModels {

    private static final Map<String, Kind> TYPES = Map.of(
            "string", Kind.TEXT,
            "boolean", Kind.TRUTH,
            "integer", Kind.of(Integer.class),
            "long", Kind.of(Long.class),
            "double", Kind.NUMBER,
            "number", Kind.NUMBER,
            "date", Kind.DATE);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}");

    private static final Pattern WORD = Pattern.compile("\\s*\"([^\"]*)\"\\s*");

    private final ModelServices services;
    private final Declarations declarations;
    private final Surroundings surroundings;
    private final ModelElement root;
    private final KindsOfSources kinds = new KindsOfSources();
    private final Map<String, ProcessVariables> processes = new LinkedHashMap<>();
    private final Map<String, List<Call>> calls = new HashMap<>();
    private final Map<String, Optional<Map<String, Kind>>> tables = new HashMap<>();

    /**
     * A process that starts another.
     *
     * @param element the call activity
     */
    record Call(ModelElement element, ProcessVariables by) {}

    KnownModels(ModelServices services, Declarations declarations, ModelFile file, Surroundings surroundings) {
        this.services = services;
        this.declarations = declarations;
        this.surroundings = surroundings;
        this.root = ModelElement.of(file);
        add(root);
        surroundings
                .all(ModelFile.Kind.BPMN)
                .filter(other -> other.keys().stream().noneMatch(processes::containsKey))
                .forEach(other -> add(ModelElement.of(other)));
        processes.values().forEach(ProcessVariables::collect);
    }

    private void add(ModelElement root) {
        root.children().filter(child -> child.is("process")).forEach(process -> {
            var variables = new ProcessVariables(process, this);
            processes.put(String.valueOf(process.attribute("id")), variables);
            process.all().filter(element -> element.is("callActivity")).forEach(call -> calls.computeIfAbsent(
                            String.valueOf(call.attribute("calledElement")), any -> new ArrayList<>())
                    .add(new Call(call, variables)));
        });
    }

    /** Of the file that is checked. */
    ModelElement root() {
        return root;
    }

    /** What is in force beside it. */
    Surroundings surroundings() {
        return surroundings;
    }

    /** What may be asked of answers. */
    AskedForms forms() {
        return new AskedForms(declarations.forms(), surroundings);
    }

    Declarations declarations() {
        return declarations;
    }

    /** What sources of variables give, whichever process they are in. */
    KindsOfSources kinds() {
        return kinds;
    }

    /** Of the file and of those in force. */
    Stream<ProcessVariables> processes() {
        return processes.values().stream();
    }

    Optional<ProcessVariables> process(@Nullable String key) {
        return Optional.ofNullable(processes.get(key));
    }

    Stream<Call> calls(String key) {
        return calls.getOrDefault(key, List.of()).stream();
    }

    Optional<ProcessVariables> called(ModelElement call) {
        return process(call.attribute("calledElement"));
    }

    /** What an expression gives, whatever is wrong with it: somebody else tells. */
    Kind quietly(Names names, String text) {
        return new ExpressionCheck(services, forms(), names, fault -> {}).of(text);
    }

    /** As {@link #quietly}; empty when something is wrong with it. */
    Optional<Kind> known(Names names, String text) {
        List<String> faults = new ArrayList<>();
        Kind kind = new ExpressionCheck(services, forms(), names, faults::add).of(text);
        return faults.isEmpty() ? Optional.of(kind) : Optional.empty();
    }

    /** What an expression sees that the engine works out at this element while the process runs. */
    Optional<Names> names(ModelElement element) {
        return element.around()
                .filter(outer -> outer.is("process"))
                .findFirst()
                .flatMap(process -> process(process.attribute("id")))
                .map(variables -> variables.at(element, true, element.is("userTask")));
    }

    /** The name of the message that an event or task waits for. */
    Optional<String> messageName(ModelElement event) {
        String reference = event.attribute("messageRef");
        return event.around()
                .flatMap(ModelElement::children)
                .filter(element -> element.is("message") && Objects.equals(element.attribute("id"), reference))
                .map(message -> message.attribute("name"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** What a table gives, by name; null when the table is not known. */
    @Nullable Map<String, Kind> outputs(@Nullable String table) {
        return table == null
                ? null
                : tables.computeIfAbsent(table, key -> table(key).map(KnownModels::outputs))
                        .orElse(null);
    }

    /** The table itself, by its id. */
    Optional<ModelElement> table(@Nullable String id) {
        return id == null
                ? Optional.empty()
                : surroundings.find(ModelFile.Kind.DMN, id).flatMap(file -> ModelElement.of(file)
                        .all()
                        .filter(element -> element.is("decision") && id.equals(element.attribute("id")))
                        .flatMap(ModelElement::children)
                        .filter(element -> element.is("decisionTable"))
                        .findFirst());
    }

    private static Map<String, Kind> outputs(ModelElement table) {
        List<ModelElement> outputs =
                table.children().filter(element -> element.is("output")).toList();
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            Kind kind = "COUNT".equals(table.attribute("aggregation"))
                    ? Kind.of(Integer.class)
                    : TYPES.getOrDefault(String.valueOf(outputs.get(i).attribute("typeRef")), Kind.UNKNOWN);
            List<String> cells = cells(table, i);
            Kind said = kind.equals(Kind.TEXT)
                    ? words(cells)
                    : table.attribute("aggregation") == null ? numbers(cells, kind) : kind;
            kinds.put(
                    String.valueOf(outputs.get(i).attribute("name")),
                    cells.stream().allMatch(cell -> isSaid(cell, kind)) ? said : said.orNothing());
        }
        return kinds;
    }

    /** Whether a cell says something; whether something is true may be nothing where it is worked out. */
    private static boolean isSaid(String cell, Kind kind) {
        return kind.equals(Kind.TRUTH) ? cell.strip().matches("true|false") : !cell.isBlank();
    }

    private static List<String> cells(ModelElement table, int column) {
        return table.children()
                .filter(element -> element.is("rule"))
                .map(rule -> rule.children()
                        .filter(element -> element.is("outputEntry"))
                        .skip(column)
                        .findFirst()
                        .flatMap(entry -> entry.children()
                                .filter(element -> element.is("text"))
                                .findFirst())
                        .map(ModelElement::text)
                        .orElse(""))
                .toList();
    }

    /** As {@link #words}, of numbers. */
    private static Kind numbers(List<String> cells, Kind kind) {
        List<String> said = cells.stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
        return kind.isSurely(Number.class)
                        && !said.isEmpty()
                        && said.stream().allMatch(cell -> NUMBER.matcher(cell).matches())
                ? kind.oneOf(said)
                : kind;
    }

    /** The texts that a column of a table can give, when each of its cells holds one. */
    private static Kind words(List<String> cells) {
        return !cells.isEmpty()
                        && cells.stream().allMatch(cell -> WORD.matcher(cell).matches())
                ? Kind.text(cells.stream()
                        .map(cell -> WORD.matcher(cell).replaceAll("$1"))
                        .distinct()
                        .toList())
                : Kind.TEXT;
    }
}
