package gm.sharing.workflow.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    @Override
    public boolean looksAtOthers() {
        return true;
    }

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
        List<String> heard = Arrays.stream(ProgramMessage.values())
                .filter(message -> isHeard(message, model, surroundings))
                .map(ProgramMessage::text)
                .toList();
        for (MessageEventDefinition definition : InModel.all(model, MessageEventDefinition.class)) {
            if (definition.getParentElement() instanceof CatchEvent event
                    && (definition.getMessage() == null
                            || !heard.contains(definition.getMessage().getName()))) {
                violations.add(InModel.violation(
                        event,
                        "it waits for a message that nobody sends to this process; choose one of "
                                + String.join(", ", heard)));
            }
        }
        return violations;
    }

    /** What reaches one process alone may be waited for in it, and in what it calls. */
    private static boolean isHeard(ProgramMessage message, BpmnModelInstance model, Surroundings surroundings) {
        return message.toAll()
                || Calls.reaches(message.model(), Set.copyOf(InModel.processes(model)), surroundings, new HashSet<>());
    }

    private static boolean waitsFor(BpmnModelInstance model, String message) {
        return InModel.all(model, MessageEventDefinition.class).stream()
                .anyMatch(definition -> definition.getParentElement() instanceof CatchEvent
                        && definition.getMessage() != null
                        && message.equals(definition.getMessage().getName()));
    }
}
