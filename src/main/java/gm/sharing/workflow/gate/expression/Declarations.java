package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.form.FormAlternative;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.OwnStart;
import gm.sharing.workflow.form.StartFormHandler;
import gm.sharing.workflow.gate.KnownForms;
import gm.sharing.workflow.gate.ModelServices;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What {@link Sets} says of forms, services, messages and processes. It is read when the first model is checked, because
 * much of it needs the engine.
 */
@Component
class Declarations {

    private final ModelServices services;
    private final KnownForms known;
    private final SingletonSupplier<Map<String, List<Sets.Variable>>> ofForms;
    private final SingletonSupplier<Map<String, List<String>>> neededByForms;
    private final SingletonSupplier<List<Sets.Variable>> ofPrograms;
    private final SingletonSupplier<Set<String>> once;
    private final SingletonSupplier<Map<String, Set<String>>> tooLateAfter;
    private final SingletonSupplier<Map<String, Set<String>>> groups;

    Declarations(
            ListableBeanFactory beans,
            ModelServices services,
            KnownForms known,
            ObjectProvider<FormHandler<?>> forms,
            ObjectProvider<FormAlternative<?>> alternatives,
            ObjectProvider<StartFormHandler<?>> starts) {
        this.services = services;
        this.known = known;
        this.ofForms = SingletonSupplier.of(() -> Stream.of(
                        forms.stream().flatMap(handler -> named(handler.form(), handler)),
                        starts.stream().flatMap(handler -> named(handler.form(), handler)),
                        alternatives.stream().flatMap(alternative -> alternative.forms().stream()
                                .flatMap(form -> named(form, alternative))))
                .flatMap(all -> all)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
        this.neededByForms = SingletonSupplier.of(() -> forms.stream()
                .collect(Collectors.toMap(FormHandler::form, handler -> needs(AopUtils.getTargetClass(handler)))));
        this.once = SingletonSupplier.of(() -> forms.stream()
                .filter(handler -> AopUtils.getTargetClass(handler).isAnnotationPresent(Once.class))
                .map(FormHandler::form)
                .collect(Collectors.toUnmodifiableSet()));
        this.tooLateAfter = SingletonSupplier.of(() -> forms.stream()
                .filter(handler -> type(handler).isAnnotationPresent(Before.class))
                .collect(Collectors.toMap(
                        FormHandler::form,
                        handler ->
                                Set.of(type(handler).getAnnotation(Before.class).value()))));
        this.groups = SingletonSupplier.of(() -> forms.stream()
                .filter(handler -> type(handler).isAnnotationPresent(For.class))
                .collect(Collectors.toMap(
                        FormHandler::form,
                        handler -> Set.of(type(handler).getAnnotation(For.class).value()))));
        this.ofPrograms = SingletonSupplier.of(() -> Arrays.stream(beans.getBeanNamesForAnnotation(Sets.class))
                .map(name -> AopUtils.getTargetClass(beans.getBean(name)))
                .flatMap(Declarations::of)
                .filter(variable -> variable.with().length > 0)
                .toList());
    }

    private static Class<?> type(FormHandler<?> handler) {
        return AopUtils.getTargetClass(handler);
    }

    private static Stream<Map.Entry<String, Sets.Variable>> named(String form, Object handler) {
        return of(AopUtils.getTargetClass(handler))
                .filter(variable -> comesWith(variable, form))
                .map(variable -> Map.entry(form, variable));
    }

    private static boolean comesWith(Sets.Variable variable, String name) {
        return variable.with().length == 0 || Arrays.asList(variable.with()).contains(name);
    }

    private static List<String> needs(Class<?> type) {
        Needs needs = AnnotationUtils.findAnnotation(type, Needs.class);
        return needs == null ? List.of() : List.of(needs.value());
    }

    private static Stream<Sets.Variable> of(Class<?> type) {
        Sets sets = AnnotationUtils.findAnnotation(type, Sets.class);
        return sets == null ? Stream.empty() : Arrays.stream(sets.value());
    }

    /** What the program reads of forms. */
    KnownForms forms() {
        return known;
    }

    /** What the handlers of the form set. */
    List<Sets.Variable> ofForm(@Nullable String form) {
        return form == null ? List.of() : ofForms.obtain().getOrDefault(form, List.of());
    }

    /** What a process of a process owner's own begins with, where the form that begins it is none of the program's. */
    List<Sets.Variable> ofStart(@Nullable String form) {
        return form == null || ofForms.obtain().containsKey(form)
                ? List.of()
                : of(OwnStart.class).toList();
    }

    /** What the handler of the form needs. */
    List<String> neededByForm(@Nullable String form) {
        return form == null ? List.of() : neededByForms.obtain().getOrDefault(form, List.of());
    }

    /** What a service needs as a delegate. */
    List<String> neededByService(String name) {
        return services.names().contains(name) ? needs(services.type(name)) : List.of();
    }

    /** The forms that have to be answered before a service does its work as a delegate. */
    List<String> formsBeforeService(String name) {
        Needs needs = AnnotationUtils.findAnnotation(services.type(name), Needs.class);
        return needs == null ? List.of() : List.of(needs.forms());
    }

    /** Whether the record takes one answer of the form while a process runs. */
    boolean isAnsweredOnce(String form) {
        return once.obtain().contains(form);
    }

    /** The forms after whose answer the record takes none of this form any more. */
    Set<String> tooLateAfter(@Nullable String form) {
        return form == null ? Set.of() : tooLateAfter.obtain().getOrDefault(form, Set.of());
    }

    /** The groups from which the record takes the form, as models write them; empty when it takes it from all. */
    Set<String> groupsFor(@Nullable String form) {
        return form == null ? Set.of() : groups.obtain().getOrDefault(form, Set.of());
    }

    /** What a service sets as a delegate. */
    List<Sets.Variable> ofService(String name) {
        return services.names().contains(name) ? of(services.type(name)).toList() : List.of();
    }

    /** What comes with a message, or with the start of a process by the program. */
    List<Sets.Variable> with(String messageOrProcess) {
        return ofPrograms.obtain().stream()
                .filter(variable -> comesWith(variable, messageOrProcess))
                .toList();
    }
}
