package gm.sharing.insight;

import gm.sharing.Dates;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts as somebody would with a calendar: day by day, with the bank holidays of the two years as the government published
 * them, the wedding of 2011 and the jubilee of 2012 among them. It shares nothing with the program.
 */
final class CountByHand {

    private static final Set<LocalDate> BANK_HOLIDAYS = Stream.of(
                    "2011-01-03",
                    "2011-04-22",
                    "2011-04-25",
                    "2011-04-29",
                    "2011-05-02",
                    "2011-05-30",
                    "2011-08-29",
                    "2011-12-26",
                    "2011-12-27",
                    "2012-01-02",
                    "2012-04-06",
                    "2012-04-09",
                    "2012-05-07",
                    "2012-06-04",
                    "2012-06-05",
                    "2012-08-27",
                    "2012-12-25",
                    "2012-12-26")
            .map(LocalDate::parse)
            .collect(Collectors.toSet());

    private final Map<String, List<Integer>> days = new TreeMap<>();

    static int workingDays(Instant start, Instant end, List<List<Instant>> pauses) {
        int count = 0;
        for (var day = Dates.on(start); !day.isAfter(Dates.on(end)); day = day.plusDays(1)) {
            var over = day.atTime(17, 0).atZone(Dates.LONDON).toInstant();
            boolean waits =
                    pauses.stream().anyMatch(pause -> over.isAfter(pause.get(0)) && !over.isAfter(pause.get(1)));
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY
                    && day.getDayOfWeek() != DayOfWeek.SUNDAY
                    && !BANK_HOLIDAYS.contains(day)
                    && over.isAfter(start)
                    && !over.isAfter(end)
                    && !waits) {
                count++;
            }
        }
        return count;
    }

    /** Adds what one stretch took, for all kinds and for one. */
    void add(Stretch stretch, String kind, Instant start, Instant end, List<List<Instant>> pauses) {
        int counted = workingDays(start, end, pauses);
        for (var of : List.of("All kinds", kind)) {
            days.computeIfAbsent(stretch.label() + " | " + of, none -> new ArrayList<>())
                    .add(counted);
        }
    }

    /** By stage and kind: how many, the median, and what nine of ten do not exceed. */
    Map<String, List<String>> figures() {
        Map<String, List<String>> figures = new TreeMap<>();
        days.forEach((what, counted) -> {
            List<Integer> sorted = new ArrayList<>(counted);
            Collections.sort(sorted);
            int half = sorted.size() / 2;
            double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
            int ninetieth = sorted.stream()
                    .filter(one -> sorted.stream().filter(other -> other <= one).count() * 10 >= sorted.size() * 9L)
                    .findFirst()
                    .orElseThrow();
            figures.put(
                    what,
                    List.of(
                            String.valueOf(sorted.size()),
                            median == Math.rint(median) ? String.valueOf((int) median) : String.valueOf(median),
                            String.valueOf(ninetieth)));
        });
        return figures;
    }

    /** What the journeys took. */
    static Map<String, List<String>> of(List<MadeUpJourney> journeys) {
        var count = new CountByHand();
        for (var journey : journeys) {
            count.addProject(
                    journey.events(), journey.rounds().get(0).get(0), label(MadeUpJourney.KINDS.get(journey.lead())));
            for (var said : journey.said()) {
                count.addPartner(
                        said.asked(), said.steps(), said.pauses(), label(MadeUpJourney.KINDS.get(said.partner())));
            }
        }
        return count.figures();
    }

    void addProject(Map<String, Instant> events, Instant sent, String kind) {
        var proposed = events.get("project.proposed");
        var described = events.get("project.flows-described");
        var arranged = events.get("project.arrangements-agreed");
        var screened = events.get("dpia.screened");
        var assessed = events.getOrDefault("dpia.approved", events.get("dpia.no-dpia-decided"));
        add(Stretch.DESCRIBE, kind, proposed, described, List.of());
        add(Stretch.ARRANGE, kind, described, arranged, List.of());
        add(Stretch.SCREEN, kind, arranged, screened, List.of());
        add(Stretch.ASSESS, kind, screened, assessed, List.of());
        add(Stretch.DRAFT, kind, assessed, sent, List.of());
        if (events.containsKey("agreement.published")) {
            add(Stretch.SIGN_OFF, kind, sent, events.get("agreement.published"), List.of());
            add(Stretch.WHOLE, kind, proposed, events.get("agreement.published"), List.of());
        }
    }

    void addPartner(Instant asked, Map<String, Instant> steps, List<List<Instant>> pauses, String kind) {
        var reviewed = steps.get("REVIEW");
        var agreed = steps.get("CONFIDENTIAL_USE");
        var signed = steps.get("SIGNATURE");
        add(Stretch.REVIEW, kind, asked, reviewed, pauses);
        if (agreed != null) {
            add(Stretch.CONFIDENTIAL_USE, kind, reviewed, agreed, pauses);
        }
        if (signed != null) {
            add(Stretch.SIGNATURE, kind, agreed == null ? reviewed : agreed, signed, pauses);
        }
        add(Stretch.DECISION, kind, asked, signed == null ? reviewed : signed, pauses);
    }

    static String label(String kind) {
        return Map.of("COUNCIL", "Council", "ICB", "Integrated care board", "POLICE", "Police")
                .get(kind);
    }
}
