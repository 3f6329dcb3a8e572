package gm.sharing.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.question.Answer;
import gm.sharing.question.AnswerKind;
import gm.sharing.question.Answers;
import gm.sharing.workflow.model.ModelBean;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Tells models what was answered to a process owner's own question, in their own process or else in another of the project, of the
 * partner that the process is about or else of the project. What was not answered is an empty text or list, false, or no number.
 */
@ModelBean("answers")
public class AnswersInModels {

    private static final Set<String> TRUTHS = Set.of("true", "false");

    private final Answers answers;
    private final DeployedForms forms;
    private final FormHandlers handlers;
    private final Runs runs;
    private final ObjectMapper json;

    AnswersInModels(Answers answers, DeployedForms forms, FormHandlers handlers, Runs runs, ObjectMapper json) {
        this.answers = answers;
        this.forms = forms;
        this.handlers = handlers;
        this.runs = runs;
        this.json = json;
    }

    /**
     * The answer in force, by the id of the form and the key of the question.
     *
     * @return a text, a number, true or false, or a list, as the newest form that asks it has it; days are texts such as
     *     2027-03-04
     */
    public @Nullable Object of(DelegateExecution execution, String form, String key) {
        Object partner = execution.getVariable("partner");
        return of(
                new ProjectReference(execution.getProcessBusinessKey()),
                runs.of((ExecutionEntity) execution),
                partner == null ? null : new OrganisationCode(partner.toString()),
                form,
                key);
    }

    /** The same, where there is a task. */
    public @Nullable Object of(DelegateTask task, String form, String key) {
        return of(task.getExecution(), form, key);
    }

    private @Nullable Object of(
            ProjectReference reference,
            @Nullable String run,
            @Nullable OrganisationCode partner,
            String form,
            String key) {
        Optional<OwnQuestion> question = question(form, key);
        Optional<Answer> answer = (partner == null
                        ? Optional.<Answer>empty()
                        : answers.find(reference, run, partner, form, key))
                .or(() -> answers.find(reference, run, null, form, key));
        return value(question, answer);
    }

    /** In the newest version that asks it. */
    private Optional<OwnQuestion> question(String form, String key) {
        return forms.find(form).flatMap(newest -> Stream.concat(Stream.of(newest), forms.before(newest))
                .flatMap(version -> OwnQuestion.of(version, handlers.recorded(form)).stream())
                .filter(question -> question.key().equals(key))
                .findFirst());
    }

    private @Nullable Object value(Optional<OwnQuestion> question, Optional<Answer> answer) {
        AnswerKind kind = question.map(OwnQuestion::kind)
                .or(() -> answer.map(one -> one.question().kind()))
                .orElse(AnswerKind.TEXT);
        String value = answer.filter(one -> one.question().kind() == kind)
                .map(Answer::value)
                .orElse(null);
        return switch (kind) {
            case TEXT, DATE -> value == null ? "" : value;
            case CHOICE ->
                question.filter(AnswersInModels::isTruth).isPresent()
                        ? (Object) "true".equals(value)
                        : value == null ? "" : value;
            case TRUTH -> "true".equals(value);
            case NUMBER -> value == null ? null : number(question, new BigDecimal(value));
            case CHOICES, ROWS -> value == null ? Collections.emptyList() : read(value, List.class);
            case GROUP -> value == null ? Collections.emptyMap() : read(value, Map.class);
        };
    }

    private static boolean isTruth(OwnQuestion question) {
        Set<String> values = new HashSet<>();
        for (JsonNode option : question.field().path("values")) {
            values.add(option.path("value").asText());
        }
        return values.equals(TRUTHS);
    }

    /** An answer of before the question asked for whole numbers alone may be none that models expect: nobody answered that. */
    private static @Nullable Number number(Optional<OwnQuestion> question, BigDecimal number) {
        return question.map(OwnQuestion::field)
                        .filter(field -> FieldRule.isWhole(field) && FieldRule.brokenByNumber(field, number) != null)
                        .isPresent()
                ? null
                : number(number);
    }

    /** Whole numbers as such: the engine compares a number with a fraction as one, but shows it otherwise. */
    private static Number number(BigDecimal number) {
        return number.scale() <= 0 ? (Number) number.longValueExact() : (Number) number.doubleValue();
    }

    private <T> T read(String value, Class<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer cannot be read", e);
        }
    }
}
