package gm.sharing.insight;

import gm.sharing.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A journey that never was, in 2011 or 2012: nothing in it is left to chance, and no two are the same.
 *
 * @param events of the project, by their type
 * @param said what partners were asked and said, round by round
 * @param rounds when each was opened and concluded
 */
record MadeUpJourney(
        String reference, String lead, Map<String, Instant> events, List<Said> said, List<List<Instant>> rounds) {

    static final int NUMBER = 50;

    /** With the kinds of the organisations, as the directory has them. */
    static final Map<String, String> KINDS =
            Map.of("manchester", "COUNCIL", "nhsgm", "ICB", "bolton", "COUNCIL", "gmp", "POLICE");

    private static final List<String> GROUNDS = List.of("no-power", "confidentiality", "no-power", "security");

    /**
     * What one partner was asked in one round.
     *
     * @param steps what was said when, by the step
     * @param pauses from asking the lead to the answer
     * @param ground of refusal, or empty
     */
    record Said(
            int round,
            String partner,
            Instant asked,
            Map<String, Instant> steps,
            List<List<Instant>> pauses,
            String decision,
            String ground,
            boolean late) {}

    static List<MadeUpJourney> all() {
        List<MadeUpJourney> all = new ArrayList<>();
        for (int number = 0; number < NUMBER; number++) {
            all.add(journey(number));
        }
        return all;
    }

    private static MadeUpJourney journey(int number) {
        var lead = number % 3 == 0 ? "nhsgm" : "manchester";
        Map<String, Instant> events = new LinkedHashMap<>();
        var day = LocalDate.of(2011, 1, 4).plusDays(number * 9L);
        events.put("project.proposed", at(day, 10, number));
        day = day.plusDays(1 + number % 7);
        events.put("project.flows-described", at(day, 16, 30));
        day = day.plusDays(number % 5);
        events.put("project.arrangements-agreed", at(day, 17, 0));
        day = day.plusDays(2 + number % 4);
        events.put("dpia.screened", at(day, 9, number));
        day = day.plusDays(number % 2 == 0 ? 3 : 20 + number % 13);
        events.put(number % 2 == 0 ? "dpia.no-dpia-decided" : "dpia.approved", at(day, 12, number));
        List<Said> said = new ArrayList<>();
        List<List<Instant>> rounds = new ArrayList<>();
        int last = 1 + (number % 5 == 4 ? 1 : 0) + (number % 10 == 9 ? 1 : 0);
        for (int round = 1; round <= last; round++) {
            day = day.plusDays(2 + number % 6);
            var opened = at(day, 11, number);
            var partners = round == 1 ? List.of("bolton", "gmp", "nhsgm") : List.of("bolton", "gmp");
            for (int place = 0; place < partners.size(); place++) {
                said.add(said(number, round, partners.get(place), place, opened, day, round < last));
            }
            day = day.plusDays(40);
            rounds.add(List.of(opened, at(day, 15, number)));
        }
        var reference = "SJ-2011-%04d".formatted(9_000 + number);
        if (number % 8 != 7) {
            events.put("agreement.published", at(day, 15, number).plusSeconds(60));
        }
        return new MadeUpJourney(reference, lead, events, said, rounds);
    }

    private static Said said(
            int number, int round, String partner, int place, Instant asked, LocalDate opened, boolean again) {
        Map<String, Instant> steps = new LinkedHashMap<>();
        List<List<Instant>> pauses = new ArrayList<>();
        var day = opened.plusDays(1 + (number + place * 2L) % 9);
        if ((number + place) % 4 == 1) {
            var waits = at(day, 14, 15);
            day = day.plusDays(3 + number % 6);
            pauses.add(List.of(waits, at(day, place % 2 == 0 ? 17 : 10, 0)));
        }
        day = day.plusDays(2 + number % 3);
        steps.put("REVIEW", at(day, 10 + place, number));
        if (again && place == 0) {
            return new Said(round, partner, asked, steps, pauses, "REQUEST_CHANGES", "", number % 3 == 0);
        }
        if (place == 1 && number % 12 == 5) {
            return new Said(round, partner, asked, steps, pauses, "REFUSE", GROUNDS.get(number / 12 % 4), false);
        }
        if (partner.equals("nhsgm")) {
            day = day.plusDays(number % 4);
            steps.put("CONFIDENTIAL_USE", at(day, 15, number));
        }
        if ((number + place) % 6 == 2) {
            pauses.add(List.of(at(day, 16, number), at(day.plusDays(5), 9, 0)));
            day = day.plusDays(6);
        }
        day = day.plusDays(1 + number % 6);
        steps.put("SIGNATURE", at(day, 16, 59));
        return new Said(round, partner, asked, steps, pauses, "SIGN", "", number % 7 == 0);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(Dates.LONDON).toInstant();
    }
}
