package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.Refused.Complaint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A Camunda Form as the server needs it: the labels of its fields, and its rules and options to check answers against. */
record FormDefinition(JsonNode form) {

    private static final int LONGEST_TITLE = 500;
    private static final String SECOND_FACTOR = "secondFactor";

    /**
     * What the form's own rules say against the answers.
     *
     * @param data trimmed answers
     * @param shown the values that the form was given
     * @param today the day on which they are given
     * @param excused whether nobody is to blame that what the path leads to is not there
     * @param own whether a key is that of a question that the program does not read itself
     * @param alone whether nobody but the form has rules for the answer to a key: the program knows what was shown before, and
     *     says more of a day that has passed
     */
    List<Labelled> complaints(
            ObjectNode data,
            Function<String, JsonNode> shown,
            LocalDate today,
            Predicate<List<Object>> excused,
            Predicate<String> own,
            Predicate<String> alone) {
        List<Labelled> complaints = new ArrayList<>();
        var hideIf = new HideIf(form, data, shown);
        Predicate<Conditional> leftOut = field ->
                !field.conditions().isEmpty() && !(own.test(field.key()) && !hideIf.mayHide(field.conditions()));
        collect(
                form,
                data,
                List.of(),
                shown,
                new AsShown(this, shown, alone, today),
                today,
                excused,
                List.of(),
                leftOut,
                complaints);
        return complaints;
    }

    /**
     * A field that is not answered.
     *
     * @param key empty within rows and groups, whose conditions may be about their own fields
     * @param conditions under which it or what stands around it is hidden
     */
    private record Conditional(String key, List<String> conditions) {}

    private void collect(
            JsonNode parent,
            JsonNode data,
            List<Object> path,
            Function<String, JsonNode> shown,
            AsShown fixed,
            LocalDate today,
            Predicate<List<Object>> excused,
            List<String> around,
            Predicate<Conditional> leftOut,
            List<Labelled> complaints) {
        for (JsonNode component : parent.path("components")) {
            var conditions = conditions(around, component);
            var given = OwnQuestion.key(component);
            var misfit = FieldType.misfit(component, data.path(given));
            if (misfit != null) {
                complaints.add(labelled(with(path, given), misfit));
            } else if ("dynamiclist".equals(component.path("type").asText())) {
                var name = component.path("path").asText();
                var rows = data.path(name);
                fixed.rows(component, with(path, name), rows)
                        .ifPresent(rule -> complaints.add(labelled(with(path, name), rule)));
                for (int row = 0; row < rows.size(); row++) {
                    collect(
                            component,
                            rows.get(row),
                            with(with(path, name), row),
                            shown,
                            fixed,
                            today,
                            excused,
                            conditions,
                            leftOut,
                            complaints);
                }
            } else if (isNested(component)) {
                var name = component.path("path").asText();
                collect(
                        component,
                        data.path(name),
                        with(path, name),
                        shown,
                        fixed,
                        today,
                        excused,
                        conditions,
                        leftOut,
                        complaints);
            } else if (component.has("key")) {
                var key = component.path("key").asText();
                var value = data.path(key);
                var here = with(path, key);
                var mayBeMissing =
                        value.isMissingNode() && leftOut.test(new Conditional(path.isEmpty() ? key : "", conditions));
                var rule = mayBeMissing
                        ? null
                        : fixed.broken(component, here, value)
                                .orElseGet(() -> fixed.settles(component, here, value)
                                        ? null
                                        : FieldRule.broken(component, value, shown, today));
                if (rule != null && !(value.isMissingNode() && excused.test(here))) {
                    complaints.add(labelled(here, rule));
                }
            } else {
                collect(component, data, path, shown, fixed, today, excused, conditions, leftOut, complaints);
            }
        }
    }

    private static List<String> conditions(List<String> around, JsonNode component) {
        var hide = component.path("conditional").path("hide");
        return hide.isMissingNode()
                ? around
                : Stream.concat(around.stream(), Stream.of(hide.asText())).toList();
    }

