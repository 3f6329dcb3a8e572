package gm.sharing.directory;

import java.util.List;
import java.util.Map;

/**
 * What somebody looks for on a page, to choose it there.
 *
 * @param isAsked whether they looked for it; with no words for every one
 */
record SoughtOrganisations(String words, boolean isAsked) {

    static final SoughtOrganisations NOTHING = new SoughtOrganisations("", false);

    private static final String WORDS = "find-words";

    /** The words whose answer the page shows. */
    private static final String SHOWN = "find-shown";

    private static final String BUTTON = "find";

    /** What the page that was sent looks for: whoever types words and presses Enter looks, too. */
    static SoughtOrganisations in(Map<String, List<String>> typed) {
        String words = first(typed, WORDS);
        return new SoughtOrganisations(
                words, typed.containsKey(BUTTON) || (!words.isEmpty() && !words.equals(first(typed, SHOWN))));
    }

    private static String first(Map<String, List<String>> typed, String key) {
        return typed.getOrDefault(key, List.of("")).get(0).strip();
    }
}
