package gm.sharing.workflow.gate.soundness;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened so far, last first.
 *
 * @param step that was left, or at which a token waits for others
 * @param by how the token had come
 * @param taken the flows by which it was left; null while it waits
 */
record Trace(@Nullable Trace before, Step step, Flow by, @Nullable List<Flow> taken) {

    static List<Trace> inOrder(@Nullable Trace last) {
        Deque<Trace> all = new ArrayDeque<>();
        for (Trace trace = last; trace != null; trace = trace.before) {
            all.addFirst(trace);
        }
        return List.copyOf(all);
    }
}
