package gm.sharing.journey;

import gm.sharing.journey.RunningPart.Ahead;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what people have to do before the next milestone of a project, to whoever may see the project as it is. */
@Component
class StillToDo {

    /** What is longer is read step by step elsewhere. */
    private static final int MOST = 9;

    private final RunningParts parts;

    StillToDo(RunningParts parts) {
        this.parts = parts;
    }

    /**
     * The steps to a milestone.
     *
     * @param until how the way there is called
     * @param more how many steps are not among them
     */
    record Before(String until, List<Step> steps, int more) {}

    /**
     * A step.
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

    private static Before list(Ahead ahead) {
        return new Before(
                ahead.until(),
                ahead.steps().stream()
                        .limit(MOST)
                        .map(step -> new Step(step.name(), step.now(), Conditions.inWords(step.condition())))
                        .toList(),
                Math.max(0, ahead.steps().size() - MOST));
    }
}
