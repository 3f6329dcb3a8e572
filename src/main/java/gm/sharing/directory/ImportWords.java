package gm.sharing.directory;

import gm.sharing.wording.Words;
import java.util.HashMap;
import java.util.Map;

/** What is said of imported files and of the people of an organisation. */
final class ImportWords {

    private static final Words WORDS = Words.in("directory/people");

    private ImportWords() {}

    /**
     * A text with its values.
     *
     * @param values names and values in turn
     */
    static String of(String key, Object... values) {
        Map<String, Object> named = new HashMap<>();
        for (int at = 0; at < values.length; at += 2) {
            named.put(String.valueOf(values[at]), values[at + 1]);
        }
        return WORDS.text(key, named);
    }
}
