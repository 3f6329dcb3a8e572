package gm.sharing.workflow.gate;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** No way leads in a circle without waiting: the application would follow it until it has no memory left. */
@Component
@Order(8)
class Circles extends BpmnRule {

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
        return new Flow(model, surroundings, values)
                .circles().stream()
                        .limit(MOST_TOLD)
                        .map(circle -> InModel.violation(
                                circle.get(0),
                                circle.stream().map(InModel::words).collect(Collectors.joining(", "))
                                        + " lead back to the beginning, and nothing there waits for a person, a message or a"
                                        + " time that lies an hour or more ahead; put such a step into the circle"))
                        .toList();
    }
}
