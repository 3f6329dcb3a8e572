package gm.sharing.workflow.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.jspecify.annotations.Nullable;

/** The variables that steps of a model set without a person: as they are drawn, or by the services that they name. */
final class SetByItself {

    private final Map<String, List<FlowNode>> after = new LinkedHashMap<>();
    private final Map<String, List<FlowNode>> before = new LinkedHashMap<>();

    SetByItself(BpmnModelInstance model, KnownValues values) {
        for (FlowNode node : InModel.all(model, FlowNode.class)) {
            Stream.of(results(node), given(node), services(node).flatMap(service -> values.setBy(service).stream()))
                    .flatMap(names -> names)
                    .forEach(name -> after.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(node));
            taken(node).forEach(name -> before.computeIfAbsent(name, any -> new ArrayList<>())
                    .add(node));
        }
    }

    /** The steps that have set something that the text reads once they are done. */
    Stream<FlowNode> readBy(String text) {
        return in(after, text);
    }

    /** The steps that set something that the text reads, for what stands in them or at their edge, when they begin. */
    Stream<FlowNode> readWithin(String text) {
        return in(before, text);
    }

    private static Stream<FlowNode> in(Map<String, List<FlowNode>> steps, String text) {
        return steps.entrySet().stream()
                .filter(entry -> Pattern.compile("\\b" + Pattern.quote(entry.getKey()) + "\\b")
                        .matcher(text)
                        .find())
                .flatMap(entry -> entry.getValue().stream())
                .distinct();
    }

    static String text(ConditionalEventDefinition definition) {
        return definition.getCondition() == null
                ? ""
                : definition.getCondition().getTextContent();
    }

    private static Stream<String> results(FlowNode node) {
        @Nullable String result = null;
        if (node instanceof ServiceTask task) {
            result = task.getCamundaResultVariable();
        } else if (node instanceof SendTask task) {
            result = task.getCamundaResultVariable();
        } else if (node instanceof BusinessRuleTask task) {
            result = task.getCamundaResultVariable();
        }
        return Stream.ofNullable(result);
    }

    /** The step itself, and what listens at it. */
    private static Stream<String> services(FlowNode node) {
        return Stream.concat(
                        Stream.of(node),
                        Stream.ofNullable(node.getExtensionElements())
                                .flatMap(extensions -> extensions.getElements().stream()))
                .map(element -> element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "delegateExpression"))
                .filter(Objects::nonNull);
    }

    private static Stream<String> taken(FlowNode node) {
        return Stream.ofNullable(node.getExtensionElements())
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaInputOutput.class).list().stream())
                .flatMap(all -> all.getCamundaInputParameters().stream())
                .map(CamundaInputParameter::getCamundaName);
    }

    private static Stream<String> given(FlowNode node) {
        return Stream.ofNullable(node.getExtensionElements())
                .flatMap(extensions -> Stream.concat(
                        extensions.getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                                .flatMap(all -> all.getCamundaOutputParameters().stream())
                                .map(CamundaOutputParameter::getCamundaName),
                        extensions.getElementsQuery().filterByType(CamundaOut.class).list().stream()
                                .flatMap(out -> Stream.ofNullable(out.getCamundaTarget()))));
    }
}
