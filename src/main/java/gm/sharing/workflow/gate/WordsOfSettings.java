package gm.sharing.workflow.gate;

import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Settings that have a few words to choose from. The engine takes every other spelling for nothing, or reads it its own way. */
final class WordsOfSettings {

    private static final Words WORDS = Words.in("form/models");

    private static final List<String> TRUTH = List.of("true", "false");

    private static final Map<String, List<String>> SETTINGS = Map.ofEntries(
            Map.entry("isExecutable", TRUTH),
            Map.entry("isSequential", TRUTH),
            Map.entry("isInterrupting", TRUTH),
            Map.entry("cancelActivity", TRUTH),
            Map.entry("triggeredByEvent", TRUTH),
            Map.entry("asyncBefore", TRUTH),
            Map.entry("asyncAfter", TRUTH),
            Map.entry("exclusive", TRUTH),
            Map.entry("isStartableInTasklist", TRUTH),
            Map.entry("local", TRUTH),
            Map.entry("variables", List.of("all")),
            Map.entry("event", List.of("start", "end", "take")),
            Map.entry("mapDecisionResult", List.of("singleEntry", "singleResult", "collectEntries", "resultList")),
            Map.entry("instantiate", List.of("false")),
            Map.entry("eventGatewayType", List.of("Exclusive")));

    private WordsOfSettings() {}

    static List<Violation> violations(ModelFile file) {
        List<Violation> violations = new ArrayList<>();
        for (XmlElement element : file.elements()) {
            element.attributes().forEach((name, value) -> {
                List<String> words = SETTINGS.getOrDefault(name.getLocalPart(), List.of(value));
                if (!words.contains(value)) {
                    violations.add(element.violation(WORDS.text(
                            "word-of-setting",
                            Map.of("setting", name.getLocalPart(), "words", String.join(", ", words)))));
                }
            });
        }
        return violations;
    }
}
