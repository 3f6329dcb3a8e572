package gm.sharing.workflow.gate.soundness;

import java.util.ArrayList;
import java.util.List;

/** By which flows a step can be left, whatever the data say; always in the order of the file, as the engine takes them. */
final class Choices {

    /** More conditions at one step would give more combinations than a search can try. */
    static final int MOST_CONDITIONS = 10;

    private Choices() {}

    /**
     * Each set of flows that the engine can take together.
     *
     * @return one empty set for a step that no flow leaves: the token ends there
     */
    static List<List<Flow>> of(Step step, List<Flow> out) {
        if (out.isEmpty()) {
            return List.of(List.of());
        }
        return switch (step.kind()) {
            case EXCLUSIVE -> oneOf(out);
            case PARALLEL -> List.of(out);
            default -> everyMix(out);
        };
    }

    /** The engine takes the first flow whose condition holds, and one without a condition always holds. */
    private static List<List<Flow>> oneOf(List<Flow> out) {
        List<List<Flow>> choices = new ArrayList<>();
        for (Flow flow : out) {
            choices.add(List.of(flow));
            if (!flow.conditional() && !flow.isDefault()) {
                return choices;
            }
        }
        return choices;
    }

    /** Flows without a condition always, each other one or not; the default flow when there is no other. */
    private static List<List<Flow>> everyMix(List<Flow> out) {
        List<Flow> conditional = out.stream().filter(Choices::isOpen).toList();
        List<List<Flow>> choices = new ArrayList<>();
        for (int mix = 0; mix < 1 << conditional.size(); mix++) {
            List<Flow> taken = new ArrayList<>();
            for (Flow flow : out) {
                int place = conditional.indexOf(flow);
                if (place >= 0 ? (mix & 1 << place) != 0 : !flow.isDefault()) {
                    taken.add(flow);
                }
            }
            if (!taken.isEmpty()) {
                choices.add(taken);
            }
        }
        if (conditional.size() == out.stream().filter(flow -> !flow.isDefault()).count()) {
            out.stream().filter(Flow::isDefault).forEach(flow -> choices.add(List.of(flow)));
        }
        return choices;
    }

    static boolean isOpen(Flow flow) {
        return flow.conditional() && !flow.isDefault();
    }
}
