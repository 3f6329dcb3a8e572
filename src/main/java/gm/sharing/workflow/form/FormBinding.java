package gm.sharing.workflow.form;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.PlainText;
import gm.sharing.Refused;
import gm.sharing.document.Typefaces;
import gm.sharing.question.AnswerKind;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns what a browser submitted into the answers of a form. Nothing is taken on trust: the fields, the rules and options
 * of the deployed form, and the constraints of the record are all checked here, and each complaint names its field by the
 * label that the person saw.
 */
@Component
class FormBinding {

    private final DeployedForms forms;
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    FormBinding(DeployedForms forms, ObjectMapper json, Validator validator, Clock clock) {
        this.forms = forms;
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.json.configOverride(List.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * What was handed in, with JSON read that comes as text. To be called inside a command of the engine.
     *
     * @throws Refused when a value is of a kind that the engine cannot read, naming each by the words of the form
     */
    Map<String, Object> read(String form, Map<String, Object> submitted) {
        Map<String, Object> read = new LinkedHashMap<>();
        Set<Labelled> complaints = new LinkedHashSet<>();
        for (String name : submitted.keySet()) {
            try {
                mustBeAllRead(name, submitted);
                read.put(name, submitted.get(name));
            } catch (RuntimeException
                    | JsonProcessingException
                            unreadable) { // of several kinds, by the type that somebody gave the value
                complaints.add(forms.latest(form)
                        .definition()
                        .labelled(
                                List.of(name), "cannot be read: send a text, a number, true or false, or whole JSON"));
            }
        }
        Labelled.refuse(complaints);
        return read;
    }

    /** The engine reads JSON to the end of its first value, and passes over what follows. */
    private void mustBeAllRead(String name, Map<String, Object> submitted) throws JsonProcessingException {
        if (submitted instanceof VariableMap typed
                && typed.getValueTyped(name) instanceof JsonValue written
                && written.getValueSerialized() != null) {
            json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(written.getValueSerialized());
        }
    }

    /**
     * To be called inside a command of the engine.
     *
     * @param shown the values that the task's form was given, for options that come from them
     * @throws Refused with every complaint, when there is one
     */
    <A extends Record> Bound<A> bind(
            Asked asked, Class<A> type, Map<String, Object> submitted, Function<String, @Nullable Object> shown) {
        DeployedForm form = forms.latest(asked.form());
        OwnQuestions own = new OwnQuestions(forms, form, asked.recorded(), asked.openSince());
        Map<String, JsonNode> known = new HashMap<>();
        Function<String, JsonNode> given =
                name -> known.computeIfAbsent(name, one -> json.valueToTree(shown.apply(one)));
        Set<Labelled> complaints = new LinkedHashSet<>();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        List<OwnAnswer> others = new ArrayList<>();
        var size = new SubmittedSize();
        submitted.forEach((name, value) -> {
            JsonNode answer = readable(value);
            size.add(answer);
            Optional<OwnQuestion> question = own.find(name, answer);
            FormDefinition asksIt = question.map(OwnQuestion::form).orElse(form).definition();
            JsonNode cleaned = clean(answer, asksIt, List.of(name), complaints);
            question.ifPresentOrElse(
                    one -> {
                        JsonNode typed = OwnAnswer.typed(one.field(), cleaned);
                        data.set(name, typed);
                        others.add(new OwnAnswer(one, typed, given));
                    },
                    () -> data.set(name, cleaned));
        });
        Labelled.refuse(complaints);
        LocalDate today = LocalDate.now(clock);
        complaints.addAll(form.definition()
                .complaints(data, given, today, own::excuses, own.keys()::contains, own.keys()::contains));
        others.forEach(other -> complaints.addAll(other.complaints(form, data, today)));
        boolean needsSecondFactor = form.definition().needsSecondFactor(data);
        others.forEach(other -> data.remove(other.question().key()));
        A answers;
        try {
            answers = read(form.definition(), type, data);
        } catch (Refused unreadable) {
            throw complaints.isEmpty() ? unreadable : Labelled.refusal(complaints);
        }
        for (var violation : validator.validate(answers)) {
            complaints.add(complaint(form.definition(), violation));
        }
        Labelled.refuse(complaints);
        if (asked.whole()) {
            own.leftOpen(submitted.keySet())
                    .forEach(question -> others.add(new OwnAnswer(question, NullNode.getInstance(), given)));
        }
        return new Bound<>(
                answers,
                others.stream().map(other -> other.given(asked.step())).toList(),
                needsSecondFactor,
                asked.whole() && form.version() > 1 ? own.keys() : null);
    }

    private <A extends Record> A read(FormDefinition form, Class<A> type, ObjectNode data) {
        try {
            return json.treeToValue(data, type);
        } catch (UnrecognizedPropertyException e) {
            throw new Refused("This form has no field “" + named(e.getPropertyName()) + "”.");
        } catch (JsonMappingException e) {
            throw Labelled.refusal(List.of(form.labelled(path(e), wrong(e))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As far as a message needs it. */
    private static String named(String field) {
        var name = PlainText.sought(field).orElse("?");
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }

    private static String wrong(JsonMappingException problem) {
        return problem instanceof InvalidFormatException format && format.getTargetType() == LocalDate.class
                ? FieldType.rule(AnswerKind.DATE)
                : FieldType.rule(AnswerKind.CHOICE);
    }

    private static List<Object> path(JsonMappingException problem) {
        return problem.getPath().stream()
                .<Object>map(step -> step.getFieldName() != null ? step.getFieldName() : (Object) step.getIndex())
                .toList();
    }

    private static Labelled complaint(FormDefinition form, ConstraintViolation<?> violation) {
        List<Object> path = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                path.add(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                path.add(node.getName());
            }
        }
        return form.labelled(path, violation.getMessage());
    }

    private JsonNode readable(@Nullable Object value) {
        try {
            if (value instanceof SpinJsonNode node) {
                return json.readTree(node.toString());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        if (value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Collection<?>
                || value instanceof Map<?, ?>) {
            return json.valueToTree(value);
        }
        throw new Refused("A form takes texts, numbers, choices and lists only.");
    }

    /** As {@link PlainText}, and lets an empty text and a missing answer be the same. */
    static JsonNode clean(JsonNode value, FormDefinition form, List<Object> path, Set<Labelled> complaints) {
        if (value.isTextual()) {
            try {
                var text = PlainText.of(value.textValue(), form.hasLines(path));
                Typefaces.complaint(text).ifPresent(rule -> complaints.add(form.labelled(path, rule)));
                return text.isEmpty() ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.textNode(text);
            } catch (Refused unkept) {
                complaints.add(form.labelled(path, String.valueOf(unkept.getMessage())));
                return JsonNodeFactory.instance.nullNode();
            }
        }
        if (value instanceof ArrayNode list) {
            var result = JsonNodeFactory.instance.arrayNode();
            for (int row = 0; row < list.size(); row++) {
                result.add(clean(list.get(row), form, FormDefinition.with(path, row), complaints));
            }
            return result;
        }
        if (value instanceof ObjectNode row) {
            var result = JsonNodeFactory.instance.objectNode();
            row.properties()
                    .forEach(field -> result.set(
                            field.getKey(),
                            clean(field.getValue(), form, FormDefinition.with(path, field.getKey()), complaints)));
            return result;
        }
        return value;
    }
}
