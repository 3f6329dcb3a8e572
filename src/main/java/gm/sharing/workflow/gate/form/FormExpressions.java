package gm.sharing.workflow.gate.form;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.code.Code;
import gm.sharing.wording.Words;
import gm.sharing.workflow.gate.KnownForm;
import gm.sharing.workflow.gate.KnownForms;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelRule;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import gm.sharing.workflow.gate.table.CodeRows;
import gm.sharing.workflow.gate.table.FeelCell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a form works out can be read, takes the browser little time, and names fields and values that there are. A condition
 * that names nothing hides its field from everybody or from nobody, and then nobody can complete the task.
 */
@Component
@Order(3)
class FormExpressions implements ModelRule {

    /** Of all that a form works out; the longest forms have some forty. */
    private static final int MOST = 400;

    private static final Words WORDS = Words.in("form/gate");

    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

    /** Targets of links: pages over https, mail, our own pages, and addresses that the program gives. */
    private static final Pattern LINK = Pattern.compile("\\]\\(\\s*(?!https://|mailto:|/(?!/)|#|\\{\\{)");

    private static final Pattern MARKUP = Pattern.compile("<[A-Za-z/!?]|!\\[|(?m:^ {0,3}\\[[^\\]\\n]*]:)");

    private final ShippedForms shipped;
    private final KnownForms forms;

