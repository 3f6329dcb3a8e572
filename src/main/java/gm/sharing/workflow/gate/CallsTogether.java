package gm.sharing.workflow.gate;

import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a process does with all that it calls stays within bounds: sixty partners within sixty within sixty are 216,000. */
@Component
@Order(5)
class CallsTogether extends BpmnRule {

    /** Advice of each of several about each of several. */
    private static final int DEEPEST = 2;

    /** Of a process and all that it calls, each as often as it is called; our largest has 318. */
    private static final int MOST_STEPS = 1_000;

    private static final Words WORDS = Words.in("form/models");

    /** @param deep how many of its steps for each of several stand within each other */
    private record Reach(int deep, long steps) {}

    @Override
    public boolean looksAtOthers() {
        return true;
    }

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        var reaching = new Reaching(surroundings);
        List<Violation> violations = new ArrayList<>();
        for (Activity activity : InModel.all(model, Activity.class)) {
            if (isForEach(activity) && reaching.deep(activity) > DEEPEST) {
                violations.add(InModel.violation(activity, WORDS.text("each-too-deep")));
            }
        }
        if (reaching.of(model).steps() > MOST_STEPS) {
            InModel.all(model, Process.class).stream()
                    .map(process -> InModel.violation(
                            process, WORDS.text("calls-too-many", Map.of("most", String.valueOf(MOST_STEPS)))))
                    .forEach(violations::add);
        }
        return violations;
    }

    private static boolean isForEach(Activity activity) {
        return activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
    }

    /** Looks at each called process once; one that ends up calling itself is refused for that. */
    private static final class Reaching {

        private static final Reach NOTHING = new Reach(0, 0);

        private final Surroundings surroundings;
        private final Map<String, Reach> known = new HashMap<>();
        private final Set<String> calling = new HashSet<>();

        Reaching(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        Reach of(BpmnModelInstance model) {
            int deep = InModel.all(model, Activity.class).stream()
                    .mapToInt(this::deep)
                    .max()
                    .orElse(0);
            long steps = InModel.all(model, FlowNode.class).size()
                    + InModel.all(model, CallActivity.class).stream()
                            .mapToLong(call -> called(call).steps())
                            .sum();
            return new Reach(deep, Math.min(steps, MOST_STEPS + 1));
        }

        int deep(Activity activity) {
            int around = 0;
            for (ModelElementInstance element = activity; element != null; element = element.getParentElement()) {
                around += element instanceof Activity step && isForEach(step) ? 1 : 0;
            }
            return around
                    + (activity instanceof CallActivity call ? called(call).deep() : 0);
        }

        private Reach called(CallActivity call) {
            String process = String.valueOf(call.getCalledElement());
            if (known.containsKey(process) || !calling.add(process)) {
                return known.getOrDefault(process, NOTHING);
            }
            Reach reach = surroundings
                    .find(ModelFile.Kind.BPMN, process)
                    .map(file -> of(file.bpmn()))
                    .orElse(NOTHING);
            calling.remove(process);
            known.put(process, reach);
            return reach;
        }
    }
}
