package gm.sharing.workflow.page;

import gm.sharing.wording.Words;
import java.util.Map;

/** What the pages of forms say themselves. */
final class FormWords {

    private static final Words WORDS = Words.in("form/page");

    private FormWords() {}

    static String text(String key) {
        return WORDS.text(key);
    }

    static String text(String key, Map<String, ?> values) {
        return WORDS.text(key, values);
    }
}
