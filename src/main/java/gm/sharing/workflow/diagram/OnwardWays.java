package gm.sharing.workflow.diagram;

import gm.sharing.journey.RunningPart.Condition;
import gm.sharing.workflow.diagram.WayMap.Fork;
import gm.sharing.workflow.diagram.WayMap.Way;
import gm.sharing.workflow.gate.table.Remembered;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What comes from where a process is: to its next milestone, and on to its end. A milestone is an element of which the model says, by
 * the property {@code milestone}, how the way to it is called.
 */
final class OnwardWays {

    private static final String BEGIN = "#begin";

    private static final String HERE = "#here";

    private static final int MOST_REMEMBERED = 100;

    private final WayMap map;
    private final Map<String, String> names;
    private final Set<String> steps;
    private final Map<String, String> milestones;
    private final Remembered<Set<String>, Map<String, Comes>> known = new Remembered<>(MOST_REMEMBERED);

    /**
     * @param begins where the process begins
     * @param names what elements are called
     * @param steps the elements at which anything is done
     * @param milestones how the way to each of them is called, in the order in which they are drawn
     */
    OnwardWays(
            WayMap map,
            Set<String> begins,
            Map<String, String> names,
            Set<String> steps,
            Map<String, String> milestones) {
        this.map = map.from(BEGIN, begins);
        this.names = Map.copyOf(names);
        this.steps = Set.copyOf(steps);
        this.milestones = Collections.unmodifiableMap(new LinkedHashMap<>(milestones));
    }

    /**
     * Something that comes.
     *
     * @param condition on what it depends; null when it comes for sure, unless something comes in between
     * @param until how the way is called on which it lies; null behind the last milestone, and on ways back
     */
    record Comes(@Nullable Condition condition, @Nullable String until) {}

    /** How the way to the next milestone is called when all these are reached at once; empty when none comes. */
    Optional<String> next(Set<String> here) {
        return milestone(here).map(milestones::get);
    }

    /** What comes when all these are reached at once, by the element. */
    Map<String, Comes> from(Set<String> here) {
        return known.of(Set.copyOf(here), this::find);
    }

    private Map<String, Comes> find(Set<String> here) {
        Map<String, Comes> comes = new HashMap<>();
        Set<String> at = here;
        Set<String> passed = new HashSet<>();
        Optional<String> next = milestone(at);
        while (next.filter(passed::add).isPresent()) {
            String until = milestones.get(next.get());
            between(at, next.get()).forEach((place, on) -> comes.putIfAbsent(place, new Comes(on.orElse(null), until)));
            at = Set.of(next.get());
            next = milestone(at);
        }
        between(at, DrawnWays.END).forEach((place, on) -> comes.putIfAbsent(place, new Comes(on.orElse(null), null)));
        if (!passed.isEmpty()) {
            between(here, DrawnWays.END)
                    .forEach((place, on) -> comes.putIfAbsent(place, new Comes(on.orElse(Condition.SOME), null)));
        }
        here.forEach(comes::remove);
        return Map.copyOf(comes);
    }

    /** Of several to which different ways lead the one that is drawn last, as the others lie behind by then. */
    private Optional<String> milestone(Set<String> here) {
        WayMap from = map.from(HERE, here);
        return milestones.keySet().stream()
                .filter(one -> !here.contains(one))
                .filter(one -> from.reached(HERE, others(one, here)).contains(one))
                .reduce((one, later) -> later);
    }

    private Set<String> others(String milestone, Set<String> here) {
        return milestones.keySet().stream()
                .filter(other -> !other.equals(milestone) && !here.contains(other))
                .collect(Collectors.toSet());
    }

    private Map<String, Optional<Condition>> between(Set<String> here, String target) {
        WayMap from = map.from(HERE, here);
        WayMap near = from.within(from.between(HERE, target));
        Set<String> places = from.without(behind(from, here, target)).between(HERE, target);
        return places.stream()
                .filter(names::containsKey)
                .collect(Collectors.toMap(Function.identity(), place -> condition(near, place, target)));
    }

    /**
     * What was passed to come here and need not be passed again: who is not sent back does not do it again. Whoever decides now where
     * to go back to may do all of it again.
     */
    private Set<String> behind(WayMap from, Set<String> here, String target) {
        Set<String> behind = here.stream()
                .map(one -> map.passed(BEGIN, one, Set.of()).orElse(Set.of()))
                .reduce((some, more) -> some.stream().filter(more::contains).collect(Collectors.toSet()))
                .map(HashSet::new)
                .orElseGet(HashSet::new);
        Set<String> otherSteps =
                steps.stream().filter(step -> !behind.contains(step)).collect(Collectors.toSet());
        otherSteps.removeAll(here);
        if (from.reached(HERE, otherSteps).stream().anyMatch(behind::contains)) {
            return Set.of();
        }
        from.passed(HERE, target, Set.of()).ifPresent(behind::removeAll);
        behind.remove(target);
        return behind;
    }

    private Optional<Condition> condition(WayMap near, String place, String target) {
        return !place.equals(target) && near.mayMiss(place, HERE, target)
                ? Optional.of(
                        near.lastFork(HERE, place, target).map(this::condition).orElse(Condition.SOME))
                : Optional.empty();
    }

    private Condition condition(Fork fork) {
        return new Condition(
                fork.leading().stream().allMatch(Way::comesBetween) ? null : names.get(fork.at()),
                all(fork, Way::answer),
                all(fork, Way::when));
    }

    private static List<String> all(Fork fork, Function<Way, @Nullable String> words) {
        return fork.leading().stream()
                .map(words)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
