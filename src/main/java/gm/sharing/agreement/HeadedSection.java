package gm.sharing.agreement;

import gm.sharing.document.Block;
import gm.sharing.document.Section;
import gm.sharing.wording.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what was said under the heading that the agreement has for it. */
final class HeadedSection {

    private static final Words WORDS = Words.in("agreement/headings");

    private HeadedSection() {}

    static String of(String key) {
        return WORDS.text(key);
    }

    /** Empty when nobody said anything about it. */
    static List<Section> prose(String key, @Nullable String words) {
        return words == null || words.isBlank() ? List.of() : List.of(Section.of(key, of(key), new Block.Prose(words)));
    }
}
