package gm.sharing.workflow.gate;

import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much a model may hold, so that the other rules look at it within a second or two. */
final class Sizes {

    private static final Words WORDS = Words.in("form/models");

    /** Our largest model has 87. */
    private static final int MOST_STEPS = 300;

    /** Each is read; our largest table has 44. */
    private static final int MOST_ROWS = 500;

    private Sizes() {}

    static List<Violation> violations(ModelFile file) {
        return switch (file.kind()) {
            case BPMN -> violations(file, References.STEPS, MOST_STEPS, "steps-too-many");
            case DMN -> violations(file, Set.of("rule"), MOST_ROWS, "rows-too-many");
            case FORM, CMMN, OTHER -> List.of();
        };
    }

    private static List<Violation> violations(ModelFile file, Set<String> counted, int most, String words) {
        return file.elements().stream()
                .filter(element -> counted.contains(element.name().getLocalPart()))
                .skip(most)
                .limit(1)
                .map(element -> element.violation(WORDS.text(words, Map.of("most", String.valueOf(most)))))
                .toList();
    }
}