    FormExpressions(ShippedForms shipped, KnownForms forms) {
        this.shipped = shipped;
        this.forms = forms;
    }

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        if (file.kind() != ModelFile.Kind.FORM) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        JsonNode form = file.form();
        if (WorkedOut.in(form).mapToLong(place -> place.expressions().size()).sum() > MOST) {
            return List.of(
                    new Violation(
                            "",
                            "",
                            "the form works out more than " + MOST
                                    + " things, each time that somebody types; take some out, or divide it into several tasks"));
        }
        Set<String> shown = new HashSet<>(shown(file.keys().get(0), form));
        if (forms.find(file.keys().get(0)).filter(KnownForm::starts).isEmpty()) {
            shown.addAll(tablesOfCodes(form, surroundings));
        }
        NamesInForm names = new NamesInForm(form, name -> codes(name, surroundings));
        WorkedOut.in(form).forEach(place -> check(place, names, shown, violations));
        fields(form, shown, violations);
        Predicate<String> given = name -> shown.contains(name) && !names.has(name);
        WorkedOut.in(form)
                .filter(place -> place.setting().equals("text"))
                .filter(place -> TypedLinks.isIn(place.text(), given)
                        || place.expressions().stream().anyMatch(TypedLinks::makes))
                .forEach(place -> add(place.field(), place.place() + ": " + WORDS.text("typed-link"), violations));
        return violations;
    }

    /** Every form of a task is shown the tables of codes that its fields name. */
    private static Set<String> tablesOfCodes(JsonNode form, Surroundings surroundings) {
        return form.findValuesAsText("valuesKey").stream()
                .filter(name -> !codes(name, surroundings).isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<String> codes(String name, Surroundings surroundings) {
        return name.isEmpty()
                ? List.of()
                : surroundings
                        .find(ModelFile.Kind.DMN, CodeRows.table(name))
                        .flatMap(CodeRows::of)
                        .map(table -> table.rows().stream().map(Code::code).toList())
                        .orElse(List.of());
    }

    /**
     * What a handler shows in a form that did not come with the application is known from that form alone. One of a process
     * owner's own is shown its project and what it was answered before.
     */
    private Set<String> shown(String id, JsonNode form) {
        return forms.find(id).isEmpty()
                ? Set.of(KeysOfQuestions.PROJECT)
                : NamesInForm.shownIn(shipped.find(id).map(ModelFile::form).orElse(form));
    }

    private static void check(WorkedOut place, NamesInForm names, Set<String> shown, List<Violation> violations) {
        if (!place.isWorkedOut()) {
            add(
                    place.field(),
                    "nothing is worked out in " + place.place() + "; write it as people read it",
                    violations);
        } else if (place.mustBeExpression() && !place.isExpression()) {
            add(place.field(), place.place() + " is an expression that begins with “=”; write it so", violations);
        } else if (!place.isClosed()) {
            add(
                    place.field(),
                    place.place() + " has braces that begin or end nowhere; write each as in {{project}}",
                    violations);
        } else {
            place.expressions().forEach(text -> expression(text, place, names, shown, violations));
        }
    }

    private static void expression(
            String text, WorkedOut place, NamesInForm names, Set<String> shown, List<Violation> violations) {
        FeelCell read = FeelCell.inForm(text);
        if (!read.faults().isEmpty()) {
            read.faults().forEach(fault -> add(place.field(), place.place() + ": " + fault, violations));
            return;
        }
        if (place.setting().equals("valuesExpression")
                && !NAME.matcher(text.strip()).matches()) {
            add(
                    place.field(),
                    "its options could not be checked by the server; name a value such as =ownerOptions",
                    violations);
        }
        if (place.isCondition()) {
            condition(place, read.names(), violations);
        }
        read.names().stream()
                .filter(name -> !names.knows(name, shown)
                        || (read.plainNames().contains(name)
                                && names.inside(place.field(), name, shown).isPresent()))
                .forEach(name -> add(place.field(), unknown(place, name, names, shown), violations));
        read.compared().forEach(one -> {
            names.ofAllRows(place.field(), one.name())
                    .ifPresent(instead -> add(
                            place.field(),
                            place.place() + ": "
                                    + WORDS.text("compares-rows", Map.of("name", one.name(), "instead", instead)),
                            violations));
            Set<String> values = names.valuesOf(one.name());
            if (!values.isEmpty() && !values.contains(one.word())) {
                add(
                        place.field(),
                        place.place() + " compares “" + one.name() + "” with " + FeelCell.quoted(one.word())
                                + ", which is not one of its options; write one of " + String.join(", ", values),
                        violations);
            }
        });
    }

    /**
     * What is hidden has no answer, so a condition about that answer hides the field for ever, or as soon as it is given. What is
     * read only is there before.
     */
    private static void condition(WorkedOut place, Collection<String> names, List<Violation> violations) {
        Set<String> own = NamesInForm.answeredIn(place.field());
        if (names.isEmpty()) {
            add(
                    place.field(),
                    place.place()
                            + " names no field, so it hides this one from everybody or from nobody; take the condition out,"
                            + " or the field",
                    violations);
        } else if (!place.field().path("readonly").asBoolean()
                && names.stream()
                        .anyMatch(name ->
                                own.contains(name.replaceFirst("^this\\.", "").replaceFirst("\\..*", "")))) {
            add(
                    place.field(),
                    place.place()
                            + " asks for the answer that it hides, so nobody could give or keep it; name another field",
                    violations);
        }
    }

    private static String unknown(WorkedOut place, String name, NamesInForm names, Set<String> shown) {
        NamesInForm.Inside inside = names.inside(place.field(), name, shown).orElse(null);
        if (inside != null) {
            return place.place() + ": "
                    + WORDS.text("inside", Map.of("name", name, "path", inside.path(), "instead", inside.name()));
        }
        Set<String> known = new TreeSet<>(shown);
        known.removeIf(names::has);
        return place.place() + " names “" + name
                + "”, and there is no such field and no such value; write the key of a field of this form"
                + (known.isEmpty() ? "" : ", or a value that the form is shown: " + String.join(", ", known));
    }

    private static void fields(JsonNode parent, Set<String> shown, List<Violation> violations) {
        for (JsonNode field : parent.path("components")) {
            if (field.has("valuesKey")
                    && !KeysOfQuestions.isChoiceOfProject(field)
                    && !shown.contains(field.path("valuesKey").asText())) {
                add(
                        field,
                        "its options come from “" + field.path("valuesKey").asText()
                                + "”, which the form is not shown, so nobody could choose; write them as a list"
                                + (shown.isEmpty() ? "" : ", or write the key as it was"),
                        violations);
            }
            String text = field.path("text").asText();
            if (MARKUP.matcher(text).find()) {
                add(
                        field,
                        "texts hold no HTML and no pictures; write them with Markdown, without <…> and ![…]",
                        violations);
            } else if (LINK.matcher(text).find()) {
                add(field, "a link leads to an address that begins with https:// or mailto:; write it so", violations);
            }
            fields(field, shown, violations);
        }
    }

    private static void add(JsonNode field, String rule, List<Violation> violations) {
        String key = field.path("key")
                .asText(field.path("path").asText(field.path("id").asText()));
        violations.add(new Violation(key, field.path("label").asText(), rule));
    }
}
