package gm.sharing.workflow.gate.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * Where errors and escalations go: outwards from scope to scope, first to an event sub-process, then to the edge of the
 * sub-process. People cannot throw them (only forms end a task); services can throw errors, called processes both.
 */
final class Thrown {

    private Thrown() {}

    /** The event that catches what an event throws; empty when nothing in the model does. */
    static Optional<CatchEvent> catcher(ThrowEvent thrower, EventDefinition thrown) {
        ModelElementInstance inside = thrower;
        ModelElementInstance scope = thrower.getParentElement();
        while (scope != null) {
            Optional<CatchEvent> caught = handlers(scope, inside)
                    .filter(handler -> catches(handler, thrown))
                    .findFirst();
            if (caught.isPresent()) {
                return caught;
            }
            inside = scope;
            scope = scope instanceof SubProcess ? scope.getParentElement() : null;
        }
        return Optional.empty();
    }

    private static Stream<CatchEvent> handlers(ModelElementInstance scope, ModelElementInstance inside) {
        List<CatchEvent> handlers = new ArrayList<>();
        for (SubProcess sub : scope.getChildElementsByType(SubProcess.class)) {
            if (sub.triggeredByEvent() && !sub.equals(inside)) {
                handlers.addAll(sub.getChildElementsByType(StartEvent.class));
            }
        }
        if (scope instanceof SubProcess) {
            for (BoundaryEvent event : scope.getParentElement().getChildElementsByType(BoundaryEvent.class)) {
                if (scope.equals(event.getAttachedTo())) {
                    handlers.add(event);
                }
            }
        }
        return handlers.stream();
    }

    private static boolean catches(CatchEvent handler, EventDefinition thrown) {
        return handler.getEventDefinitions().stream()
                .anyMatch(caught -> caught.getElementType().equals(thrown.getElementType())
                        && (code(caught) == null || Objects.equals(code(caught), code(thrown))));
    }

    private static @Nullable String code(EventDefinition definition) {
        if (definition instanceof ErrorEventDefinition error) {
            Error reference = error.getError();
            return reference == null ? null : reference.getErrorCode();
        }
        if (definition instanceof EscalationEventDefinition escalation) {
            Escalation reference = escalation.getEscalation();
            return reference == null ? null : reference.getEscalationCode();
        }
        return null;
    }

    static boolean interrupts(CatchEvent handler) {
        return handler instanceof BoundaryEvent boundary
                ? boundary.cancelActivity()
                : handler instanceof StartEvent start && start.isInterrupting();
    }

    /** Whether an event at the edge of a step, or at the start of an event sub-process, can happen at all. */
    static boolean canHappen(CatchEvent event) {
        List<ModelElementInstance> within = new ArrayList<>();
        if (event instanceof BoundaryEvent boundary) {
            collect(boundary.getAttachedTo(), event, within);
        } else {
            collect(event.getParentElement().getParentElement(), event.getParentElement(), within);
        }
        return event.getEventDefinitions().stream().allMatch(definition -> {
            if (definition instanceof ErrorEventDefinition) {
                return within.stream().anyMatch(Thrown::throwsErrors) || isThrown(event, within);
            }
            return !(definition instanceof EscalationEventDefinition)
                    || within.stream().anyMatch(CallActivity.class::isInstance)
                    || isThrown(event, within);
        });
    }

    private static boolean isThrown(CatchEvent event, List<ModelElementInstance> within) {
        return within.stream()
                .filter(ThrowEvent.class::isInstance)
                .map(ThrowEvent.class::cast)
                .anyMatch(thrower -> thrower.getEventDefinitions().stream()
                        .anyMatch(thrown ->
                                catcher(thrower, thrown).filter(event::equals).isPresent()));
    }

    private static boolean throwsErrors(ModelElementInstance element) {
        return element instanceof CallActivity
                || element instanceof ServiceTask
                || element instanceof SendTask
                || element instanceof BusinessRuleTask
                || element instanceof ScriptTask;
    }

    private static void collect(
            ModelElementInstance from, ModelElementInstance except, List<ModelElementInstance> all) {
        if (!from.equals(except)) {
            all.add(from);
            from.getChildElementsByType(FlowElement.class).forEach(child -> collect(child, except, all));
        }
    }
}
