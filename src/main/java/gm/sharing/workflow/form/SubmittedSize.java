package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.Refused;
import gm.sharing.wording.Words;

/** Refuses more than anybody types into a form, before anything else is done with it. */
public final class SubmittedSize {

    private static final Words WORDS = Words.in("form/rules");

    /** Rows in a list, and lists in rows; the forms have three levels. */
    private static final int DEEPEST = 10;

    /** Of values; the longest forms have some thousands with all their rows. */
    private static final int MOST = 20_000;

    /** Of characters, in all fields together. */
    private static final int LONGEST = 2_000_000;

    private int values;
    private int characters;

    /**
     * Refuses answers of which no more could be handed in.
     *
     * @throws TooMuch when they are more than a form takes
     */
    public static void check(JsonNode answers) {
        new SubmittedSize().add(answers, 0);
    }

    /** @throws TooMuch when it is too much with what came before */
    void add(JsonNode answer) {
        add(answer, 1);
    }

    private void add(JsonNode value, int depth) {
        values++;
        characters += value.isTextual() ? value.textValue().length() : 0;
        if (depth > DEEPEST || values > MOST || characters > LONGEST) {
            throw new TooMuch(WORDS.text("too-much"));
        }
        value.forEach(part -> add(part, depth + 1));
    }

    /** The answers are more than a form takes. */
    public static final class TooMuch extends Refused {

        private TooMuch(String message) {
            super(message);
        }
    }
}
