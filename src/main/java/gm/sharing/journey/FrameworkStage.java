package gm.sharing.journey;

import gm.sharing.wording.Words;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the seven stages of the Greater Manchester Information Sharing Framework.
 *
 * @param number from 1
 */
public record FrameworkStage(int number, String name, String question) {

    private static final Words WORDS = Words.in("journey/stages");

    private static final List<String> NAMES =
            List.of("purpose", "needs", "who", "practical-steps", "how", "review", "exit-planning");

    private static final List<String> QUESTIONS = List.of(
            "purpose-question",
            "needs-question",
            "who-question",
            "practical-steps-question",
            "how-question",
            "review-question",
            "exit-planning-question");

    /** The seven in their order. */
    public static List<FrameworkStage> all() {
        return IntStream.rangeClosed(1, NAMES.size())
                .mapToObj(number -> new FrameworkStage(
                        number, WORDS.text(NAMES.get(number - 1)), WORDS.text(QUESTIONS.get(number - 1))))
                .toList();
    }
}
