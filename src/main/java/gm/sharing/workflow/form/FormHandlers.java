package gm.sharing.workflow.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The handlers by form. They are looked up late, because some of them need the engine that needs this. */
@Component
class FormHandlers {

    private final SingletonSupplier<Map<String, FormHandler<?>>> tasks;
    private final SingletonSupplier<List<FormAlternative<?>>> alternatives;
    private final SingletonSupplier<Map<String, StartFormHandler<?>>> starts;

    FormHandlers(
            ObjectProvider<FormHandler<?>> tasks,
            ObjectProvider<FormAlternative<?>> alternatives,
            ObjectProvider<StartFormHandler<?>> starts) {
        this.tasks = SingletonSupplier.of(
                () -> tasks.stream().collect(Collectors.toMap(FormHandler::form, Function.identity())));
        this.alternatives = SingletonSupplier.of(() -> alternatives.stream().toList());
        this.starts = SingletonSupplier.of(
                () -> starts.stream().collect(Collectors.toMap(StartFormHandler::form, Function.identity())));
    }

    FormHandler<?> of(String form) {
        return known(form, tasks.obtain());
    }

    /** What was chosen instead of what the form is for. */
    Optional<FormAlternative<?>> alternative(String form, Map<String, Object> answers) {
        return alternatives.obtain().stream()
                .filter(alternative -> alternative.forms().contains(form)
                        && alternative.answer().equals(answers.get(alternative.field())))
                .findFirst();
    }

    StartFormHandler<?> ofStart(String form) {
        return known(form, starts.obtain());
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
