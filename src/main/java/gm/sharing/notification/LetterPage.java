package gm.sharing.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of letters shows.
 *
 * @param heading what stands at the top
 * @param linkText what every link of a part says
 * @param choice address at which the reader chooses how letters come; null where it is not told
 */
record LetterPage(
        String subject, String heading, List<Part> parts, String linkText, String signature, @Nullable String choice) {

    LetterPage {
        parts = List.copyOf(parts);
    }

    /**
     * One notice.
     *
     * @param heading null where the letter's own says the same
     * @param paragraphs the lines of each
     * @param link address at which to go on
     * @param items what a letter of the day says of one project, instead of paragraphs and link
     */
    record Part(@Nullable String heading, List<List<String>> paragraphs, @Nullable String link, List<Item> items) {}

    /**
     * One line of a letter of the day.
     *
     * @param paragraphs only where nothing more is read behind a link
     */
    record Item(String text, @Nullable String link, List<List<String>> paragraphs) {}
}
