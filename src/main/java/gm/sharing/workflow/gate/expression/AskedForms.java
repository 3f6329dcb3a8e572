package gm.sharing.workflow.gate.expression;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.workflow.gate.KnownForm;
import gm.sharing.workflow.gate.KnownForms;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.impl.juel.Node;

/** What expressions are told of an answer to a process owner's own question, by the form that asks it. */
record AskedForms(KnownForms forms, Surroundings surroundings) {

    private static final Set<String> TRUTHS = Set.of("true", "false");

    /** What the answer is to a process owner's own question: form and question are named behind where they are asked for. */
    Kind answer(List<Node> parameters, Consumer<String> faults) {
        String form = Nodes.constant(parameters.get(1));
        String key = Nodes.constant(parameters.get(2));
        if (form == null || key == null) {
            faults.accept("answers are asked for by the id of a form and the key of a question, both in quotes");
            return Kind.UNKNOWN;
        }
        return answer(form, key, faults);
    }

    /**
     * What the answer is.
     *
     * @param faults is told when nothing asks that, or the program keeps the answer itself
     */
    private Kind answer(String form, String key, Consumer<String> faults) {
        JsonNode asking = surroundings
                .find(ModelFile.Kind.FORM, form)
                .map(ModelFile::form)
                .orElse(null);
        if (asking == null) {
            faults.accept("there is no form “" + form + "”"
                    + Similar.hint(
                            form,
                            surroundings
                                    .all(ModelFile.Kind.FORM)
                                    .flatMap(file -> file.keys().stream())
                                    .collect(Collectors.toSet())));
            return Kind.UNKNOWN;
        }
        List<String> read = forms.find(form).map(KnownForm::fields).orElse(List.of()).stream()
                .map(KnownForm.Field::key)
                .toList();
        if (read.contains(key)) {
            faults.accept("the program keeps the answer “" + key + "” of the form “" + form
                    + "” itself; ask a question of your own, or a variable that the form sets");
            return Kind.UNKNOWN;
        }
        Map<String, JsonNode> asked = new LinkedHashMap<>();
        collect(asking, asked);
        asked.keySet().removeAll(read);
        JsonNode question = asked.get(key);
        if (question == null) {
            faults.accept("the form “" + form + "” has no question of yours with the key “" + key + "”"
                    + Similar.hint(key, asked.keySet()));
            return Kind.UNKNOWN;
        }
        Kind kind = kind(question);
        return kind.isSurely(Number.class) ? kind.orNothing() : kind;
    }

    private static void collect(JsonNode parent, Map<String, JsonNode> asked) {
        for (JsonNode component : parent.path("components")) {
            String key = component.path("key").asText(component.path("path").asText());
            if (key.isEmpty()) {
                collect(component, asked);
            } else {
                asked.put(key, component);
            }
        }
    }

    private static Kind kind(JsonNode question) {
        return switch (question.path("type").asText()) {
            case "number" -> number(question);
            case "checkbox" -> Kind.TRUTH;
            case "checklist", "taglist" -> Kind.listOf(options(question));
            case "dynamiclist" -> Kind.listOf(fields(question));
            case "group" -> fields(question);
            case "select", "radio" -> choice(question);
            default -> Kind.TEXT;
        };
    }

    /** What the server takes: whole numbers only where the form asks for no decimals. */
    private static Kind number(JsonNode question) {
        JsonNode limits = question.path("validate");
        return question.path("decimalDigits").asInt(1) == 0
                ? Kind.whole(
                        limits.path("min").asDouble(Long.MIN_VALUE),
                        limits.path("max").asDouble(Long.MAX_VALUE))
                : Kind.NUMBER;
    }

    private static Kind options(JsonNode question) {
        Set<String> values = new TreeSet<>();
        question.path("values")
                .forEach(option -> values.add(option.path("value").asText()));
        return question.has("values") ? Kind.text(values) : Kind.TEXT;
    }

    /** The fields of a row or a group. Each may be left open, and a choice between true and false is a text there. */
    private static Kind fields(JsonNode question) {
        Map<String, JsonNode> within = new LinkedHashMap<>();
        collect(question, within);
        Map<String, Kind> kinds = new LinkedHashMap<>();
        within.forEach((key, field) -> kinds.put(
                key,
                (Set.of("select", "radio").contains(field.path("type").asText()) ? options(field) : kind(field))
                        .orNothing()));
        return Kind.holding(Map.class, kinds);
    }

    /** A choice between true and false is one; other choices give nothing but their values, or an empty text. */
    private static Kind choice(JsonNode question) {
        if (!question.has("values")) {
            return Kind.TEXT;
        }
        Set<String> values = new TreeSet<>();
        question.path("values")
                .forEach(option -> values.add(option.path("value").asText()));
        if (values.equals(TRUTHS)) {
            return Kind.TRUTH;
        }
        values.add("");
        return Kind.text(values);
    }
}
