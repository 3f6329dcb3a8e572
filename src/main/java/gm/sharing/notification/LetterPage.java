package gm.sharing.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of letters shows.
 *
 * @param heading what stands at the top
 * @param linkText what every link says
 */
record LetterPage(String subject, String heading, List<Part> parts, String linkText, String signature) {

    LetterPage {
        parts = List.copyOf(parts);
    }

    /**
     * One notice.
     *
     * @param heading null where the letter's own says the same
     * @param paragraphs the lines of each
     * @param link address at which to go on
     */
    record Part(@Nullable String heading, List<List<String>> paragraphs, @Nullable String link) {}
}
