package gm.sharing.workflow.gate;

import static gm.sharing.PlainText.isBlank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Processes and decisions that a model calls are there, and no process calls itself. */
@Component
@Order(5)
class Calls extends BpmnRule {

    @Override
    public boolean looksAtOthers() {
        return true;
    }

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        List<Violation> violations = new ArrayList<>();
        for (CallActivity call : InModel.all(model, CallActivity.class)) {
            Stream.of(
                            missing("process", call.getCalledElement(), ModelFile.Kind.BPMN, surroundings),
                            bound(
                                    "process",
                                    call.getCamundaCalledElementBinding(),
                                    call.getCamundaCalledElementVersion()),
                            withoutReference(call),
                            withForm(call, surroundings),
                            circular(model, call, surroundings))
                    .flatMap(Optional::stream)
                    .map(rule -> InModel.violation(call, rule))
                    .forEach(violations::add);
        }
        for (BusinessRuleTask task : InModel.all(model, BusinessRuleTask.class)) {
            Stream.of(
                            missing("decision", task.getCamundaDecisionRef(), ModelFile.Kind.DMN, surroundings),
                            bound("decision", task.getCamundaDecisionRefBinding(), task.getCamundaDecisionRefVersion()))
                    .flatMap(Optional::stream)
                    .map(rule -> InModel.violation(task, rule))
                    .forEach(violations::add);
        }
        return violations;
    }

    private static Optional<String> missing(
            String what, @Nullable String key, ModelFile.Kind kind, Surroundings surroundings) {
        if (isBlank(key)) {
            return Optional.of("it names no " + what + " to call; write the id of one");
        }
        if (!InModel.isConstant(String.valueOf(key))) {
            return Optional.of("the " + what + " that it calls is not known before; write the id of one");
        }
        return surroundings.find(kind, String.valueOf(key)).isPresent()
                ? Optional.empty()
                : Optional.of("there is no " + what + " “" + PlainText.shown(String.valueOf(key))
                        + "”; write the id of one that is deployed, or deploy it, too");
    }

    private static Optional<String> bound(String what, @Nullable String binding, @Nullable String version) {
        return (isBlank(binding) || "latest".equals(binding)) && isBlank(version)
                ? Optional.empty()
                : Optional.of("it is bound to one version of the " + what + "; choose the binding “latest”");
    }

    /** Forms and notices of the called process find their project by it. */
    private static Optional<String> withoutReference(CallActivity call) {
        return Stream.ofNullable(call.getExtensionElements())
                        .flatMap(elements -> elements.getElementsQuery().filterByType(CamundaIn.class).list().stream())
                        .anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()))
                ? Optional.empty()
                : Optional.of("the called process would not know its project; hand on the business key"
                        + " #{execution.processBusinessKey} among the mappings");
    }

    /** A form at the beginning is answered by whoever starts the process; a call answers none. */
    private static Optional<String> withForm(CallActivity call, Surroundings surroundings) {
        return Optional.ofNullable(call.getCalledElement())
                .flatMap(called -> surroundings.find(ModelFile.Kind.BPMN, called))
                .filter(file -> InModel.all(file.bpmn(), StartEvent.class).stream()
                        .anyMatch(start -> !isBlank(start.getCamundaFormRef())))
                .map(file ->
                        "the process that it calls begins with a form, which nobody could answer; call one without");
    }

    private static Optional<String> circular(BpmnModelInstance model, CallActivity call, Surroundings surroundings) {
        Set<String> callers = new HashSet<>(InModel.processes(model));
        return reaches(call.getCalledElement(), callers, surroundings, new HashSet<>())
                ? Optional.of("the process ends up calling itself without end; call another one")
                : Optional.empty();
    }

    /** Whether the called process is one of the callers, or calls one in the end. */
    static boolean reaches(@Nullable String called, Set<String> callers, Surroundings surroundings, Set<String> seen) {
        if (called == null || !seen.add(called)) {
            return false;
        }
        return callers.contains(called)
                || surroundings.find(ModelFile.Kind.BPMN, called).stream()
                        .flatMap(file -> InModel.all(file.bpmn(), CallActivity.class).stream())
                        .anyMatch(call -> reaches(call.getCalledElement(), callers, surroundings, seen));
    }
}
