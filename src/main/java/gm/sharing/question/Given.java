package gm.sharing.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers to a question.
 *
 * @param value as {@link AnswerKind} says; null when they leave it open
 * @param chosen the labels of the options that were chosen
 * @param table of rows and groups; null for everything else
 */
public record Given(Question question, @Nullable String value, List<String> chosen, @Nullable AnswerTable table) {

    public Given {
        chosen = List.copyOf(chosen);
    }

    /** An answer whose value is what people read. */
    public static Given of(Question question, @Nullable String value) {
        return new Given(question, value, List.of(), null);
    }

    /** That a question is left open. */
    static Given open(Question question) {
        return of(question, null);
    }
}
