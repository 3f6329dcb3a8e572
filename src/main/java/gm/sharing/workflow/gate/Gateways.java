package gm.sharing.workflow.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** There is always a way on from a gateway, and conditions stand only where they are asked. */
@Component
@Order(6)
class Gateways implements ModelRule {

    private final KnownValues values;

    Gateways(KnownValues values) {
        this.values = values;
    }

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        if (file.kind() != ModelFile.Kind.BPMN) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        for (FlowNode node : InModel.all(file.bpmn(), FlowNode.class)) {
            if (node.getOutgoing().size() > 1 && !(node instanceof Gateway)) {
                violations.add(InModel.violation(
                        node, "more than one way leads on from here; put a gateway behind it that chooses or splits"));
            }
            if (chooses(node)) {
                choice((Gateway) node, file, surroundings, violations);
            } else {
                node.getOutgoing().stream()
                        .filter(flow -> flow.getConditionExpression() != null)
                        .map(flow -> InModel.violation(
                                flow,
                                "nobody asks the condition of this way; delete it, or let the way begin at a gateway that"
                                        + " chooses"))
                        .forEach(violations::add);
            }
            if (node instanceof EventBasedGateway gateway) {
                events(gateway, violations);
            }
        }
        return violations;
    }

    private static boolean chooses(FlowNode node) {
        return node.getOutgoing().size() > 1 && (node instanceof ExclusiveGateway || node instanceof InclusiveGateway);
    }

    private void choice(Gateway gateway, ModelFile file, Surroundings surroundings, List<Violation> violations) {
        SequenceFlow otherwise = otherwise(gateway);
        Collection<SequenceFlow> ways = gateway.getOutgoing();
        if (otherwise != null && !ways.contains(otherwise)) {
            violations.add(InModel.violation(
                    gateway, "its default way begins somewhere else; choose one of its own ways as the default"));
        } else if (otherwise == null && !isAlwaysOne(ways, file, surroundings)) {
            violations.add(InModel.violation(
                    gateway, "when no condition holds there is no way on; make one of its ways the default"));
        }
        for (SequenceFlow way : ways) {
            if (way.equals(otherwise) && way.getConditionExpression() != null) {
                violations.add(
                        InModel.violation(way, "nobody asks the condition of the default way; delete the condition"));
            } else if (!way.equals(otherwise) && condition(way).isEmpty()) {
                violations.add(InModel.violation(
                        way, "the way has no condition, so it is always taken; write one, or make it the default"));
            } else if (!way.equals(otherwise) && !Conditions.isOneExpression(condition(way))) {
                violations.add(InModel.violation(
                        way, "a condition is one expression such as ${decision == 'approve'}; write it so"));
            }
        }
    }

    private static @Nullable SequenceFlow otherwise(Gateway gateway) {
        return gateway instanceof InclusiveGateway several
                ? several.getDefault()
                : ((ExclusiveGateway) gateway).getDefault();
    }

    /** Whether two conditions are each other's opposite, or each text that a variable can be has its way. */
    private boolean isAlwaysOne(Collection<SequenceFlow> ways, ModelFile file, Surroundings surroundings) {
        List<String> conditions = ways.stream().map(Gateways::condition).toList();
        if (conditions.stream()
                .anyMatch(one -> conditions.stream().anyMatch(other -> Conditions.areOpposite(one, other)))) {
            return true;
        }
        List<Conditions.Equals> asked =
                conditions.stream().map(Conditions::equals).toList();
        String variable = asked.get(0).variable();
        if (file.keys().isEmpty()
                || variable.isEmpty()
                || !asked.stream().allMatch(one -> one.variable().equals(variable))) {
            return false;
        }
        Set<String> known = values.of(file, surroundings, file.keys().get(0), variable);
        return !known.isEmpty()
                && asked.stream().map(Conditions.Equals::text).toList().containsAll(known);
    }

    private static String condition(SequenceFlow way) {
        ConditionExpression condition = way.getConditionExpression();
        return condition == null ? "" : condition.getTextContent().strip();
    }

    private static void events(EventBasedGateway gateway, List<Violation> violations) {
        if (gateway.getOutgoing().size() < 2) {
            violations.add(InModel.violation(
                    gateway, "it waits for one of several events; draw at least two ways, or replace it by the event"));
        }
        for (SequenceFlow way : gateway.getOutgoing()) {
            FlowNode next = way.getTarget();
            if (!(next instanceof IntermediateCatchEvent) || next.getIncoming().size() != 1) {
                violations.add(
                        InModel.violation(
                                way,
                                "behind a gateway that waits for events stands an event that nothing else leads to; draw it so"));
            }
        }
    }
}
