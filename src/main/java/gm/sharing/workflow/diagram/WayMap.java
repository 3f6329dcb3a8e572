package gm.sharing.workflow.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which place leads to which, and what lies between two of them. A way that comes back to where it has been is none.
 *
 * @param next the ways on from each place that has any
 * @param together the places from which all ways are taken at once
 * @param breaksOff whether one of several ways that are taken at once may break off the others
 */
record WayMap(Map<String, List<Way>> next, Set<String> together, boolean breaksOff) {

    /**
     * A way on.
     *
     * @param answer what it is called; null when it has no name
     * @param when on what it depends, in the model's own words; null when it gives none
     * @param comesBetween whether it is taken only when something comes in between
     */
    record Way(String to, @Nullable String answer, @Nullable String when, boolean comesBetween) {

        static Way to(String to) {
            return new Way(to, null, null, false);
        }
    }

    /** Where ways part, and those of them that lead somewhere. */
    record Fork(String at, List<Way> leading) {}

    WayMap {
        next = Map.copyOf(next);
        together = Set.copyOf(together);
    }

    /** The same with one place more, from which all these are reached at once. */
    WayMap from(String start, Collection<String> reached) {
        Map<String, List<Way>> more = new HashMap<>(next);
        more.put(start, reached.stream().map(Way::to).toList());
        Set<String> all = new HashSet<>(together);
        all.add(start);
        return new WayMap(more, all, breaksOff);
    }

    /** The same between some places only. */
    WayMap within(Set<String> places) {
        Map<String, List<Way>> fewer = new HashMap<>();
        next.forEach((place, ways) -> {
            if (places.contains(place)) {
                fewer.put(
                        place,
                        ways.stream().filter(way -> places.contains(way.to())).toList());
            }
        });
        return new WayMap(fewer, together, breaksOff);
    }

    /** The same without some places. */
    WayMap without(Set<String> places) {
        Set<String> others = new HashSet<>(next.keySet());
        next.values().forEach(ways -> ways.forEach(way -> others.add(way.to())));
        others.removeAll(places);
        return within(others);
    }

    List<Way> waysFrom(String place) {
        return next.getOrDefault(place, List.of());
    }

    /** What is reached from somewhere without the places that are avoided. */
    Set<String> reached(String from, Set<String> avoided) {
        return steps(from, avoided).keySet();
    }

    /** All that lies on a way from one place to another, these two among it; empty when there is no way. */
    Set<String> between(String from, String to) {
        Set<String> reached = reached(from, Set.of());
        if (!reached.contains(to)) {
            return Set.of();
        }
        WayMap near = within(with(reached, from));
        Set<String> between = new HashSet<>(Set.of(from, to));
        reached.stream().filter(place -> near.liesBetween(from, place, to)).forEach(between::add);
        return between;
    }

    /** What must be passed before a place narrows down how one can have come there, and the other way round. */
    private boolean liesBetween(String from, String place, String to) {
        Set<String> behind = Set.of();
        Set<String> before = Set.of();
        while (true) {
            Optional<Set<String>> there = passed(from, place, with(behind, to));
            Optional<Set<String>> onwards = there.flatMap(passed -> passed(place, to, with(with(passed, from), place)));
            if (onwards.isEmpty()) {
                return false;
            }
            if (onwards.get().equals(behind) && there.orElseThrow().equals(before)) {
                return true;
            }
            before = there.orElseThrow();
            behind = onwards.get();
        }
    }

    /** What every way from one place to another passes, nearest to the first one first; empty when there is none. */
    Optional<Set<String>> passed(String from, String to, Set<String> avoided) {
        Set<String> others = new HashSet<>(avoided);
        others.remove(to);
        Map<String, String> steps = steps(from, others);
        if (!steps.containsKey(to)) {
            return Optional.empty();
        }
        List<String> onOneWay = new ArrayList<>();
        for (String place = steps.get(to); !from.equals(place); place = steps.get(place)) {
            onOneWay.add(place);
        }
        Collections.reverse(onOneWay);
        Set<String> every = new LinkedHashSet<>();
        onOneWay.stream()
                .filter(place -> !reached(from, with(others, place)).contains(to))
                .forEach(every::add);
        return Optional.of(every);
    }

    /** Whether one may come from one place to another without a third, where nothing comes in between. */
    boolean mayMiss(String missed, String from, String to) {
        Set<String> may = new HashSet<>(Set.of(to));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (String place : next.keySet()) {
                if (!place.equals(missed) && leadsTo(place, may)) {
                    changed |= may.add(place);
                }
            }
        }
        return may.contains(from);
    }

    private boolean leadsTo(String place, Set<String> places) {
        List<String> on = waysFrom(place).stream()
                .filter(way -> !way.comesBetween())
                .map(Way::to)
                .toList();
        boolean all = together.contains(place) && !breaksOff;
        return !on.isEmpty() && (all ? places.containsAll(on) : on.stream().anyMatch(places::contains));
    }

    /** The last place before another one where ways part, some of which lead there and others past it; empty when there is none. */
    Optional<Fork> lastFork(String from, String place, String to) {
        List<String> passed = new ArrayList<>(passed(from, place, Set.of(to)).orElse(Set.of()));
        Collections.reverse(passed);
        for (String fork : passed) {
            List<Way> ways = waysFrom(fork);
            Set<String> before = with(passed(from, fork, Set.of(place, to)).orElse(Set.of()), fork);
            List<Way> leading = ways.stream()
                    .filter(way -> way.to().equals(place)
                            || reached(way.to(), with(before, to)).contains(place))
                    .toList();
            if (!together.contains(fork) && !leading.isEmpty() && leading.size() < ways.size()) {
                return Optional.of(new Fork(fork, leading));
            }
        }
        return Optional.empty();
    }

    /** What is reached, each with the place before it on a shortest way. */
    private Map<String, String> steps(String from, Set<String> avoided) {
        Map<String, String> steps = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String here = open.remove();
            for (Way way : waysFrom(here)) {
                if (!avoided.contains(way.to())
                        && !way.to().equals(from)
                        && steps.putIfAbsent(way.to(), here) == null) {
                    open.add(way.to());
                }
            }
        }
        return steps;
    }

    private static Set<String> with(Set<String> places, String one) {
        Set<String> more = new HashSet<>(places);
        more.add(one);
        return more;
    }
}
