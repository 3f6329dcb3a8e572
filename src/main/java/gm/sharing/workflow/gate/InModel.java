package gm.sharing.workflow.gate;

import static gm.sharing.PlainText.isBlank;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What several rules read in process models. */
final class InModel {

    private InModel() {}

    static Violation violation(BaseElement element, String rule) {
        String name = element.getDomElement().getAttribute("name");
        return new Violation(
                element.getId() == null ? "" : element.getId(), name == null ? "" : PlainText.shown(name), rule);
    }

    static <E extends ModelElementInstance> Collection<E> all(BpmnModelInstance model, Class<E> type) {
        return model.getModelElementsByType(type);
    }

    static List<String> processes(BpmnModelInstance model) {
        return all(model, Process.class).stream().map(Process::getId).toList();
    }

    /** Whether it says the same whatever happens. */
    static boolean isConstant(String text) {
        return !text.contains("${") && !text.contains("#{");
    }

    /** The values of an extension property of this name. */
    static List<String> properties(FlowNode node, String name) {
        return Stream.ofNullable(node.getExtensionElements())
                .flatMap(elements -> elements.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .toList();
    }

    /** The event to which a link event leads; empty when it is none, or leads nowhere. */
    static Optional<FlowNode> linked(FlowNode thrower) {
        return thrower.getChildElementsByType(LinkEventDefinition.class).stream()
                .map(LinkEventDefinition::getName)
                .flatMap(
                        name -> thrower.getParentElement().getChildElementsByType(IntermediateCatchEvent.class).stream()
                                .filter(event -> event.getChildElementsByType(LinkEventDefinition.class).stream()
                                        .anyMatch(link -> Objects.equals(link.getName(), name))))
                .map(FlowNode.class::cast)
                .findFirst();
    }

    /** How a message names an element: by its name where it has one. */
    static String words(FlowNode node) {
        return isBlank(node.getName()) ? node.getId() : "“" + PlainText.shown(node.getName()) + "”";
    }
}
