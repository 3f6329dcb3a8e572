package gm.sharing.workflow.gate.form;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.workflow.gate.table.FeelCell;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What expressions of a form can name: its own fields, with the rows and groups in which they stand, and what it is shown. */
final class NamesInForm {

    /** The row in which the field stands, and what stands around it. */
    private static final Set<String> HERE = Set.of("this", "parent");

    /** The number of the row, in a list of those of all rows around. */
    private static final String ROW = "i";

    private final Map<String, Set<String>> within = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();
    private final Set<String> choices = new HashSet<>();

    /** Where each component stands: the paths around it, of the outermost first. */
    private final IdentityHashMap<JsonNode, List<String>> places = new IdentityHashMap<>();

    private final Map<List<String>, Set<String>> at = new HashMap<>();
    private final Set<String> lists = new HashSet<>();

    private final Function<String, List<String>> codes;

    NamesInForm(JsonNode form) {
        this(form, any -> List.of());
    }

    /** @param codes of the table from which options of this name come; empty when they come from elsewhere */
    NamesInForm(JsonNode form, Function<String, List<String>> codes) {
        this.codes = codes;
        collect(form, List.of());
    }

    /** @param around the paths around; empty at the top */
    private void collect(JsonNode parent, List<String> around) {
        String path = around.isEmpty() ? "" : around.get(around.size() - 1);
        for (JsonNode field : parent.path("components")) {
            String name = field.path("key").asText(field.path("path").asText());
            places.put(field, around);
            if (field.path("type").asText().equals("dynamiclist")) {
                lists.add(name);
            }
            if (!name.isEmpty()) {
                at.computeIfAbsent(around, any -> new TreeSet<>()).add(name);
                within.computeIfAbsent(path, any -> new TreeSet<>()).add(name);
                within.computeIfAbsent(name, any -> new TreeSet<>());
            }
            List<String> listed = codes.apply(field.path("valuesKey").asText());
            if (field.path("values").isArray() || !listed.isEmpty()) {
                choices.add(name);
                Set<String> offered = words.computeIfAbsent(name, any -> new TreeSet<>());
                offered.addAll(listed);
                field.path("values")
                        .forEach(option -> offered.add(option.path("value").asText()));
            } else if (!name.isEmpty()) {
                words.computeIfAbsent(name, any -> new TreeSet<>());
            }
            collect(
                    field,
                    field.has("path")
                            ? Stream.concat(around.stream(), Stream.of(name)).toList()
                            : around);
        }
    }

    /** The names of the answers that are given in the component: its own, or those of the fields that it holds together. */
    static Set<String> answeredIn(JsonNode component) {
        String name = component.path("key").asText(component.path("path").asText());
        if (!name.isEmpty()) {
            return Set.of(name);
        }
        Set<String> within = new HashSet<>();
        component.path("components").forEach(field -> within.addAll(answeredIn(field)));
        return within;
    }

    /** Whether the form has a field, a list or a group of this name. */
    boolean has(String name) {
        return within.containsKey(name);
    }

    /** Whether a field of that name can be meant: the first part by what the form has or is shown, the second by what is in it. */
    boolean knows(String name, Set<String> shown) {
        List<String> parts = parts(name);
        if (parts.isEmpty() || name.equals(ROW)) {
            return name.equals(ROW);
        }
        String first = parts.get(0);
        Set<String> inside = within.getOrDefault(first, Set.of());
        return (has(first) || shown.contains(first))
                && (parts.size() == 1 || inside.contains(parts.get(1)) || (shown.contains(first) && inside.isEmpty()));
    }

    /**
     * The name that means an answer of a row or a group from where the field stands, when the one that was written means nothing
     * there: beside {@code this}, expressions know what stands at the top alone.
     */
    Optional<Inside> inside(JsonNode field, String name, Set<String> shown) {
        String first = name.split("\\.", -1)[0];
        List<String> here = places.getOrDefault(field, List.of());
        if (HERE.contains(first)
                || first.equals(ROW)
                || shown.contains(first)
                || at.getOrDefault(List.of(), Set.of()).contains(first)) {
            return Optional.empty();
        }
        if (at.getOrDefault(here, Set.of()).contains(first)) {
            return Optional.of(new Inside(String.join(".", here), "this." + name));
        }
        return at.entrySet().stream()
                .filter(place -> place.getValue().contains(first))
                .findFirst()
                .map(place -> String.join(".", place.getKey()))
                .map(path -> new Inside(path, path + "." + name));
    }

    /**
     * An answer in a row or a group.
     *
     * @param path of that row or group
     * @param name by which it is known
     */
    record Inside(String path, String name) {}

    /** How the answer of one row is named from where the field stands, when the name is one for all rows; empty when it is not. */
    Optional<String> ofAllRows(JsonNode field, String name) {
        int dot = name.indexOf('.');
        if (dot < 0 || !lists.contains(name.substring(0, dot))) {
            return Optional.empty();
        }
        String list = name.substring(0, dot);
        return Optional.of(
                places.getOrDefault(field, List.of()).contains(list)
                        ? "this" + name.substring(dot)
                        : "list contains(" + name + ", …)");
    }

    /** The values of the choice that is meant; empty when it is no choice, or its options come from elsewhere. */
    Set<String> valuesOf(String name) {
        List<String> parts = parts(name);
        String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        return choices.contains(last) ? words.getOrDefault(last, Set.of()) : Set.of();
    }

    private static List<String> parts(String name) {
        return Arrays.stream(name.split("\\.", -1)).dropWhile(HERE::contains).toList();
    }

    /** The names that a form reads without having them itself. */
    static Set<String> shownIn(JsonNode form) {
        NamesInForm own = new NamesInForm(form);
        return Stream.concat(WorkedOut.in(form).flatMap(NamesInForm::read), keys(form))
                .map(name -> parts(name).stream().findFirst().orElse(""))
                .filter(name -> !name.isEmpty() && !name.equals(ROW) && !own.has(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> read(WorkedOut place) {
        return place.expressions().stream().flatMap(text -> FeelCell.inForm(text).names().stream());
    }

    /** Where options come from, which is named without a sign of equality. */
    private static Stream<String> keys(JsonNode parent) {
        return parent.findValuesAsText("valuesKey").stream();
    }
}
