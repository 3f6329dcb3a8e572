package gm.sharing.journey;

import gm.sharing.journey.RunningPart.Condition;
import gm.sharing.wording.Words;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says on what it depends whether a step comes. */
final class Conditions {

    private static final Words WORDS = Words.in("journey/steps");

    private Conditions() {}

    /** What the model says of it, or else the question and the answers by which it comes; null when it comes for sure. */
    static @Nullable String inWords(@Nullable Condition condition) {
        if (condition == null) {
            return null;
        }
        if (!condition.words().isEmpty()) {
            return either(condition.words());
        }
        if (condition.answers().isEmpty()) {
            return WORDS.text("depends");
        }
        String answers = either(condition.answers());
        String question = condition.question();
        return question == null
                ? WORDS.text("if-between", Map.of("event", answers))
                : WORDS.text("if-answered", Map.of("question", question, "answer", answers));
    }

    private static String either(Iterable<String> all) {
        return String.join(" " + WORDS.text("or") + " ", all);
    }
}
