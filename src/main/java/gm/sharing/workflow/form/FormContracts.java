package gm.sharing.workflow.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.NeededBy;
import gm.sharing.workflow.gate.KnownForm;
import gm.sharing.workflow.gate.KnownForm.Answer;
import gm.sharing.workflow.gate.KnownForm.Field;
import gm.sharing.workflow.gate.KnownForms;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the handlers of forms read, worked out from the records that take the answers. */
@Component
class FormContracts implements KnownForms {

    private static final Set<Class<? extends Annotation>> DEMANDS =
            Set.of(NotNull.class, NotBlank.class, NotEmpty.class, AssertTrue.class);

    private final ObjectProvider<FormHandlers> handlers;
    private final ObjectProvider<Validator> validator;
    private final ObjectMapper json;

    /** Both are looked up late, because the engine is built with this. */
    FormContracts(ObjectProvider<FormHandlers> handlers, ObjectProvider<Validator> validator, ObjectMapper json) {
        this.handlers = handlers;
        this.validator = validator;
        this.json = json;
    }

    @Override
    public Set<String> ids() {
        return handlers.getObject().forms();
    }

    @Override
    public Optional<KnownForm> find(String id) {
        return handlers.getObject()
                .answers(id)
                .map(answers -> new KnownForm(
                        handlers.getObject().starts(id),
                        handlers.getObject().processes(id),
                        !handlers.getObject().alternatives(id).isEmpty(),
                        withAlternatives(fields(answers), handlers.getObject().alternatives(id))));
    }

    /** What may be chosen instead adds its fields, and its answer to the field by which it is chosen. */
    private List<Field> withAlternatives(List<Field> fields, List<FormAlternative<?>> alternatives) {
        Map<String, Field> all = new LinkedHashMap<>();
        fields.forEach(field -> all.put(field.key(), field));
        for (FormAlternative<?> alternative : alternatives) {
            for (Field field : fields(alternative.answers())) {
                all.putIfAbsent(
                        field.key(),
                        new Field(
                                field.key(),
                                field.answer(),
                                false,
                                field.longest(),
                                field.codes(),
                                field.neededBy(),
                                field.within()));
            }
            all.computeIfPresent(alternative.field(), (key, field) -> with(alternative.answer(), field));
        }
        return List.copyOf(all.values());
    }

    private static Field with(String code, Field field) {
        if (field.codes().isEmpty()) {
            return field;
        }
        Set<String> codes = new HashSet<>(field.codes());
        codes.add(code);
        return new Field(
                field.key(),
                field.answer(),
                field.demanded(),
                field.longest(),
                codes,
                field.neededBy(),
                field.within());
    }

    private List<Field> fields(Class<?> answers) {
        return Arrays.stream(answers.getRecordComponents())
                .map(component -> field(answers, component))
                .toList();
    }

    private Field field(Class<?> answers, RecordComponent component) {
        Set<ConstraintDescriptor<?>> constraints = constraints(answers, component.getName());
        Type type = component.getGenericType();
        Class<?> element = element(type);
        Answer answer = answer(component.getType(), element);
        return new Field(
                component.getName(),
                answer,
                constraints.stream()
                        .anyMatch(constraint ->
                                DEMANDS.contains(constraint.getAnnotation().annotationType())),
                constraints.stream()
                        .map(ConstraintDescriptor::getAnnotation)
                        .filter(Size.class::isInstance)
                        .mapToInt(size -> ((Size) size).max())
                        .filter(max -> max < Integer.MAX_VALUE)
                        .min()
                        .orElse(0),
                codes(element == null ? component.getType() : element, answer),
                neededBy(answers, component),
                answer == Answer.ROWS && element != null
                        ? fields(element)
                        : answer == Answer.GROUP ? fields(component.getType()) : List.of());
    }

    private static String neededBy(Class<?> answers, RecordComponent component) {
        NeededBy field = component.getAccessor().getAnnotation(NeededBy.class);
        NeededBy all = answers.getAnnotation(NeededBy.class);
        return field != null ? field.value() : all != null ? all.value() : "the program";
    }

    private Set<ConstraintDescriptor<?>> constraints(Class<?> answers, String name) {
        ElementDescriptor property =
                validator.getObject().getConstraintsForClass(answers).getConstraintsForProperty(name);
        return property == null ? Set.of() : property.getConstraintDescriptors();
    }

    /** What a list holds; null for anything else. */
    private static @Nullable Class<?> element(Type type) {
        return type instanceof ParameterizedType list
                        && list.getRawType() instanceof Class<?> raw
                        && Collection.class.isAssignableFrom(raw)
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : null;
    }

    private static Answer answer(Class<?> type, @Nullable Class<?> element) {
        if (element != null) {
            return isGroup(element) ? Answer.ROWS : Answer.CHOICES;
        }
        if (type.isEnum()) {
            return Answer.CHOICE;
        }
        if (type == Boolean.class || type == boolean.class) {
            return Answer.TRUTH;
        }
        if (type == LocalDate.class) {
            return Answer.DATE;
        }
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return Answer.NUMBER;
        }
        return isGroup(type) ? Answer.GROUP : Answer.TEXT;
    }

    /** A record of several parts; one of a single part is a text of a certain form, such as the code of an organisation. */
    private static boolean isGroup(Class<?> type) {
        return type.isRecord() && !isValue(type);
    }

    private static boolean isValue(Class<?> type) {
        return Stream.of(type.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.isAnnotationPresent(JsonCreator.class));
    }

    private Set<String> codes(Class<?> type, Answer answer) {
        if (answer == Answer.TRUTH) {
            return Set.of("true", "false");
        }
        List<Object> constants = new ArrayList<>();
        if (type.isEnum()) {
            constants.addAll(Arrays.asList(type.getEnumConstants()));
        }
        return constants.stream()
                .map(constant -> json.convertValue(constant, String.class))
                .collect(Collectors.toUnmodifiableSet());
    }
}
