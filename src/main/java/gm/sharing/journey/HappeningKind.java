package gm.sharing.journey;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an event is about, by the first word of its type. */
@WordsIn("journey/names")
enum HappeningKind implements Worded {
    PROJECT("project", "task", "question"),
    ASSESSMENT("dpia", "ethics", "consultation"),
    AGREEMENT("agreement"),
    SIGN_OFF("round", "signoff", "mandate", "standing-conditions"),
    MEASURES("measure"),
    /** Events of which this list does not know yet. */
    OTHER;

    private final Set<String> firstWords;

    HappeningKind(String... firstWords) {
        this.firstWords = Set.of(firstWords);
    }

    /** @param type such as {@code agreement.published} */
    static HappeningKind of(String type) {
        String first = type.substring(0, (type + ".").indexOf('.'));
        return Arrays.stream(values())
                .filter(kind -> kind.firstWords.contains(first))
                .findFirst()
                .orElse(OTHER);
    }

    static Optional<HappeningKind> inAddress(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.inAddress().equals(word))
                .findFirst();
    }

    String inAddress() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
