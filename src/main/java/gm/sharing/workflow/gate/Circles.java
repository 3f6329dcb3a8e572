package gm.sharing.workflow.gate;

import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * No way leads in a circle without waiting: the application would follow it until it has no memory left, or, past a time that is
 * over already, one job after the other as fast as it can.
 */
@Component
@Order(8)
class Circles extends BpmnRule {

    private static final Words WORDS = Words.in("form/models");

    private static final int MOST_TOLD = 5;

    private final KnownValues values;

    Circles(KnownValues values) {
        this.values = values;
    }

    @Override
    public boolean looksAtOthers() {
        return true;
    }

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        Flow flow = new Flow(model, surroundings, values);
        List<List<FlowNode>> circles = flow.circles();
        Set<FlowNode> told = circles.stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
        return Stream.concat(
                        circles.stream().limit(MOST_TOLD).map(Circles::withoutWaiting),
                        new TimesThatPass(flow)
                                .comingBack().stream()
                                        .filter(event -> !told.contains(event))
                                        .map(Circles::afterItsTime))
                .toList();
    }

    private static Violation withoutWaiting(List<FlowNode> circle) {
        return InModel.violation(
                circle.get(0),
                circle.stream().map(InModel::words).collect(Collectors.joining(", "))
                        + " lead back to the beginning, and nothing there waits for a person, a message or a"
                        + " time that lies an hour or more ahead; put such a step into the circle");
    }

    private static Violation afterItsTime(FlowNode event) {
        return InModel.violation(event, WORDS.text("time-passed", Map.of("ahead", "${workingDays.from(now(), 10)}")));
    }
}
