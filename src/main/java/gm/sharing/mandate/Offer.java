package gm.sharing.mandate;

import gm.sharing.Dates;
import gm.sharing.PlainText;
import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.deadline.TypedDay;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as somebody wants to give it, in what they typed.
 *
 * @param kinds codes of kinds of change
 * @param post what the giver is in the organisation
 * @param from the first day, such as 2027-03-01
 * @param until the last day
 */
record Offer(Set<String> kinds, String post, String from, String until) {

    private static final Words WORDS = Words.in("mandate/rules");
    private static final int LONGEST_POST = 200;

    static final Offer NOTHING = new Offer(Set.of(), "", "", "");

    /**
     * The days of the mandate.
     *
     * @throws Refused with everything that is missing or cannot be
     */
    Days mustFit(MandateKinds allowed, LocalDate today) {
        List<Complaint> complaints = new ArrayList<>();
        if (kinds.isEmpty() || !allowed.has(kinds)) {
            complaints.add(Complaint.of("kinds", WORDS.text(kinds.isEmpty() ? "no-kind" : "other-kind")));
        }
        String wrongPost = wrongPost();
        if (wrongPost != null) {
            complaints.add(Complaint.of("post", wrongPost));
        }
        LocalDate first = TypedDay.of(from.strip(), today).orElse(null);
        if (first == null || first.isBefore(today)) {
            complaints.add(Complaint.of("from", WORDS.text(first == null ? "no-day" : "before-today")));
        }
        LocalDate latest = lastOf(today, allowed);
        if (first != null && first.isAfter(latest)) {
            complaints.add(Complaint.of("from", tooLong("too-late", latest, allowed)));
        }
        LocalDate last = TypedDay.of(until.strip(), today).orElse(null);
        if (last == null) {
            complaints.add(Complaint.of("until", WORDS.text("no-day")));
        } else if (first != null && last.isBefore(first)) {
            complaints.add(Complaint.of("until", WORDS.text("before-first")));
        } else if (last.isAfter(latest)) {
            complaints.add(Complaint.of("until", tooLong("too-long", latest, allowed)));
        }
        if (!complaints.isEmpty() || first == null || last == null) {
            throw new Refused(complaints);
        }
        return new Days(first, last);
    }

    private @Nullable String wrongPost() {
        try {
            String kept = cleanPost();
            return kept.isEmpty()
                    ? WORDS.text("no-post")
                    : kept.length() > LONGEST_POST ? WORDS.text("long-post", Map.of("most", LONGEST_POST)) : null;
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    /** As it is kept. */
    String cleanPost() {
        return PlainText.of(post, false);
    }

    private String tooLong(String key, LocalDate latest, MandateKinds allowed) {
        return WORDS.text(key, Map.of("months", allowed.longest(kinds), "day", Dates.day(latest)));
    }

    /**
     * A year from 1 March ends on the last of February. It counts from the day on which the mandate is given, so that nobody gives
     * several that follow each other.
     */
    private LocalDate lastOf(LocalDate today, MandateKinds allowed) {
        return today.plusMonths(allowed.longest(kinds)).minusDays(1);
    }

    /** The first and the last day. */
    record Days(LocalDate first, LocalDate last) {}

    /** In the order of the table. */
    Set<String> inOrder(MandateKinds allowed) {
        Set<String> ordered = new LinkedHashSet<>();
        allowed.all().stream().map(row -> row.code()).filter(kinds::contains).forEach(ordered::add);
        return ordered;
    }
}
