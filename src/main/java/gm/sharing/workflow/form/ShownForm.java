package gm.sharing.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.code.CodesInForce;
import gm.sharing.question.Answer;
import gm.sharing.question.Answers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the form of a task shows, made when it is needed: when somebody opens the form, and for options when answers are
 * checked. A task that nobody opens costs nothing, and what is shown is what the record says at that moment.
 */
@Component
class ShownForm {

    private final FormHandlers handlers;
    private final DeployedForms forms;
    private final CodesInForce codes;
    private final ObjectProvider<Answers> answers;
    private final Runs runs;
    private final ObjectMapper json;

    ShownForm(
            FormHandlers handlers,
            DeployedForms forms,
            CodesInForce codes,
            ObjectProvider<Answers> answers,
            Runs runs,
            ObjectMapper json) {
        this.handlers = handlers;
        this.forms = forms;
        this.codes = codes;
        this.answers = answers;
        this.runs = runs;
        this.json = json;
    }

    /**
     * By name, as the form's handler gives it, with the tables of codes from which the form takes options. To be called inside
     * a command of the engine.
     */
    Map<String, @Nullable Object> of(String form, TaskEntity task) {
        return of(form, FormTasks.of(task), task);
    }

    /** The same of another form of the process in which the task stands, as if that was opened again. */
    Map<String, @Nullable Object> of(String form, FormTask about, TaskEntity task) {
        return of(form, about, () -> runs.of(task.getExecution()));
    }

    /** @param run the process, as {@link Runs} tells it, asked only where it matters; null for the project's own journey */
    Map<String, @Nullable Object> of(String form, FormTask about, Supplier<@Nullable String> run) {
        return Context.getCommandContext().runWithoutAuthorization(() -> {
            Map<String, @Nullable Object> shown =
                    new HashMap<>(handlers.of(form, about.name()).load(about));
            DeployedForm newest = forms.latest(form);
            shown.putAll(CodeOptions.of(newest.definition(), shown.keySet(), codes));
            Set<String> own = own(form);
            if (!own.isEmpty()) {
                answers.getObject()
                        .of(about.reference(), about.step(form, null, run.get()), form)
                        .forEach(answer -> {
                            if (own.contains(answer.question().key())) {
                                shown.putIfAbsent(answer.question().key(), prefilled(answer));
                            }
                        });
            }
            return shown;
        });
    }

    /** The keys of the questions that the newest version asks beside those that the program reads. */
    Set<String> own(String form) {
        return forms
                .find(form)
                .map(newest -> OwnQuestion.of(newest, handlers.recorded(form)))
                .orElse(List.of())
                .stream()
                .map(OwnQuestion::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable Object prefilled(Answer answer) {
        return switch (answer.question().kind()) {
            case TEXT, DATE, CHOICE -> answer.value();
            case NUMBER, TRUTH, CHOICES, ROWS, GROUP -> {
                try {
                    yield json.readValue(answer.value(), Object.class);
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("A stored answer cannot be read", e);
                }
            }
        };
    }

    /** By name, as the engine gives variables. To be called inside a command of the engine. */
    Map<String, TypedValue> typed(String form, TaskEntity task, boolean deserialized) {
        Map<String, TypedValue> shown = new HashMap<>();
        of(form, task).forEach((name, value) -> shown.put(name, typed(value, deserialized)));
        return shown;
    }

    private TypedValue typed(@Nullable Object value, boolean deserialized) {
        if (value == null) {
            return Variables.untypedNullValue();
        }
        if (value instanceof String || value instanceof LocalDate) {
            return Variables.stringValue(value.toString());
        }
        if (value instanceof Boolean truth) {
            return Variables.booleanValue(truth);
        }
        if (value instanceof Integer number) {
            return Variables.integerValue(number);
        }
        if (value instanceof Number number) {
            return Variables.doubleValue(number.doubleValue());
        }
        try {
            var text = json.writeValueAsString(value);
            return deserialized
                    ? SpinValues.jsonValue(Spin.JSON(text)).create()
                    : SpinValues.jsonValue(text).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form cannot show a " + value.getClass(), e);
        }
    }
}
