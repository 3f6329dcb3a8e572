package gm.sharing.workflow.form;

import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.Person;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The handlers by form. They are looked up late, because some of them need the engine that needs this. */
@Component
class FormHandlers {

    private final SingletonSupplier<Map<String, FormHandler<?>>> tasks;
    private final SingletonSupplier<List<FormAlternative<?>>> alternatives;
    private final SingletonSupplier<Map<String, StartFormHandler<?>>> starts;
    private final ObjectProvider<OwnStart> ownStarts;

    private final DeployedForms forms;
    private final ObjectProvider<AuditTrail> trail;

    FormHandlers(
            ObjectProvider<FormHandler<?>> tasks,
            ObjectProvider<FormAlternative<?>> alternatives,
            ObjectProvider<StartFormHandler<?>> starts,
            ObjectProvider<OwnStart> ownStarts,
            DeployedForms forms,
            ObjectProvider<AuditTrail> trail) {
        this.ownStarts = ownStarts;
        this.forms = forms;
        this.trail = trail;
        this.tasks = SingletonSupplier.of(
                () -> tasks.stream().collect(Collectors.toMap(FormHandler::form, Function.identity())));
        this.alternatives = SingletonSupplier.of(() -> alternatives.stream().toList());
        this.starts = SingletonSupplier.of(
                () -> starts.stream().collect(Collectors.toMap(StartFormHandler::form, Function.identity())));
    }

    /**
     * The handler of a task's form; of one that the program does not know, the one that keeps its answers as they are. To be
     * called inside a command of the engine.
     *
     * @param step what the form is called where it says nothing itself
     */
    FormHandler<?> of(String form, String step) {
        FormHandler<?> handler = tasks.obtain().get(form);
        return handler == null
                ? new OwnForm(
                        form,
                        forms.find(form)
                                .flatMap(newest -> newest.definition().title())
                                .orElse(step),
                        trail.getObject())
                : handler;
    }

    /** The keys of the questions that the program reads itself. */
    Set<String> recorded(String form) {
        return Stream.concat(answers(form).stream(), alternatives(form).stream().map(FormAlternative::answers))
                .flatMap(record -> keys(record).stream())
                .collect(Collectors.collectingAndThen(Collectors.toSet(), keys -> withAlsoFor(form, keys)));
    }

    private Set<String> withAlsoFor(String form, Set<String> keys) {
        FormHandler<?> handler = tasks.obtain().get(form);
        if (handler != null && handler.forSeveral()) {
            keys.add(AlsoFor.KEY);
        }
        return Set.copyOf(keys);
    }

    /** The keys of the questions whose answers are read into a record. */
    static Set<String> keys(Class<? extends Record> answers) {
        return Arrays.stream(answers.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was chosen instead of what the form is for. */
    Optional<FormAlternative<?>> alternative(String form, Map<String, Object> answers) {
        return alternatives.obtain().stream()
                .filter(alternative -> alternative.forms().contains(form)
                        && alternative.answer().equals(answers.get(alternative.field())))
                .findFirst();
    }

    /** All that may be chosen in a form instead of what it is for. */
    List<FormAlternative<?>> alternatives(String form) {
        return alternatives.obtain().stream()
                .filter(alternative -> alternative.forms().contains(form))
                .toList();
    }

    /** The forms of tasks and of starts, in alphabetical order. */
    Set<String> forms() {
        Set<String> forms = new TreeSet<>(tasks.obtain().keySet());
        forms.addAll(starts.obtain().keySet());
        return forms;
    }

    /** Whether a form begins a process. */
    boolean starts(String form) {
        return starts.obtain().containsKey(form);
    }

    /** The ids of the processes that a form belongs to. */
    Set<String> processes(String form) {
        return starts(form)
                ? ofStart(form).processes()
                : known(form, tasks.obtain()).processes();
    }

    /** Whether the program asks something in a process, rather than a process owner alone. */
    boolean asksIn(String process) {
        return tasks.obtain().values().stream()
                .anyMatch(handler -> handler.processes().contains(process));
    }

    /** What the answers of a form are read into; empty when nobody takes them. */
    Optional<Class<? extends Record>> answers(String form) {
        return Stream.concat(
                        Stream.ofNullable(tasks.obtain().get(form)).map(FormHandler::answers),
                        Stream.ofNullable(starts.obtain().get(form)).map(StartFormHandler::answers))
                .<Class<? extends Record>>map(answers -> answers)
                .findFirst();
    }

    StartFormHandler<?> ofStart(String form) {
        return known(form, starts.obtain());
    }

    /**
     * The handler of a start form; of one that the program does not know, the one that begins a process owner's own process.
     *
     * @param process what the process is called
     */
    StartFormHandler<?> ofStart(String form, String process) {
        StartFormHandler<?> handler = starts.obtain().get(form);
        return handler == null ? ownStarts.getObject().of(form, process) : handler;
    }

    /** Whether a start form begins a process owner's own process. */
    boolean startsOwn(String form) {
        return !starts.obtain().containsKey(form);
    }

    /** What can be chosen in the start form of a process owner's own process, by name. */
    @Nullable Object startOptions(String name, Person by) {
        return OwnStart.PROJECTS.equals(name) ? ownStarts.getObject().options(by) : null;
    }

    private static <T> T known(String form, Map<String, T> handlers) {
        var handler = handlers.get(form);
        if (handler == null) {
            throw new IllegalStateException(
                    "No handler for the form " + form + ". Models can use the forms " + handlers.keySet());
        }
        return handler;
    }
}
