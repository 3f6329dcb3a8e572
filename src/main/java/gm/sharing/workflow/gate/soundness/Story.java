package gm.sharing.workflow.gate.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what happened as a path of names. */
final class Story {

    private Story() {}

    /** The steps in the order in which they were left, with the names of the flows chosen; the gateways without a name left out. */
    static String path(Scope scope, @Nullable Trace last) {
        List<String> names = new ArrayList<>();
        for (Trace trace : Trace.inOrder(last)) {
            if (isTold(trace)) {
                names.add(trace.step().label() + chosen(scope, trace));
            }
        }
        String path = String.join(" → ", names);
        return scope.name().isEmpty() ? path : "in “" + scope.name() + "”: " + path;
    }

    private static boolean isTold(Trace trace) {
        boolean waitsForOthers = trace.taken() == null && trace.step().isGateway();
        return !waitsForOthers
                && !(trace.step().isGateway() && trace.step().name().isEmpty());
    }

    private static String chosen(Scope scope, Trace trace) {
        List<Flow> taken = trace.taken();
        if (taken == null
                || taken.size() == scope.out().get(trace.step().index()).size()) {
            return "";
        }
        String names =
                taken.stream().map(Flow::name).filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " (" + names + ")";
    }

    /** By which flows tokens have come to a gateway since it last went on. */
    static List<Flow> arrived(Step gateway, @Nullable Trace last) {
        List<Flow> arrived = new ArrayList<>();
        for (Trace trace = last; trace != null; trace = trace.before()) {
            if (trace.step().equals(gateway)) {
                if (trace.taken() != null) {
                    break;
                }
                arrived.add(0, trace.by());
            }
        }
        return arrived;
    }

    /** Names in a sentence. */
    static String list(Scope scope, List<Integer> steps) {
        List<String> names =
                steps.stream().map(step -> scope.step(step).quoted()).distinct().toList();
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
