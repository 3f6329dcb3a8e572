package gm.sharing.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.workflow.gate.KnownForm.Answer;
import gm.sharing.workflow.gate.KnownForm.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A form asks what the program reads of it, in a way that gives the answers which it takes. What else it asks is kept as it
 * is, but for rows and groups that the program reads: those it keeps itself.
 */
@Component
@Order(2)
class FormAnswers implements ModelRule {

    private static final Map<Answer, Set<String>> TYPES = Map.of(
            Answer.TEXT, Set.of("textfield", "textarea", "select", "radio"),
            Answer.CHOICE, Set.of("select", "radio"),
            Answer.CHOICES, Set.of("checklist", "taglist"),
            Answer.TRUTH, Set.of("radio", "select", "checkbox"),
            Answer.DATE, Set.of("datetime"),
            Answer.NUMBER, Set.of("number", "radio", "select", "textfield"),
            Answer.ROWS, Set.of("dynamiclist"),
            Answer.GROUP, Set.of("group"));

    /** Of which people choose none or add none by doing nothing. */
    private static final Set<Answer> LISTS = Set.of(Answer.CHOICES, Answer.ROWS, Answer.GROUP);

    private static final Set<String> WRITTEN = Set.of("textfield", "textarea");

    private final KnownForms forms;

    FormAnswers(KnownForms forms) {
        this.forms = forms;
    }

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        if (file.kind() != ModelFile.Kind.FORM) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        forms.find(file.keys().get(0))
                .ifPresent(form -> compare(file.form(), form.alternatives(), form.fields(), true, violations));
        return violations;
    }

    /**
     * Compares what stands in a part with what the program reads of it.
     *
     * @param parent the form, a list or a group with a path
     * @param takesOthers whether it may ask more than the program reads
     * @param alternatives whether fields that are demanded may be hidden, because something else was chosen
     */
    private static void compare(
            JsonNode parent,
            boolean alternatives,
            List<Field> fields,
            boolean takesOthers,
            List<Violation> violations) {
        Map<String, Shown> shown = new HashMap<>();
        collect(parent, false, shown);
        for (Field field : fields) {
            Shown there = shown.remove(field.key());
            if (there == null) {
                violations.add(new Violation(
                        field.key(),
                        "",
                        field.neededBy() + " reads the field with the key “" + field.key()
                                + "”, which the form does not have; put it back, or ask a developer to do without it"));
            } else {
                compare(there, alternatives, field, violations);
            }
        }
        if (!takesOthers) {
            shown.values()
                    .forEach(other -> violations.add(violation(
                            other.component(),
                            "the program keeps what is answered here itself and does not know the field with the key “"
                                    + key(other.component())
                                    + "”; put the question outside of the list or group, or write the key as it was")));
        }
    }

    /** @param hideable whether it, or what it stands in, may be hidden, and then is not answered */
    private record Shown(JsonNode component, boolean hideable) {}

    private static void collect(JsonNode parent, boolean hideable, Map<String, Shown> shown) {
        for (JsonNode component : parent.path("components")) {
            boolean mayHide = hideable || component.path("conditional").has("hide");
            if (component.has("path") || component.has("key")) {
                shown.put(key(component), new Shown(component, mayHide));
            } else {
                collect(component, mayHide, shown);
            }
        }
    }

    private static String key(JsonNode component) {
        return component.path("key").asText(component.path("path").asText());
    }

    private static void compare(Shown shown, boolean alternatives, Field field, List<Violation> violations) {
        JsonNode component = shown.component();
        String type = component.path("type").asText();
        if (!TYPES.getOrDefault(field.answer(), Set.of()).contains(type)) {
            violations.add(violation(
                    component,
                    field.neededBy() + " takes no answer of a field of the type “" + type + "” here; use one of "
                            + String.join(", ", new TreeSet<>(TYPES.getOrDefault(field.answer(), Set.of())))));
            return;
        }
        if (field.demanded()
                && !shown.hideable()
                && !component.path("validate").path("required").asBoolean()
                && !LISTS.contains(field.answer())) {
            violations.add(violation(
                    component, "the program needs an answer to it; switch on “Required”, so that people see that"));
        }
        if (field.demanded() && shown.hideable() && !alternatives && !LISTS.contains(field.answer())) {
            violations.add(violation(
                    component,
                    "the program always needs an answer to it; take “Hide if” out, also from the groups around it"));
        }
        if (field.demanded() && component.path("readonly").asBoolean()) {
            violations.add(violation(
                    component, "the program needs an answer to it, and nobody can give one; switch “Read only” off"));
        }
        if (WRITTEN.contains(type)) {
            length(component, field, violations);
        }
        if (field.answer() == Answer.DATE
                && !"date".equals(component.path("subtype").asText())) {
            violations.add(violation(component, "the program takes a day, without a time; choose the subtype “date”"));
        }
        options(component, field, violations);
        if (!field.within().isEmpty()) {
            compare(component, alternatives, field.within(), false, violations);
        }
    }

    private static void length(JsonNode component, Field field, List<Violation> violations) {
        int longest = component.path("validate").path("maxLength").asInt();
        if (longest <= 0) {
            violations.add(violation(component, "the text may be of any length; write how long it may be at most"));
        } else if (field.longest() > 0 && longest > field.longest()) {
            violations.add(violation(
                    component,
                    "the program takes texts of at most " + field.longest()
                            + " characters; write a “Maximum length” up to" + " that"));
        }
    }

    private static void options(JsonNode component, Field field, List<Violation> violations) {
        if (!component.has("values") || field.codes().isEmpty()) {
            return;
        }
        Set<String> offered = new TreeSet<>();
        component
                .path("values")
                .forEach(option -> offered.add(option.path("value").asText()));
        Set<String> unknown = new TreeSet<>(offered);
        unknown.removeAll(field.codes());
        if (!unknown.isEmpty()) {
            violations.add(violation(
                    component,
                    "the program does not know the options with the values " + quoted(unknown)
                            + "; take them out, write the values as they were, or ask a developer to add them"));
        }
        Set<String> missing = new TreeSet<>(field.codes());
        missing.removeAll(offered);
        if (!missing.isEmpty() && field.answer() != Answer.CHOICES) {
            violations.add(violation(
                    component,
                    "the options with the values " + quoted(missing)
                            + " are gone, which the program goes on with; put them back, or ask a developer to do without"
                            + " them"));
        }
    }

    private static String quoted(Set<String> values) {
        return values.stream().map(value -> "“" + PlainText.shown(value) + "”").collect(Collectors.joining(", "));
    }

    private static Violation violation(JsonNode component, String rule) {
        return new Violation(
                PlainText.shown(key(component)),
                PlainText.shown(component.path("label").asText()),
                rule);
    }
}
