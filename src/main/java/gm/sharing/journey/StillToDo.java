package gm.sharing.journey;

import gm.sharing.journey.RunningPart.Ahead;
import gm.sharing.journey.RunningPart.AheadStep;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what people have to do before the next milestone of a project, to whoever may see the project as it is. */
@Component
class StillToDo {

    /** What is longer is read step by step elsewhere. */
    private static final int MOST = 7;

    private final RunningParts parts;

    StillToDo(RunningParts parts) {
        this.parts = parts;
    }

    /**
     * The steps to a milestone.
     *
     * @param until how the way there is called
     * @param steps those that are open first
     * @param more how many are not among them
     */
    record Before(String until, List<Step> steps, int more) {}

    /**
     * A step, or several that are one to people.
     *
     * @param condition on what it depends, in words; null when it is open or comes for sure
     */
    record Step(String name, boolean now, @Nullable String condition) {}

    /** Null when nothing is left to do, or the person only looks back. */
    @Nullable Before of(ProjectAccess access) {
        return access.leftAt() != null || access.project().status().isEnd()
                ? null
                : parts.ahead(access.project().reference())
                        .filter(ahead -> !ahead.steps().isEmpty())
                        .map(StillToDo::list)
                        .orElse(null);
    }

    static Before list(Ahead ahead) {
        List<Step> steps = ahead.steps().stream()
                .collect(Collectors.groupingBy(StillToDo::place, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(StillToDo::step)
                .sorted(Comparator.comparing(step -> !step.now()))
                .toList();
        return new Before(ahead.until(), steps.stream().limit(MOST).toList(), Math.max(0, steps.size() - MOST));
    }

    /** What is open now stands for itself, whatever it is a part of. */
    private static Object place(AheadStep step) {
        return step.now() || step.partOf() == null ? new Object() : step.partOf();
    }

    private static Step step(List<AheadStep> one) {
        AheadStep first = one.get(0);
        return one.size() == 1
                ? new Step(first.name(), first.now(), Conditions.inWords(first.condition()))
                : new Step(Objects.requireNonNull(first.partOf()), false, null);
    }
}
