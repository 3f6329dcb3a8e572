package gm.sharing.standing;

import static java.util.stream.Collectors.joining;

import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts together what the rows of a table say of each recipient in each flow. A condition is told once where all say the same. Nothing
 * counts as met unless a row says so and all that could say otherwise is known.
 */
public final class Answered {

    private static final Words WORDS = Words.in("standing/told");

    /** Of recipients or flows that are named; the others are counted. */
    private static final int MOST_NAMED = 10;

    /** Of reasons for one answer that are told apart. */
    private static final int MOST_REASONS = 3;

    private final Set<String> conditions;
    private final Map<About, List<RowSays>> asked = new LinkedHashMap<>();

    /** @param conditions all that the table has, in its order */
    public Answered(Collection<String> conditions) {
        this.conditions = new LinkedHashSet<>(conditions);
    }

    /** Takes the rows that apply there, and those of which nobody can tell. */
    public void add(About about, List<RowSays> rows) {
        asked.put(about, rows);
        rows.forEach(row -> conditions.add(row.condition()));
    }

    private record Outcome(StandingAnswer answer, String reason) {}

    /** Every condition with its answers. */
    public List<ToldCondition> told() {
        List<ToldCondition> told = new ArrayList<>();
        for (String condition : conditions) {
            Map<StandingAnswer, Map<String, Set<About>>> outcomes = new EnumMap<>(StandingAnswer.class);
            asked.forEach((about, rows) -> {
                Outcome outcome = outcome(rows.stream()
                        .filter(row -> row.condition().equals(condition))
                        .toList());
                outcomes.computeIfAbsent(outcome.answer(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(outcome.reason(), any -> new LinkedHashSet<>())
                        .add(about);
            });
            outcomes.forEach((answer, reasons) -> few(reasons)
                    .forEach((reason, abouts) -> told.add(new ToldCondition(
                            condition, answer, abouts.size() == asked.size() ? null : inWords(abouts), reason))));
        }
        return told;
    }

    /** Reasons may name recipients, so that there may be as many; then only some of them are told, together. */
    private static Map<String, Set<About>> few(Map<String, Set<About>> reasons) {
        if (reasons.size() <= MOST_REASONS) {
            return reasons;
        }
        Set<About> all = new LinkedHashSet<>();
        reasons.values().forEach(all::addAll);
        return Map.of(
                WORDS.text(
                        "more-reasons",
                        Map.of(
                                "reasons",
                                reasons.keySet().stream().limit(MOST_REASONS).collect(joining(" ")),
                                "number",
                                reasons.size() - MOST_REASONS)),
                all);
    }

    /** The gravest that applies; what is not known stands between “not met” and “met”. */
    private static Outcome outcome(List<RowSays> rows) {
        StandingAnswer answer = Stream.concat(
                        rows.stream().filter(RowSays::applies).map(RowSays::answer),
                        rows.stream().filter(RowSays::leavesOpen).map(row -> StandingAnswer.LOOK))
                .min(Comparator.naturalOrder())
                .orElse(StandingAnswer.LOOK);
        String reason = rows.stream()
                .filter(row -> row.applies() ? row.answer() == answer : answer == StandingAnswer.LOOK)
                .map(RowSays::reason)
                .distinct()
                .collect(joining(" "));
        return new Outcome(answer, reason.isEmpty() ? WORDS.text("no-row") : reason);
    }

    /** By recipient where it is so in every flow to them, else by flow where it is so for every recipient, else one by one. */
    private String inWords(Set<About> abouts) {
        if (isWhole(abouts, About::recipient)) {
            return distinct(abouts, About::recipient);
        }
        if (isWhole(abouts, About::flow)) {
            return distinct(abouts, about -> WORDS.text("flow", Map.of("number", about.flow())));
        }
        return distinct(
                abouts, about -> WORDS.text("flow-to", Map.of("number", about.flow(), "recipient", about.recipient())));
    }

    private boolean isWhole(Set<About> abouts, Function<About, Object> by) {
        Set<Object> these = new LinkedHashSet<>();
        abouts.forEach(about -> these.add(by.apply(about)));
        return asked.keySet().stream().allMatch(about -> abouts.contains(about) || !these.contains(by.apply(about)));
    }

    private static String distinct(Set<About> abouts, Function<About, String> words) {
        List<String> all = abouts.stream().map(words).distinct().toList();
        String named = all.stream().limit(MOST_NAMED).collect(joining(", "));
        return all.size() <= MOST_NAMED
                ? named
                : WORDS.text("more", Map.of("named", named, "number", all.size() - MOST_NAMED));
    }
}
