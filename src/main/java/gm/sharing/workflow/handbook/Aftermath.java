package gm.sharing.workflow.handbook;

import gm.sharing.handbook.Alarm.Done;
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
 * What is done after an event, as far as the next wait, by name, and by whom. What a table is asked meanwhile tells people nothing.
 *
 * @param always what is done in any case
 * @param oneOf what is done afterwards in one case or another; empty when it is always the same
 */
record Aftermath(List<Done> always, List<List<Done>> oneOf) {

    static Aftermath of(FlowNode event) {
        Set<Done> always = new LinkedHashSet<>();
        Set<List<Done>> oneOf = new LinkedHashSet<>();
        walk(Way.targets(event), always, oneOf);
        return new Aftermath(List.copyOf(always), List.copyOf(oneOf));
    }

    /** Where ways part of which several do something, each is one of those that are possible. */
    private static void walk(Collection<FlowNode> from, Set<Done> always, Set<List<Done>> oneOf) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            FlowNode node = open.removeFirst();
            if (!seen.add(node) || node instanceof IntermediateCatchEvent) {
                continue;
            }
            if (isTold(node)) {
                always.add(done(node));
            }
            Set<List<Done>> cases = node instanceof ExclusiveGateway ? cases(node) : Set.of();
            if (cases.size() > 1) {
                oneOf.addAll(cases);
            } else if (!isWait(node)) {
                open.addAll(Way.targets(node));
            }
        }
    }

    private static Set<List<Done>> cases(FlowNode parting) {
        return Way.targets(parting).stream()
                .map(target -> {
                    Set<Done> done = new LinkedHashSet<>();
                    Set<List<Done>> oneOf = new LinkedHashSet<>();
                    walk(List.of(target), done, oneOf);
                    oneOf.forEach(done::addAll);
                    return List.copyOf(done);
                })
                .filter(done -> !done.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Done done(FlowNode node) {
        return new Done(node.getName().strip(), node instanceof UserTask task ? Doers.of(task) : List.of());
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
