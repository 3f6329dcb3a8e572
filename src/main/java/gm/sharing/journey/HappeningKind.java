package gm.sharing.journey;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an event is about, by the first word of its type. */
@WordsIn("journey/names")
enum HappeningKind implements Worded {
    PROJECT,
    ASSESSMENT,
    AGREEMENT,
    SIGN_OFF,
    MEASURES,
    /** Events of which this list does not know yet. */
    OTHER;

    /** @param type such as {@code agreement.published} */
    static HappeningKind of(String type) {
        return switch (type.substring(0, (type + ".").indexOf('.'))) {
            case "project", "task", "question" -> PROJECT;
            case "dpia", "ethics", "consultation" -> ASSESSMENT;
            case "agreement" -> AGREEMENT;
            case "round", "signoff", "mandate", "standing-conditions" -> SIGN_OFF;
            case "measure" -> MEASURES;
            default -> OTHER;
        };
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