    /**
     * Whether one of the answers is among those for which a field asks for a sign-in with a second factor, in its property
     * {@code secondFactor}. Fields in rows have none.
     */
    boolean needsSecondFactor(ObjectNode data) {
        return needsSecondFactor(form, data);
    }

    private static boolean needsSecondFactor(JsonNode parent, JsonNode data) {
        return each(parent.path("components"))
                .anyMatch(component -> isNested(component)
                        ? rows(data.path(component.path("path").asText()))
                                .anyMatch(row -> needsSecondFactor(component, row))
                        : needsSecondFactorFor(
                                        component,
                                        data.path(component.path("key").asText()))
                                || needsSecondFactor(component, data));
    }

    private static boolean needsSecondFactorFor(JsonNode field, JsonNode answer) {
        JsonNode setting = field.path("properties").path(SECOND_FACTOR);
        List<String> named = List.of(setting.asText().split("\\s*,\\s*"));
        // Without the setting nothing is named, also not the answer without words that a list has.
        return !setting.isMissingNode()
                && (answer.isArray() ? each(answer) : Stream.of(answer))
                        .map(JsonNode::asText)
                        .anyMatch(named::contains);
    }

    private static Stream<JsonNode> rows(JsonNode nested) {
        return nested.isArray() ? each(nested) : Stream.of(nested);
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The names of the values from which fields take their options, each once. */
    Stream<String> optionNames() {
        return form.findValuesAsText("valuesKey").stream().distinct();
    }

    /** Whether the fields below have names of their own: rows, and a group with a path. */
    private static boolean isNested(JsonNode component) {
        return !component.path("path").asText().isEmpty();
    }

    static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** Whether the field to which the path leads has to be filled in; not when there is no such field. */
    boolean requires(List<Object> path) {
        return at(path).path("validate").path("required").asBoolean();
    }

    /** What the form calls itself: the first heading in it, when that is the same for everybody. */
    Optional<String> title() {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .flatMap(component -> component.path("text").asText().lines())
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+", "").strip())
                .findFirst()
                .filter(title -> !title.isEmpty() && title.length() <= LONGEST_TITLE && !title.contains("{{"));
    }

    /** Whether the text of that field may have several lines. What is no field of the form is refused for that. */
    boolean hasLines(List<Object> path) {
        return !"textfield".equals(at(path).path("type").asText());
    }

    private JsonNode at(List<Object> path) {
        JsonNode scope = form;
        for (Object step : path) {
            if (!(step instanceof Integer)) {
                scope = field(scope, step.toString());
            }
        }
        return scope;
    }

    /**
     * How the person knows a field: "Flows, row 2, Method".
     *
     * @param path keys and paths; behind the path of a list, the row's number from 0
     * @return null when the form has no such field
     */
    @Nullable String label(List<Object> path) {
        List<String> words = new ArrayList<>();
        JsonNode scope = form;
        for (Object step : path) {
            if (step instanceof Integer row) {
                words.add("row " + (row + 1));
                continue;
            }
            scope = field(scope, step.toString());
            if (scope.isMissingNode()) {
                return null;
            }
            words.add(scope.path("label").asText());
        }
        return words.isEmpty() ? null : String.join(", ", words);
    }

    /** A rule that an answer breaks, behind the label of its field. */
    Labelled labelled(List<Object> path, String rule) {
        Complaint complaint = new Complaint(path, rule);
        return new Labelled(complaint, complaint.sentence(label(path)));
    }

    private static JsonNode field(JsonNode parent, String name) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .map(component -> {
                    if (name.equals(
                            component.path("key").asText(component.path("path").asText()))) {
                        return component;
                    }
                    return isNested(component) ? MissingNode.getInstance() : field(component, name);
                })
                .filter(Objects::nonNull)
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
