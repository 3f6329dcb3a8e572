package gm.sharing.insight;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts from an event log alone, as a tool for process mining does: it knows nothing of the record. */
final class CountFromLog {

    private static final Map<String, String> STEPS = Map.of(
            "signoff.reviewed", "REVIEW",
            "signoff.confidential-use-decided", "CONFIDENTIAL_USE",
            "signoff.signature-decided", "SIGNATURE");

    private final CountByHand count = new CountByHand();
    private final Map<String, String> kinds = new HashMap<>();

    /** What happened to one object: for a partner in one round. */
    private static final class Trace {
        private final Map<String, Instant> first = new LinkedHashMap<>();
        private final List<List<Instant>> pauses = new ArrayList<>();
        private Instant asked;
    }

    /** @param projects how the ids of the projects begin that count */
    static Map<String, List<String>> figures(JsonNode log, String projects) {
        var counting = new CountFromLog();
        log.get("objects").forEach(object -> object.get("attributes").forEach(attribute -> {
            if (attribute.get("name").asText().equals("kind")) {
                counting.kinds.put(
                        object.get("id").asText(), attribute.get("value").asText());
            }
        }));
        counting.count(log, projects);
        return counting.count.figures();
    }

    private void count(JsonNode log, String of) {
        Map<String, Trace> projects = new LinkedHashMap<>();
        Map<String, Trace> partners = new HashMap<>();
        for (var event : log.get("events")) {
            var type = event.get("type").asText();
            var at = Instant.parse(event.get("time").asText());
            for (var related : event.get("relationships")) {
                var object = related.get("objectId").asText();
                switch (related.get("qualifier").asText()) {
                    case "of" ->
                        projects.computeIfAbsent(object, none -> new Trace())
                                .first
                                .putIfAbsent(type, at);
                    case "asks" -> {
                        finish(object, partners.put(object, asked(at)), of);
                    }
                    case "for" -> said(partners.get(object), type, at);
                    default -> {}
                }
            }
        }
        partners.forEach((object, trace) -> finish(object, trace, of));
        projects.forEach((object, trace) -> {
            if (object.startsWith(of)) {
                count.addProject(trace.first, trace.first.get("round.opened"), label(object));
            }
        });
    }

    private static Trace asked(Instant at) {
        var trace = new Trace();
        trace.asked = at;
        return trace;
    }

    private static void said(Trace trace, String type, Instant at) {
        if (trace == null) {
            return;
        }
        switch (type) {
            case "signoff.question-asked" -> trace.pauses.add(new ArrayList<>(List.of(at)));
            case "signoff.question-answered" ->
                trace.pauses.get(trace.pauses.size() - 1).add(at);
            default -> {
                if (STEPS.containsKey(type)) {
                    trace.first.putIfAbsent(STEPS.get(type), at);
                }
            }
        }
    }

    private void finish(String object, Trace trace, String of) {
        if (trace != null && object.startsWith(of) && trace.first.containsKey("REVIEW")) {
            count.addPartner(trace.asked, trace.first, trace.pauses, label(object));
        }
    }

    private String label(String object) {
        return CountByHand.label(kinds.get(object).toUpperCase(Locale.ROOT));
    }
}
