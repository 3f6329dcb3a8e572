package gm.sharing.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.Texts;
import gm.sharing.agreement.AgreementPart;
import gm.sharing.dpia.DpiaPart;
import gm.sharing.question.InDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The questions of a form that no rule reads can be kept, shown and put into documents as they are asked. What the program
 * reads itself it puts where it belongs.
 */
@Component
@Order(2)
class QuestionsOfOwners implements ModelRule {

    private static final String SECOND_FACTOR = "secondFactor";
    private static final int LONGEST_HEADING = 200;
    private static final String OF_PARTNERS = "partner-sign-off";
    private static final String OF_ORGANISATIONS = "renew-fact";
    private static final Pattern SECTION = Pattern.compile("[a-z0-9-]{1,60}(/[a-z0-9-]{1,120})?");
    private static final Set<String> WRITTEN = Set.of("textfield", "textarea");
    private static final Set<String> PROPERTIES = Set.of("heading", "document", "part", "section", SECOND_FACTOR);

    private final KnownForms forms;

    QuestionsOfOwners(KnownForms forms) {
        this.forms = forms;
    }

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        if (file.kind() != ModelFile.Kind.FORM) {
            return List.of();
        }
        KnownForm known = forms.find(file.keys().get(0)).orElse(null);
        Set<String> read = known == null
                ? Set.of()
                : known.fields().stream().map(KnownForm.Field::key).collect(Collectors.toSet());
        boolean ofPartners = known != null && known.processes().contains(OF_PARTNERS);
        List<Violation> violations = new ArrayList<>();
        check(file.form(), read, ofPartners, violations);
        if (known != null && known.processes().contains(OF_ORGANISATIONS)) {
            refuseOthers(file.form(), read, violations);
        }
        return violations;
    }

    /** Answers are kept with a project, and this process is about none. */
    private static void refuseOthers(JsonNode parent, Set<String> read, List<Violation> violations) {
        for (JsonNode component : parent.path("components")) {
            if (!isAsked(component)) {
                refuseOthers(component, read, violations);
            } else if (!read.contains(key(component))) {
                violations.add(
                        violation(component, "the answer belongs to no project, so it is not kept; take it out"));
            }
        }
    }

    private static void check(JsonNode parent, Set<String> read, boolean ofPartners, List<Violation> violations) {
        for (JsonNode component : parent.path("components")) {
            Consumer<String> faults = rule -> violations.add(violation(component, rule));
            if (!isAsked(component)) {
                noProperties(component, "only a question has properties; take them out", faults);
                check(component, read, ofPartners, violations);
            } else if (read.contains(key(component))) {
                secondFactor(component, faults);
                if (!onlySecondFactor(component.path("properties"))) {
                    noProperties(
                            component,
                            "the program itself puts the answer where it belongs; take the properties out",
                            faults);
                }
            } else {
                question(component, faults);
                secondFactor(component, faults);
                place(component.path("properties"), ofPartners, faults);
                within(component, violations);
            }
        }
    }

    /** Whether it is answered, rather than a text or a group that only holds fields together. */
    private static boolean isAsked(JsonNode component) {
        return component.has("key") || !component.path("path").asText().isEmpty();
    }

    static String key(JsonNode component) {
        return component.path("key").asText(component.path("path").asText());
    }

    private static void noProperties(JsonNode component, String rule, Consumer<String> faults) {
        if (!component.path("properties").isEmpty()) {
            faults.accept(rule);
        }
    }

    /** The answers that need a sign-in with a second factor are answers that the field itself offers. */
    private static void secondFactor(JsonNode field, Consumer<String> faults) {
        JsonNode setting = field.path("properties").path(SECOND_FACTOR);
        if (!setting.isMissingNode()) {
            List<String> offered = field.path("values").findValuesAsText("value");
            Stream.of(setting.asText().split("\\s*,\\s*", -1))
                    .filter(answer -> !offered.contains(answer))
                    .findFirst()
                    .ifPresent(answer ->
                            faults.accept("“" + SECOND_FACTOR + "” names answers of the field, with commas between"
                                    + " them; it has no answer “" + PlainText.shown(answer) + "”"));
        }
    }

    private static boolean onlySecondFactor(JsonNode properties) {
        return properties.size() == 1 && properties.has(SECOND_FACTOR);
    }

    private static void question(JsonNode field, Consumer<String> faults) {
        String label = field.path("label").asText();
        if (label.isBlank()) {
            faults.accept("the answer is kept under its label; write one");
        }
        if (label.startsWith("=") || label.contains("{{")) {
            faults.accept("the label is kept with the answer, so it is the same for everybody; write it without {{…}}");
        }
        if (WRITTEN.contains(field.path("type").asText())
                && field.path("validate").path("maxLength").asInt() > Texts.LONG) {
            faults.accept(
                    "texts of at most " + Texts.LONG + " characters are kept; write a “Maximum length” up to that");
        }
        if ("datetime".equals(field.path("type").asText())
                && !"date".equals(field.path("subtype").asText())) {
            faults.accept("a day is kept, without a time; choose the subtype “date”");
        }
    }

    private static void within(JsonNode list, List<Violation> violations) {
        for (JsonNode component : list.path("components")) {
            Consumer<String> faults = rule -> violations.add(violation(component, rule));
            noProperties(component, "the list stands in documents as a whole; write the properties there", faults);
            if (!component.path("path").asText().isEmpty()) {
                faults.accept("lists and groups with a path hold no further ones; put it beside the other");
            } else if (component.has("key")) {
                question(component, faults);
            } else {
                within(component, violations);
            }
        }
    }

    private static void place(JsonNode properties, boolean ofPartners, Consumer<String> faults) {
        if (properties.isMissingNode()) {
            return;
        }
        Set<String> unknown = new TreeSet<>();
        properties.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(PROPERTIES);
        unknown.forEach(name -> faults.accept("there is no property “" + PlainText.shown(name) + "” here; use one of "
                + String.join(", ", new TreeSet<>(PROPERTIES))));
        if (properties.has("heading")
                && (properties.path("heading").asText().isBlank()
                        || properties.path("heading").asText().length() > LONGEST_HEADING)) {
            faults.accept("a heading has 1 to " + LONGEST_HEADING + " characters; write another, or take it out");
        }
        if (properties.has("section")
                && !SECTION.matcher(properties.path("section").asText()).matches()) {
            faults.accept("a section goes by small letters, digits and hyphens, such as “retention” or"
                    + " “arrangements/rights”; write it so, or take it out");
        }
        String document = properties.path("document").asText(InDocument.NONE.code());
        InDocument.of(document)
                .ifPresentOrElse(
                        one -> part(one, properties, ofPartners, faults),
                        () -> faults.accept("there is no document “" + PlainText.shown(document)
                                + "”; write one of "
                                + Stream.of(InDocument.values())
                                        .map(InDocument::code)
                                        .collect(Collectors.joining(", "))));
    }

    private static void part(InDocument document, JsonNode properties, boolean ofPartners, Consumer<String> faults) {
        if (ofPartners && document != InDocument.NONE) {
            faults.accept(
                    "not everybody may see a partner’s sign-off, so its answers stand in no document; take “document” out");
            return;
        }
        String part = properties.path("part").asText();
        Set<String> parts = parts(document);
        if (properties.has("part") && !parts.contains(part)) {
            faults.accept(
                    parts.isEmpty()
                            ? "it stands in no document, so it has no part; write “document”, or take “part” out"
                            : "there is no part “" + PlainText.shown(part) + "”; write one of "
                                    + String.join(", ", parts));
        }
    }

    private static Set<String> parts(InDocument document) {
        Set<String> parts = new TreeSet<>();
        if (document == InDocument.AGREEMENT || document == InDocument.BOTH) {
            parts.addAll(AgreementPart.codes());
        }
        if (document == InDocument.DPIA || document == InDocument.BOTH) {
            parts.addAll(DpiaPart.codes());
        }
        return parts;
    }

    private static Violation violation(JsonNode component, String rule) {
        return new Violation(
                PlainText.shown(FormContent.name(component)),
                PlainText.shown(component.path("label").asText()),
                rule);
    }
}
