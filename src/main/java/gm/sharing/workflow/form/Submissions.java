package gm.sharing.workflow.form;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.ActingPerson;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.question.Answers;
import gm.sharing.question.Step;
import gm.sharing.security.SecondFactor;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/** The way of submitted answers: checked, bound, accepted by the form's handler, in the engine's transaction. */
@Component
class Submissions {

    /** Nobody stays signed in for longer with the form that begins a process open. */
    private static final Duration LONGEST_OPEN = Duration.ofHours(12);

    private static final String SECOND_FACTOR = "second-factor.given";

    private final FormHandlers handlers;
    private final FormBinding binding;
    private final FormLabels labels;
    private final ShownForm shown;
    private final ObjectProvider<People> people;
    private final ObjectProvider<Answers> others;
    private final Runs runs;
    private final SecondFactor secondFactor;
    private final AlsoFor alsoFor;
    private final AuditTrail trail;
    private final Clock clock;

    /** People and answers are looked up late, because they need the engine that needs this. */
    Submissions(
            FormHandlers handlers,
            FormBinding binding,
            FormLabels labels,
            ShownForm shown,
            ObjectProvider<People> people,
            ObjectProvider<Answers> others,
            Runs runs,
            SecondFactor secondFactor,
            AlsoFor alsoFor,
            AuditTrail trail,
            Clock clock) {
        this.secondFactor = secondFactor;
        this.alsoFor = alsoFor;
        this.trail = trail;
        this.others = others;
        this.runs = runs;
        this.clock = clock;
        this.handlers = handlers;
        this.binding = binding;
        this.labels = labels;
        this.shown = shown;
        this.people = people;
    }

    void accept(String form, TaskEntity task, Map<String, Object> submitted) {
        refusing(() -> {
            var answers = binding.read(form, submitted);
            var also = handlers.recorded(form).contains(AlsoFor.KEY) ? AlsoFor.takenFrom(answers) : List.<String>of();
            if (task.getDelegationState() == DelegationState.PENDING) {
                throw new Refused("This task was delegated: hand it back before you complete it.");
            }
            mustBeFreeFor(Context.getCommandContext().getAuthenticatedUserId(), task.getAssignee());
            handlers.alternative(form, answers)
                    .ifPresentOrElse(
                            alternative -> {
                                mustBeForOne(also);
                                WaysOn.route(
                                        task, acceptedBy(alternative, form, task, answers), alternative.ofItsWay());
                            },
                            () -> {
                                var handler = handlers.of(form, task.getName());
                                var alike =
                                        also.isEmpty() ? Map.<String, String>of() : handler.alike(FormTasks.of(task));
                                WaysOn.route(task, acceptedBy(handler, task, answers), handler.ofItsWay());
                                alsoFor.handIn(also, alike, answers);
                            });
            markAccepted(task.getId());
        });
    }

    private static void mustBeForOne(List<String> also) {
        if (!also.isEmpty()) {
            throw new Refused(Words.in("sign-off/together").text("ask"));
        }
    }

    /** What one person has taken nobody else completes behind their back, as Tasklist holds it. */
    private void mustBeFreeFor(@Nullable String user, @Nullable String holder) {
        if (user != null && holder != null && !holder.equals(user)) {
            throw new Refused("%s has this task. Ask them to complete it, to give it back or to pass it to you."
                    .formatted(people.getObject().find(holder).map(Person::name).orElse("Somebody else")));
        }
    }

    private <A extends Record> Map<String, Object> acceptedBy(
            FormHandler<A> handler, TaskEntity task, Map<String, Object> answers) {
        var bound = binding.bind(
                asked(handler.form(), task, true), handler.answers(), answers, shown(handler.form(), task));
        var about = FormTasks.of(task);
        var by = signedIn();
        secondFactor(bound, about, by);
        var routing = labelling(handler.form(), () -> handler.accept(bound.answers(), about, by));
        keep(handler.form(), bound, about, task, by);
        return routing;
    }

    private <A extends Record> Map<String, Object> acceptedBy(
            FormAlternative<A> alternative, String form, TaskEntity task, Map<String, Object> answers) {
        var bound = binding.bind(asked(form, task, false), alternative.answers(), answers, shown(form, task));
        var about = FormTasks.of(task);
        var by = signedIn();
        secondFactor(bound, about, by);
        var routing = labelling(form, () -> alternative.accept(form, bound.answers(), about, by));
        keep(form, bound, about, task, by);
        return routing;
    }

