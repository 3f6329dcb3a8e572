package gm.sharing.workflow.gate.form;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.workflow.gate.table.FeelCell;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    private final Function<String, List<String>> codes;

    NamesInForm(JsonNode form) {
        this(form, any -> List.of());
    }

    /** @param codes of the table from which options of this name come; empty when they come from elsewhere */
    NamesInForm(JsonNode form, Function<String, List<String>> codes) {
        this.codes = codes;
        collect(form, "");
    }

    /** @param parent the path around; empty at the top */
    private void collect(JsonNode parent, String path) {
        for (JsonNode field : parent.path("components")) {
            String name = field.path("key").asText(field.path("path").asText());
            if (!name.isEmpty()) {
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
            collect(field, field.has("path") ? name : path);
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
