package gm.sharing.workflow.gate;

import static gm.sharing.PlainText.isBlank;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Timers say when in words that the engine reads, lie ahead, and do not go on for ever. */
@Component
@Order(7)
class Timers extends BpmnRule {

    /** As the engine keeps the time of a timer, behind a word of its own. */
    private static final int LONGEST = 240;

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        List<Violation> violations = new ArrayList<>();
        for (TimerEventDefinition timer : InModel.all(model, TimerEventDefinition.class)) {
            String rule = rule(timer);
            if (rule != null && timer.getParentElement() instanceof FlowNode event) {
                violations.add(InModel.violation(event, rule));
            }
        }
        for (UserTask task : InModel.all(model, UserTask.class)) {
            Stream.of(task.getCamundaDueDate(), task.getCamundaFollowUpDate())
                    .filter(date -> !isBlank(date))
                    .map(String::strip)
                    .filter(InModel::isConstant)
                    .map(Times::date)
                    .filter(Objects::nonNull)
                    .map(rule -> InModel.violation(task, rule))
                    .forEach(violations::add);
        }
        return violations;
    }

    private static @Nullable String rule(TimerEventDefinition timer) {
        String date = timer.getTimeDate() == null ? null : timer.getTimeDate().getTextContent();
        String duration =
                timer.getTimeDuration() == null ? null : timer.getTimeDuration().getTextContent();
        String cycle =
                timer.getTimeCycle() == null ? null : timer.getTimeCycle().getTextContent();
        if (Stream.of(date, duration, cycle).filter(Objects::nonNull).count() != 1) {
            return "a timer has one time: a date, a duration or a cycle; choose one";
        }
        if (Stream.of(date, duration, cycle).anyMatch(time -> time != null && time.length() > LONGEST)) {
            return "its time is longer than " + LONGEST + " characters; shorten it";
        }
        if (cycle != null) {
            return Times.cycle(cycle.strip());
        }
        if (date != null) {
            return InModel.isConstant(date) ? Times.date(date.strip()) : null;
        }
        String span = Objects.requireNonNull(duration);
        return InModel.isConstant(span) ? Times.duration(span.strip()) : null;
    }
}
