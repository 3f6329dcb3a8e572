package gm.sharing.workflow.gate;

import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A time that has passed is over at once: what leads back to it would go round, one job after the other, until it is moved. */
@Component
@Order(8)
class PassedTimes extends BpmnRule {

    private static final Words WORDS = Words.in("form/models");

    @Override
    public boolean looksAtOthers() {
        return true;
    }

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        List<Violation> violations = new ArrayList<>();
        SetByItself set = new SetByItself(model);
        Flow flow = new Flow(model, surroundings);
        for (TimerEventDefinition timer : InModel.all(model, TimerEventDefinition.class)) {
            if (timer.getParentElement() instanceof FlowNode event
                    && mayHavePassed(timer, event)
                    && flow.comesBack(event, moving(timer, event, set))) {
                violations.add(InModel.violation(event, WORDS.text("time-passed", Map.of("ahead", "${workingDays.from(now(), 10)}"))));
            }
        }
        return violations;
    }

    /** Circles are told of a step that waits for such a time, unless it is in a variable. */
    private static boolean mayHavePassed(TimerEventDefinition timer, FlowNode event) {
        return Times.isVariable(timer) || (!Times.isAhead(timer) && !(event instanceof IntermediateCatchEvent));
    }

    private static Set<FlowNode> moving(TimerEventDefinition timer, FlowNode event, SetByItself set) {
        String text = timer.getTextContent();
        FlowNode begins = Flow.beginsAt(event);
        return Stream.concat(
                        set.readBy(text).filter(step -> !step.equals(begins)),
                        set.readWithin(text).filter(step -> step.equals(begins) || isAround(step, event)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isAround(FlowNode step, FlowNode event) {
        ModelElementInstance around = event.getParentElement();
        while (around != null && !around.equals(step)) {
            around = around.getParentElement();
        }
        return around != null;
    }
}
