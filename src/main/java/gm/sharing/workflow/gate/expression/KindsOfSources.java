package gm.sharing.workflow.gate.expression;

import java.util.HashMap;
import java.util.Map;

/** Finds out once what each source of a variable gives. Some lead back to themselves, also by way of other processes. */
final class KindsOfSources {

    /** What leads in circles is looked at again from each of its places. */
    private static final int MOST_LOOKS = 20_000;

    private final Map<VariableSource, Kind> known = new HashMap<>();
    private final Map<VariableSource, Integer> finding = new HashMap<>();
    private int comesBackTo = Integer.MAX_VALUE;
    private int looks;

    Kind of(VariableSource source) {
        Kind kind = known.get(source);
        if (kind != null) {
            return kind;
        }
        Integer begun = finding.get(source);
        if (begun != null) {
            comesBackTo = Math.min(comesBackTo, begun);
            return Kind.UNKNOWN.meaning(Meant.NOBODY_YET);
        }
        looks++;
        return looks > MOST_LOOKS ? Kind.UNKNOWN : find(source);
    }

    /** What was found within a circle is not all that it can be, and is not kept. */
    private Kind find(VariableSource source) {
        int depth = finding.size();
        int before = comesBackTo;
        comesBackTo = Integer.MAX_VALUE;
        finding.put(source, depth);
        Kind found = source.kind().get();
        finding.remove(source);
        if (comesBackTo < depth) {
            comesBackTo = Math.min(before, comesBackTo);
        } else {
            comesBackTo = before;
            known.put(source, found);
        }
        return found;
    }
}
