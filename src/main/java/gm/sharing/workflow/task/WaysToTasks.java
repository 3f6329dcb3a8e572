package gm.sharing.workflow.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The ways of a model from one place to the next tasks of people, to what it calls, and to its end. What breaks something off is no way. */
final class WaysToTasks {

    /** A condition that asks for nothing but a variable that says yes or no. */
    private static final Pattern YES_OR_NO = Pattern.compile("[$#]\\{\\s*(!?)\\s*(\\w+)\\s*}");

    /** A day that the process keeps, and does not count anew for each task. */
    private static final Pattern KEPT_DAY = Pattern.compile("[$#]\\{\\s*\\w+\\s*}");

    /**
     * A way to a task.
     *
     * @param groups of those who may do it, as the model writes them
     * @param when what the variables have to say for this way to be taken, as far as they say yes or no
     * @param sameDue whether it has to be done by the same day as the task that is left
     */
    record Later(String element, String name, List<String> groups, Map<String, Boolean> when, boolean sameDue) {}

    /** A way to another process. */
    record Call(String process, Map<String, Boolean> when) {}

    /** @param ends a way to the end of the process each */
    record Found(List<Later> tasks, List<Call> calls, List<Map<String, Boolean>> ends) {

        static final Found NOTHING = new Found(List.of(), List.of(), List.of());
    }

    private final Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final Set<String> passed = new HashSet<>();

    /** The kept day by which the task that is left has to be done; empty when it has none. */
    private final String due;

    private WaysToTasks(String due) {
        this.due = due;
    }

    /** From an element that is left; it does not come again. */
    static Found after(BpmnModelInstance model, String element) {
        if (!(model.getModelElementById(element) instanceof FlowNode node)) {
            return Found.NOTHING;
        }
        var ways = new WaysToTasks(node instanceof UserTask task ? keptDay(task) : "");
        ways.leave(node, Map.of());
        ways.found.tasks().removeIf(later -> later.element().equals(element));
        return ways.found;
    }

    /** From the start of a process. */
    static Found into(BpmnModelInstance model, String process) {
        var ways = new WaysToTasks("");
        if (model.getModelElementById(process) instanceof Process begun) {
            begun.getFlowElements().forEach(element -> ways.begin(element, Map.of()));
        }
        return ways.found;
    }

    private static String keptDay(UserTask task) {
        String day = task.getCamundaDueDate();
        return day != null && KEPT_DAY.matcher(day.strip()).matches() ? day.strip() : "";
    }

    private void leave(FlowNode node, Map<String, Boolean> when) {
        for (SequenceFlow flow : node.getOutgoing()) {
            Map<String, Boolean> then = new HashMap<>(when);
            if (conditions(node, flow).entrySet().stream()
                    .allMatch(asked -> asked.getValue().equals(then.getOrDefault(asked.getKey(), asked.getValue())))) {
                then.putAll(conditions(node, flow));
                enter(flow.getTarget(), Map.copyOf(then));
            }
        }
    }

    private void enter(FlowNode node, Map<String, Boolean> when) {
        if (!passed.add(node.getId() + when)) {
            return;
        }
        if (node instanceof UserTask task) {
            found.tasks()
                    .add(new Later(
                            task.getId(),
                            task.getName(),
                            task.getCamundaCandidateGroupsList(),
                            when,
                            !due.isEmpty() && due.equals(keptDay(task))));
        } else if (node instanceof CallActivity call) {
            found.calls().add(new Call(call.getCalledElement(), when));
        } else if (node instanceof SubProcess part) {
            part.getFlowElements().forEach(element -> begin(element, when));
        } else if (node instanceof EndEvent end) {
            end(end, when);
        } else {
            leave(node, when);
        }
    }

    private void begin(FlowElement element, Map<String, Boolean> when) {
        if (element instanceof StartEvent start && start.getEventDefinitions().isEmpty()) {
            leave(start, when);
        }
    }

    private void end(EndEvent end, Map<String, Boolean> when) {
        if (!end.getEventDefinitions().stream().allMatch(TerminateEventDefinition.class::isInstance)) {
            return;
        }
        if (end.getParentElement() instanceof SubProcess part && !part.triggeredByEvent()) {
            leave(part, when);
        } else if (end.getParentElement() instanceof Process) {
            found.ends().add(when);
        }
    }

    private static Map<String, Boolean> conditions(FlowNode node, SequenceFlow flow) {
        if (node instanceof ExclusiveGateway gateway && flow.equals(gateway.getDefault())) {
            Map<String, Boolean> others = new HashMap<>();
            gateway.getOutgoing().forEach(other -> condition(other).forEach((name, value) -> others.put(name, !value)));
            return others;
        }
        return condition(flow);
    }

    private static Map<String, Boolean> condition(SequenceFlow flow) {
        ConditionExpression condition = flow.getConditionExpression();
        Matcher yesOrNo = YES_OR_NO.matcher(
                condition == null ? "" : condition.getTextContent().strip());
        return yesOrNo.matches() ? Map.of(yesOrNo.group(2), yesOrNo.group(1).isEmpty()) : Map.of();
    }
}
