package gm.sharing.workflow.gate;

import static gm.sharing.PlainText.isBlank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Definitions;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What every process model says of itself: for which engine it is made, its version, how long its history is kept. */
@Component
@Order(2)
class Frame extends BpmnRule {

    /** A hundred years, in days. */
    private static final int LONGEST_HISTORY = 36_525;

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        List<Violation> violations = new ArrayList<>();
        Definitions definitions = model.getDefinitions();
        String platform = platform(
                definitions.getAttributeValueNs(BpmnVocabulary.MODELER, "executionPlatform"),
                definitions.getAttributeValueNs(BpmnVocabulary.MODELER, "executionPlatformVersion"));
        if (platform != null) {
            violations.add(new Violation("", "", platform));
        }
        Collection<Process> processes = InModel.all(model, Process.class);
        if (processes.size() != 1) {
            violations.add(new Violation(
                    "", "", "a file holds one process; make a file of its own for each of the " + processes.size()));
        }
        processes.forEach(process -> process(process, violations));
        for (Participant pool : InModel.all(model, Participant.class)) {
            if (pool.getProcess() == null) {
                violations.add(InModel.violation(pool, "the pool belongs to no process; delete it"));
            }
        }
        return violations;
    }

    /** What is wrong with the engine that a file is made for; null when nothing is. */
    static @Nullable String platform(@Nullable String platform, @Nullable String version) {
        return "Camunda Platform".equals(platform) && version != null && version.startsWith("7.")
                ? null
                : "the file is not made for Camunda Platform 7; create it in Camunda Modeler for that engine, with"
                        + " version 7.24";
    }

    private static void process(Process process, List<Violation> violations) {
        if (isBlank(process.getName())) {
            violations.add(InModel.violation(process, "the process has no name; write what it is about"));
        }
        if (!process.isExecutable()) {
            violations.add(
                    InModel.violation(process, "the process cannot be run; switch on “Executable” in its properties"));
        }
        if (isBlank(process.getCamundaVersionTag())) {
            violations.add(InModel.violation(
                    process, "the process has no version tag; write one, and a higher one with each change"));
        }
        if (!isTimeToLive(process.getCamundaHistoryTimeToLiveString())) {
            violations.add(InModel.violation(
                    process, "nothing says how long its history is kept; write a history time to live such as P3650D"));
        }
        List<StartEvent> starts = process.getFlowElements().stream()
                .filter(StartEvent.class::isInstance)
                .map(StartEvent.class::cast)
                .toList();
        if (starts.size() != 1) {
            violations.add(InModel.violation(
                    process,
                    "a process begins in one place, this one has " + starts.size() + " start events; leave one"));
        }
        starts.stream()
                .filter(start -> !start.getEventDefinitions().isEmpty())
                .map(start ->
                        InModel.violation(start, "the process would start by itself; use a start event without a type"))
                .forEach(violations::add);
    }

    /** As the engine reads it; 0 would delete at once, and what ends beyond all calendars could not be stored. */
    static boolean isTimeToLive(@Nullable String text) {
        try {
            Integer days = text == null ? null : ParseUtil.parseHistoryTimeToLive(text);
            return days != null && days > 0 && days <= LONGEST_HISTORY;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
