package gm.sharing.workflow.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the program looks for in a model is there, and what a model waits for is sent. */
@Component
@Order(9)
class UsedByProgram extends BpmnRule {

    private static final Set<String> SENT =
            Arrays.stream(ProgramMessage.values()).map(ProgramMessage::text).collect(Collectors.toUnmodifiableSet());

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        List<Violation> violations = new ArrayList<>();
        for (Process process : InModel.all(model, Process.class)) {
            for (ProgramElement element : ProgramElement.values()) {
                if (element.model().equals(process.getId()) && model.getModelElementById(element.id()) == null) {
                    violations.add(InModel.violation(
                            process,
                            "the program looks for the element " + element.id()
                                    + ", which is gone; give the element its id" + " back"));
                }
            }
            for (ProgramMessage message : ProgramMessage.values()) {
                if (message.model().equals(process.getId()) && !waitsFor(model, message.text())) {
                    violations.add(InModel.violation(
                            process,
                            "the program sends the message “" + message.text()
                                    + "”, for which nothing waits any more; put"
                                    + " the event back, or write the message’s name as it was"));
                }
            }
        }
        for (MessageEventDefinition definition : InModel.all(model, MessageEventDefinition.class)) {
            if (definition.getParentElement() instanceof CatchEvent event
                    && (definition.getMessage() == null
                            || !SENT.contains(definition.getMessage().getName()))) {
                violations.add(InModel.violation(
                        event,
                        "it waits for a message that nobody sends; choose one of "
                                + SENT.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
        return violations;
    }

    private static boolean waitsFor(BpmnModelInstance model, String message) {
        return InModel.all(model, MessageEventDefinition.class).stream()
                .anyMatch(definition -> definition.getParentElement() instanceof CatchEvent
                        && definition.getMessage() != null
                        && message.equals(definition.getMessage().getName()));
    }
}
