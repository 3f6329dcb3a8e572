package gm.sharing.workflow.form;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The handlers by form. They are looked up late, because some of them need the engine that needs this. */
@Component
class FormHandlers {

    private final ObjectProvider<FormHandler<?>> tasks;
    private final ObjectProvider<FormAlternative<?>> alternatives;
    private final ObjectProvider<StartFormHandler<?>> starts;

    FormHandlers(
            ObjectProvider<FormHandler<?>> tasks,
            ObjectProvider<FormAlternative<?>> alternatives,
            ObjectProvider<StartFormHandler<?>> starts) {
        this.tasks = tasks;
        this.alternatives = alternatives;
        this.starts = starts;
    }

    FormHandler<?> of(String form) {
        return known(form, tasks.stream().collect(Collectors.toMap(FormHandler::form, Function.identity())));
    }

    /** What was chosen instead of what the form is for. */
    Optional<FormAlternative<?>> alternative(String form, Map<String, Object> answers) {
        return alternatives.stream()
                .filter(alternative -> alternative.forms().contains(form)
                        && alternative.answer().equals(answers.get(alternative.field())))
                .findFirst();
    }

    StartFormHandler<?> ofStart(String form) {
        return known(form, starts.stream().collect(Collectors.toMap(StartFormHandler::form, Function.identity())));
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
