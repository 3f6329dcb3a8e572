package gm.sharing.workflow.handbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaGenericValueElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.jspecify.annotations.Nullable;

/**
 * A process as far as people look it up.
 *
 * @param steps the form that begins it first, then as they stand in the file
 * @param ways by step, call and {@link #BEGIN}, what comes next
 * @param calls by the element that calls
 * @param values by name, what the model sets variables to
 */
record ReadModel(
        String key,
        String name,
        List<ReadStep> steps,
        Map<String, Set<Way>> ways,
        Map<String, Call> calls,
        Map<String, List<Value>> values) {

    /** Where the process begins. */
    static final String BEGIN = "";

    /**
     * Another process that is called.
     *
     * @param given by the name that the called process knows, the name of the variable here
     */
    record Call(String process, Map<String, String> given) {}

    /**
     * What a variable is set to.
     *
     * @param table that was asked just before; null when none was
     * @param asked what is handed to the element that sets it
     */
    record Value(String text, @Nullable String table, Map<String, String> asked) {}

    static ReadModel of(BpmnModelInstance file, String key) {
        Process process = file.getModelElementById(key);
        var boundaries = file.getModelElementsByType(BoundaryEvent.class);
        List<FlowElement> elements =
                elements(process.getFlowElements().stream()).toList();
        var reader = new StepReader(process, elements, boundaries);
        Map<String, Set<Way>> ways = new HashMap<>();
        Map<String, Call> calls = new HashMap<>();
        Map<String, List<Value>> values = new HashMap<>();
        for (FlowElement element : elements) {
            if (element instanceof StartEvent start
                    && element.getParentElement().equals(process)
                    && start.getEventDefinitions().isEmpty()) {
                ways.put(BEGIN, Way.from(start, boundaries));
            } else if (element instanceof CallActivity call) {
                ways.put(call.getId(), Way.from(call, boundaries));
                calls.put(call.getId(), call(call));
            } else if (element instanceof org.camunda.bpm.model.bpmn.instance.UserTask task) {
                ways.put(task.getId(), Way.from(task, boundaries));
            }
            values(element, values);
        }
        return new ReadModel(
                key, Objects.requireNonNullElse(process.getName(), key).strip(), reader.steps(), ways, calls, values);
    }

    private static Stream<FlowElement> elements(Stream<FlowElement> elements) {
        return elements.flatMap(element -> element instanceof SubProcess inner
                ? Stream.concat(Stream.of(element), elements(inner.getFlowElements().stream()))
                : Stream.of(element));
    }

    private static Call call(CallActivity call) {
        Map<String, String> given = new HashMap<>();
        extensions(call, CamundaIn.class)
                .filter(in -> in.getCamundaSource() != null && in.getCamundaTarget() != null)
                .forEach(in -> given.put(in.getCamundaTarget(), in.getCamundaSource()));
        return new Call(Objects.requireNonNullElse(call.getCalledElement(), ""), given);
    }

    private static void values(FlowElement element, Map<String, List<Value>> values) {
        extensions(element, CamundaInputOutput.class).forEach(io -> {
            Map<String, String> asked = new HashMap<>();
            io.getCamundaInputParameters().forEach(input -> asked.put(input.getCamundaName(), text(input)));
            String table = element instanceof BusinessRuleTask rule ? rule.getCamundaDecisionRef() : null;
            io.getCamundaInputParameters()
                    .forEach(input -> set(input.getCamundaName(), new Value(text(input), null, Map.of()), values));
            io.getCamundaOutputParameters()
                    .forEach(output -> set(output.getCamundaName(), new Value(text(output), table, asked), values));
        });
    }

    private static String text(CamundaInputParameter parameter) {
        return text((CamundaGenericValueElement) parameter, parameter.getTextContent());
    }

    private static String text(CamundaOutputParameter parameter) {
        return text((CamundaGenericValueElement) parameter, parameter.getTextContent());
    }

    private static String text(CamundaGenericValueElement parameter, String content) {
        return parameter.getValue() == null ? content.strip() : "";
    }

    private static void set(String name, Value value, Map<String, List<Value>> values) {
        values.computeIfAbsent(name, unset -> new ArrayList<>()).add(value);
    }

    private static <T extends org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance> Stream<T> extensions(
            FlowElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }
}
