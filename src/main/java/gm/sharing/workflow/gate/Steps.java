package gm.sharing.workflow.gate;

import static gm.sharing.PlainText.isBlank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Each step has a name, does one thing, and those that run at the same time do not get in each other's way. */
@Component
@Order(4)
class Steps extends BpmnRule {

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        List<Violation> violations = new ArrayList<>();
        Collection<SequenceFlow> ways = InModel.all(model, SequenceFlow.class);
        for (FlowNode node : InModel.all(model, FlowNode.class)) {
            if (isBlank(node.getName()) && !(node instanceof Gateway)) {
                violations.add(InModel.violation(node, "it has no name; write what happens here"));
            }
            if (!agrees(node, ways)) {
                violations.add(InModel.violation(
                        node,
                        "the ways that it lists are not those that begin and end here; open and save the model with Camunda"
                                + " Modeler"));
            }
            String rule = rule(node);
            if (rule != null) {
                violations.add(InModel.violation(node, rule));
            }
        }
        InModel.all(model, MultiInstanceLoopCharacteristics.class).stream()
                .flatMap(loop -> Stream.ofNullable(rule(loop))
                        .map(rule -> InModel.violation((FlowNode) loop.getParentElement(), rule)))
                .forEach(violations::add);
        InModel.all(model, CamundaFailedJobRetryTimeCycle.class).stream()
                .filter(cycle -> !Times.isRetry(cycle.getTextContent().strip()))
                .map(cycle -> around(
                        cycle.getParentElement(),
                        "a failed job is tried again at most nine times and not more often than every minute, such as"
                                + " R5/PT5M; write it so"))
                .forEach(violations::add);
        return violations;
    }

    /** The engine goes by the ways, other programs by what a step lists: both have to say the same. */
    private static boolean agrees(FlowNode node, Collection<SequenceFlow> ways) {
        Set<SequenceFlow> begin = new HashSet<>();
        Set<SequenceFlow> end = new HashSet<>();
        for (SequenceFlow way : ways) {
            if (node.equals(way.getSource())) {
                begin.add(way);
            }
            if (node.equals(way.getTarget())) {
                end.add(way);
            }
        }
        return begin.equals(Set.copyOf(node.getOutgoing()))
                && end.equals(Set.copyOf(node.getIncoming()))
                && begin.size() == node.getOutgoing().size()
                && end.size() == node.getIncoming().size();
    }

    private static Violation around(ModelElementInstance element, String rule) {
        ModelElementInstance around = element;
        while (!(around instanceof FlowNode)) {
            around = around.getParentElement();
        }
        return InModel.violation((FlowNode) around, rule);
    }

    private static @Nullable String rule(FlowNode node) {
        if (node instanceof ServiceTask task) {
            return oneOf(task.getCamundaDelegateExpression(), task.getCamundaExpression());
        }
        if (node instanceof SendTask task) {
            return oneOf(task.getCamundaDelegateExpression(), task.getCamundaExpression());
        }
        if (node instanceof ThrowEvent event && throwsNothing(event)) {
            return "an error has a code, by which it is caught; choose an error and write its code";
        }
        if (node instanceof BoundaryEvent event && isErrorOfAService(event)) {
            return "only a sub-process or a called process ends with an error, no other step does; take the event out,"
                    + " or draw it at one of those";
        }
        if (node instanceof CatchEvent event
                && !(event instanceof StartEvent)
                && event.getEventDefinitions().size() != 1) {
            return "an event waits for one thing: a message, a time or a condition; choose one";
        }
        if (node instanceof StartEvent start && start.getParentElement() instanceof SubProcess around) {
            if (around.triggeredByEvent() != (start.getEventDefinitions().size() == 1)) {
                return around.triggeredByEvent()
                        ? "what begins within an event sub-process waits for one message, time or condition; choose one"
                        : "a sub-process begins with a start event without a type; choose that";
            }
        }
        return null;
    }

    private static boolean throwsNothing(ThrowEvent event) {
        return event.getChildElementsByType(ErrorEventDefinition.class).stream()
                .anyMatch(thrown ->
                        thrown.getError() == null || isBlank(thrown.getError().getErrorCode()));
    }

    private static boolean isErrorOfAService(BoundaryEvent event) {
        return !event.getChildElementsByType(ErrorEventDefinition.class).isEmpty()
                && !(event.getAttachedTo() instanceof SubProcess)
                && !(event.getAttachedTo() instanceof CallActivity);
    }

    private static @Nullable String oneOf(@Nullable String delegate, @Nullable String expression) {
        return isBlank(delegate) == isBlank(expression)
                ? "a step names one service, as a delegate expression such as ${sendNotice}; choose it"
                : null;
    }

    /** Otherwise people who finish at the same moment are told that somebody else was faster. */
    private static @Nullable String rule(MultiInstanceLoopCharacteristics loop) {
        if (!(loop.getParentElement() instanceof CallActivity)) {
            return "only a called process may run several times; put the step into a process of its own";
        }
        if (isBlank(loop.getCamundaCollection()) || isBlank(loop.getCamundaElementVariable())) {
            return "a step that runs several times says for each of what, in “Collection” and “Element variable”;"
                    + " write both";
        }
        return loop.isSequential() || loop.isCamundaAsyncAfter()
                ? null
                : "what runs several times at once gets in its own way when two end together; switch on “Asynchronous"
                        + " after” of the multi-instance";
    }
}