    /** Asked before anything is kept; what it was stands with the act in the project's record. */
    private void secondFactor(Bound<?> bound, FormTask task, Person by) {
        if (bound.secondFactor()) {
            String reference = task.about();
            secondFactor.demand().ifPresent(given -> task.aboutPartner()
                    .ifPresentOrElse(
                            partner -> trail.record(reference, by.id(), SECOND_FACTOR, given, partner),
                            () -> trail.record(reference, by.id(), SECOND_FACTOR, given)));
        }
    }

    private Asked asked(String form, TaskEntity task, boolean whole) {
        return new Asked(
                form,
                task.getName(),
                handlers.recorded(form),
                task.getCreateTime().toInstant(),
                whole);
    }

    private void keep(String form, Bound<?> bound, FormTask task, TaskEntity entity, Person by) {
        if (!task.isOfProject() || (bound.given().isEmpty() && bound.asked() == null)) {
            return;
        }
        var step = task.step(form, task.id(), runs.of(entity.getExecution()));
        others.getObject().keep(task.reference(), step, bound.given(), by);
        if (bound.asked() != null) {
            Set<String> known = new HashSet<>(bound.asked());
            bound.given().forEach(one -> known.add(one.question().key()));
            others.getObject().closeAllBut(known, task.reference(), step, form, by);
        }
    }

    /** Made only when an answer was chosen from it. */
    private Function<String, @Nullable Object> shown(String form, TaskEntity task) {
        var values = SingletonSupplier.of(() -> shown.of(form, task));
        return name -> values.obtain().get(name);
    }

    void start(String form, ExecutionEntity instance, Map<String, Object> submitted) {
        refusing(() -> {
            var answers = binding.read(form, submitted);
            var run = handlers.startsOwn(form) ? instance.getProcessInstanceId() : null;
            var started = startedBy(handlers.ofStart(form, name(instance)), name(instance), run, answers);
            // Also in the history, where the start was noted before this.
            instance.setProcessBusinessKey(started.reference().value());
            instance.setVariables(started.variables());
            markAccepted(instance.getProcessInstanceId());
        });
    }

    private <A extends Record> StartFormHandler.Started startedBy(
            StartFormHandler<A> handler, String process, @Nullable String run, Map<String, Object> answers) {
        var by = signedIn();
        var asked = new Asked(
                handler.form(),
                process,
                FormHandlers.keys(handler.answers()),
                clock.instant().minus(LONGEST_OPEN),
                true);
        var bound = binding.bind(asked, handler.answers(), answers, name -> handlers.startOptions(name, by));
        var started = labelling(handler.form(), () -> handler.accept(bound.answers(), by));
        others.getObject().keep(started.reference(), Step.start(run), bound.given(), by);
        return started;
    }

    private static String name(ExecutionEntity instance) {
        var process = instance.getProcessDefinition();
        return Objects.requireNonNullElse(process.getName(), process.getKey());
    }

    private <T> T labelling(String form, Supplier<T> accepted) {
        try {
            return accepted.get();
        } catch (Refused refused) {
            throw labels.labelled(form, refused);
        }
    }

    private Person signedIn() {
        var user = Context.getCommandContext().getAuthenticatedUserId();
        if (user == null) {
            throw new Refused("Sign in first.");
        }
        forgetAfterwards();
        return people.getObject()
                .find(user)
                .map(ActingPerson::is)
                .orElseThrow(() -> new Refused("Your account is not known any more."));
    }

    /** The thread may go on to act for others, or for the same person under another name. */
    private static void forgetAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                ActingPerson.forget();
            }
        });
    }

    /** The engine's REST API answers this exception with status 400 and its message. */
    static void refusing(Runnable work) {
        try {
            work.run();
        } catch (Refused refused) {
            throw new FormFieldValidationException(refused.getMessage(), refused.getMessage(), refused);
        }
    }

    /** Until the transaction ends, so that nothing but the form of this very submission can complete the task. */
    private static void markAccepted(String id) {
        TransactionSynchronizationManager.bindResource(key(id), true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(key(id));
            }
        });
    }

    static boolean wasAccepted(String id) {
        return TransactionSynchronizationManager.hasResource(key(id));
    }

    private static String key(String id) {
        return Submissions.class.getName() + id;
    }
}
