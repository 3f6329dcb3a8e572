package gm.sharing.workflow.handbook;

import gm.sharing.workflow.ModelProperties;
import gm.sharing.workflow.handbook.ReadStep.ReadAlarm;
import gm.sharing.workflow.task.TaskWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Reads what a process asks of people. */
final class StepReader {

    /** The property of a timer that says what happens then. */
    private static final String THEN = "then";

    private final Process process;
    private final List<FlowElement> elements;
    private final Collection<BoundaryEvent> boundaries;

    StepReader(Process process, List<FlowElement> elements, Collection<BoundaryEvent> boundaries) {
        this.process = process;
        this.elements = elements;
        this.boundaries = boundaries;
    }

    List<ReadStep> steps() {
        List<ReadStep> steps = new ArrayList<>();
        elements.stream()
                .filter(element -> element instanceof StartEvent
                        && element.getParentElement().equals(process))
                .map(StartEvent.class::cast)
                .filter(start -> start.getCamundaFormRef() != null)
                .findFirst()
                .ifPresent(start -> steps.add(begin(start)));
        elements.stream()
                .filter(UserTask.class::isInstance)
                .map(UserTask.class::cast)
                .forEach(task -> steps.add(step(task)));
        return steps;
    }

    private ReadStep begin(StartEvent start) {
        return new ReadStep(
                null,
                name(start),
                documentation(start),
                TaskWords.stageOf(start).orElse(0),
                Doers.of(process, start),
                null,
                start.getCamundaFormRef(),
                false,
                List.of());
    }

    private ReadStep step(UserTask task) {
        return new ReadStep(
                task.getId(),
                name(task),
                documentation(task),
                TaskWords.stageOf(task).orElse(0),
                Doers.of(task),
                task.getCamundaDueDate(),
                task.getCamundaFormRef(),
                TaskWords.sharesDrafts(task),
                Stream.concat(attached(task), beside(task)).toList());
    }

    /** Timers of the task itself and of what it stands in. */
    private Stream<ReadAlarm> attached(UserTask task) {
        return Stream.<ModelElementInstance>iterate(
                        task, around -> around instanceof FlowElement, ModelElementInstance::getParentElement)
                .flatMap(around -> boundaries.stream()
                        .filter(boundary -> around.equals(boundary.getAttachedTo()))
                        .flatMap(boundary -> alarm(boundary, boundary.cancelActivity())));
    }

    /** A clock that runs beside the task: the timers of the part in which something waits for the day on which it is due. */
    private Stream<ReadAlarm> beside(UserTask task) {
        String due = task.getCamundaDueDate();
        return due == null
                ? Stream.empty()
                : elements.stream()
                        .filter(element -> element instanceof IntermediateCatchEvent event
                                && due.strip().equals(when(event))
                                && element.getParentElement() instanceof SubProcess clock
                                && !isWithin(task, clock))
                        .map(ModelElementInstance::getParentElement)
                        .distinct()
                        .flatMap(clock -> ((SubProcess) clock).getFlowElements().stream())
                        .filter(IntermediateCatchEvent.class::isInstance)
                        .flatMap(event -> alarm((IntermediateCatchEvent) event, false));
    }

    private static boolean isWithin(ModelElementInstance element, SubProcess part) {
        return Stream.iterate(element, around -> around instanceof FlowElement, ModelElementInstance::getParentElement)
                .anyMatch(part::equals);
    }

    private static Stream<ReadAlarm> alarm(CatchEvent event, boolean ends) {
        String when = when(event);
        return when == null
                ? Stream.empty()
                : Stream.of(new ReadAlarm(
                        name(event), when, ends, ModelProperties.first(event, THEN), Aftermath.of(event)));
    }

    private static @Nullable String when(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .flatMap(timer -> Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle()))
                .filter(Objects::nonNull)
                .map(time -> time.getTextContent().strip())
                .findFirst()
                .orElse(null);
    }

    private static String name(FlowElement element) {
        return Optional.ofNullable(element.getName()).map(String::strip).orElse(element.getId());
    }

    private static String documentation(FlowElement element) {
        return element.getDocumentations().stream()
                .map(text -> text.getTextContent().strip())
                .collect(Collectors.joining("\n\n"));
    }
}
