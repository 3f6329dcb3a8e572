package gm.sharing.workflow.form;

import gm.sharing.code.CodeOf;
import gm.sharing.workflow.gate.CodedFields;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the answers that are codes in the records that take them. */
@Component
class CodedAnswers implements CodedFields {

    private final ObjectProvider<FormHandlers> handlers;

    /** Looked up late, because the engine is built with this. */
    CodedAnswers(ObjectProvider<FormHandlers> handlers) {
        this.handlers = handlers;
    }

    @Override
    public Map<String, String> of(String form) {
        Map<String, String> tables = new HashMap<>();
        handlers.getObject().answers(form).ifPresent(answers -> collect(answers, tables));
        return tables;
    }

    private static void collect(Class<?> answers, Map<String, String> tables) {
        for (var component : answers.getRecordComponents()) {
            CodeOf code = component.getAnnotation(CodeOf.class);
            if (code != null) {
                tables.put(component.getName(), code.value());
            }
            Stream.of(List.of(component.getType()), elements(component.getGenericType()))
                    .flatMap(List::stream)
                    .filter(Class::isRecord)
                    .forEach(within -> collect(within, tables));
        }
    }

    private static List<Class<?>> elements(Type type) {
        return type instanceof ParameterizedType list
                ? Stream.of(list.getActualTypeArguments())
                        .<Class<?>>flatMap(
                                element -> element instanceof Class<?> known ? Stream.of(known) : Stream.empty())
                        .toList()
                : List.of();
    }
}
