package gm.sharing.workflow.gate;

import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing goes round through a time that has passed: one job would follow the other as fast as the application can. */
@Component
@Order(8)
class PassedTimes extends BpmnRule {

    private static final Words WORDS = Words.in("form/models");

    private final KnownValues values;

    PassedTimes(KnownValues values) {
        this.values = values;
    }

    @Override
    public boolean looksAtOthers() {
        return true;
    }

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        Flow flow = new Flow(model, surroundings, values);
        Set<FlowNode> told = flow.circles().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
        return new TimesThatPass(flow)
                .comingBack().stream()
                        .filter(event -> !told.contains(event))
                        .map(event -> InModel.violation(
                                event, WORDS.text("time-passed", Map.of("ahead", "${workingDays.from(now(), 10)}"))))
                        .toList();
    }
}
