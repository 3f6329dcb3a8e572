package gm.sharing.workflow.gate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Everything that a process does can be seen: people follow their project on the drawing. */
@Component
@Order(3)
class Drawing extends BpmnRule {

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        Set<String> drawn = Stream.<DiagramElement>concat(
                        InModel.all(model, BpmnShape.class).stream(), InModel.all(model, BpmnEdge.class).stream())
                .map(element -> String.valueOf(element.getAttributeValue("bpmnElement")))
                .collect(Collectors.toUnmodifiableSet());
        return Stream.of(FlowNode.class, SequenceFlow.class, Lane.class, Participant.class)
                .flatMap(type -> model.getModelElementsByType(type).stream())
                .map(BaseElement.class::cast)
                .filter(element -> !drawn.contains(element.getId()))
                .map(element -> InModel.violation(
                        element,
                        "it is not drawn; open and save the model with Camunda Modeler, and draw it there if it does not"
                                + " appear"))
                .toList();
    }
}
