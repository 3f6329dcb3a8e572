package gm.sharing.workflow.handbook;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * What is done after an event, as far as the next wait, by name. What a table is asked meanwhile tells people nothing.
 *
 * @param always what is done in any case
 * @param oneOf what is done afterwards in one case or another; empty when it is always the same
 */
record Aftermath(List<String> always, List<String> oneOf) {

    static Aftermath of(FlowNode event) {
        Set<String> always = new LinkedHashSet<>();
        Set<String> oneOf = new LinkedHashSet<>();
        walk(Way.targets(event), always, oneOf);
        return new Aftermath(List.copyOf(always), List.copyOf(oneOf));
    }

    /** Where ways part of which several do something, each is one of those that are possible. */
    private static void walk(Collection<FlowNode> from, Set<String> always, Set<String> oneOf) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            FlowNode node = open.removeFirst();
            if (!seen.add(node) || node instanceof IntermediateCatchEvent) {
                continue;
            }
            if (isTold(node)) {
                always.add(node.getName().strip());
            }
            Set<String> cases = node instanceof ExclusiveGateway ? cases(node) : Set.of();
            if (cases.size() > 1) {
                oneOf.addAll(cases);
            } else if (!isWait(node)) {
                open.addAll(Way.targets(node));
            }
        }
    }

    private static Set<String> cases(FlowNode parting) {
        return Way.targets(parting).stream()
                .map(target -> {
                    Set<String> names = new LinkedHashSet<>();
                    walk(List.of(target), names, names);
                    return String.join("; ", names);
                })
                .filter(names -> !names.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isTold(FlowNode node) {
        return node instanceof Activity
                && !(node instanceof SubProcess)
                && !(node instanceof BusinessRuleTask)
                && node.getName() != null;
    }

    private static boolean isWait(FlowNode node) {
        return node instanceof UserTask || node instanceof CallActivity || node instanceof SubProcess;
    }
}
